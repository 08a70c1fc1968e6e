import { ActionRow, ButtonBuilder, ButtonComponent, type Message } from 'discord.js';
import { answerRow, markedRow, markOf, row as rowOf, unansweredRow, type Buttons } from './controls.ts';
import { excerpt } from './cut.ts';
import { limits, measures } from './limits.ts';
import { imageIn, type Look, type Setting } from './looks.ts';
import { joinParts, partsOf, type Parts } from './parts.ts';
import type { Post } from './post.ts';
import { topLines } from './question.ts';

/** One of our answers as it stands. */
export type Shown = Pick<Message, 'content' | 'components'>;

/** Where an answer stands and who reads it. */
export type At = Pick<Setting, 'words' | 'canAskPerson'> & {
  /** Which answer of its message. */
  readonly part: string;
  /** What its body may take. */
  readonly longest?: number;
};

/** The message with one of its answers replaced; whom it is for, its question and every other answer stay. */
export function withAnswer(shown: Shown, at: At, look: Look, target: string): Post {
  const { words, part, longest = measures.body } = at;
  const frame = [look.head, look.foot].filter((line) => line !== '');
  const top = topOf(shown, part);
  const others = shown.content.length - textAt(shown, part).length;
  const around = [...top, ...frame].join('\n').length + frame.length;
  const room = Math.min(longest, limits.content - (isSeveral(shown) ? others : 0) - around);
  const body = excerpt(look.blocks, Math.max(0, room), look.weigh);
  const [row] = answerRow(target, body.isCut, words, part);
  const text = [...top, look.head, body.text, look.foot].filter((line) => line !== '').join('\n');
  const post = replaced(shown, at, text, row ?? null);
  return { ...post, image: isSeveral(shown) ? null : imageIn(post.content, look) };
}

/** The message with a sentence in place of one of its answers, which loses its buttons. */
export function withSentence(shown: Shown, at: At, sentence: string): Post {
  const post = replaced(shown, at, [...topOf(shown, at.part), sentence].join('\n'), null);
  const isOffered = isSeveral(shown) && rowsIn(shown).some(({ mark }) => mark === null);
  if (isOffered) return post;
  const wayOn = unansweredRow(at.words, at.canAskPerson === true, at.part);
  return { ...post, components: [...post.components, ...wayOn] };
}

/** Whether a message holds answers besides this one that can still be used. */
export const hasOtherAnswers = (shown: Shown, part: string): boolean =>
  isSeveral(shown) && rowsIn(shown).some(({ mark }) => mark !== null && mark !== part);

const isSeveral = ({ content }: Shown): boolean => partsOf(content) !== null;

/** The quoted question of an answer, and above a single one whom it is for. */
function topOf({ content }: Shown, part: string): readonly string[] {
  const several = partsOf(content);
  if (several === null) return topLines(content);
  return (several.parts[Number(part)]?.text ?? '').split('\n').slice(0, 1);
}

const textAt = ({ content }: Shown, part: string): string =>
  partsOf(content)?.parts[Number(part)]?.text ?? content;

function replaced(shown: Shown, { part, words }: At, text: string, row: Buttons | null): Post {
  const several = partsOf(shown.content);
  if (several === null) return { content: text, components: row === null ? [] : [row], ping: null };
  const own = row === null ? [] : [markedRow(row, part, words)];
  const rows = rowsIn(shown);
  return {
    content: joinParts(withText(several, Number(part), text)),
    components: [
      ...rows.filter(({ mark }) => mark !== null && mark < part).map(({ buttons }) => buttons),
      ...own,
      ...rows.filter(({ mark }) => mark === null || mark > part).map(({ buttons }) => buttons),
    ],
    ping: null,
  };
}

const withText = (several: Parts, place: number, text: string): Parts => ({
  ...several,
  parts: several.parts.map((part, index) => (index === place ? { ...part, text } : part)),
});

interface MarkedRow {
  /** Which answer it belongs to; null for what belongs to all. */
  readonly mark: string | null;
  readonly buttons: Buttons;
}

const rowsIn = ({ components }: Shown): readonly MarkedRow[] =>
  components.flatMap((line) => {
    if (!(line instanceof ActionRow)) return [];
    const buttons = line.components.filter((part) => part instanceof ButtonComponent);
    const mark = markOf(buttons[0]?.customId ?? '');
    return rowOf(buttons.map((one) => ButtonBuilder.from(one.toJSON()))).map((made) => ({
      mark,
      buttons: made,
    }));
  });
