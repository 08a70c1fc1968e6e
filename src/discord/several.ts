import type { Answer } from '../answers/answer.ts';
import type { Answers } from '../answers/service.ts';
import { markedRow, personButton, row as rowOf, targetOf, unansweredRow } from './controls.ts';
import { bodyText, excerpt } from './cut.ts';
import { escapeLine, shorten } from './escape.ts';
import { limits, measures } from './limits.ts';
import { imageIn, lookOf, rowsFor, type Look, type Setting } from './looks.ts';
import { joinParts } from './parts.ts';
import type { Post } from './post.ts';
import { quoteLine } from './quote.ts';

/** A question with what answers it. */
export interface Answered {
  readonly question: string;
  readonly answer: Answer;
}

/** So many questions of one message are answered. */
const most = 3;
const mostOffers = 3;

/**
 * Several answers in one post, each below its quoted question and with a row of buttons of its own. They share the room
 * of a post by need; `longest` is what a single one may take. Questions beyond the third are named as left out.
 */
export function severalPost(
  answered: readonly Answered[],
  answers: Answers,
  setting: Setting,
  longest: number = measures.body,
): Post {
  const { words } = setting;
  const shown = answered.slice(0, most).map(withFewOffers);
  const looks = shown.map(({ answer }) => lookOf(answer, answers, words));
  const below = leftOut(answered.slice(most), setting);
  const above = setting.ping === null ? '' : words.answer.askedFor(`<@${setting.ping}>`);
  const frames = framesFor(shown, looks, limits.content - above.length - below.length - 3);
  const rooms = roomsFor(shown, looks, frames.room, longest);
  const cuts = looks.map(({ blocks, weigh }, index) => excerpt(blocks, rooms[index] ?? 0, weigh));
  const parts = cuts.map(({ text }, index) => ({
    question: shown[index]?.question ?? '',
    text: frames.write(index, text),
  }));
  const content = joinParts({ above, parts, below });
  return {
    content,
    components: rowsOf(shown, cuts, setting),
    ping: setting.ping,
    image: onlyPicture(content, looks),
  };
}

/** The picture of one of the answers, where no other address would be previewed with it. */
function onlyPicture(content: string, looks: readonly Look[]): string | null {
  const image = looks.map((look) => imageIn(content, look)).find((found) => found !== null) ?? null;
  if (image === null) return null;
  const others = content.replaceAll(image, '').replaceAll(/<https?:[^<>\s]*>/gu, '');
  return /https?:/u.test(others) ? null : image;
}

/** A row has room for three suggestions beside its mark and the way on. */
function withFewOffers({ question, answer }: Answered): Answered {
  if (answer.kind !== 'unsure') return { question, answer };
  const pins = answer.pins.slice(0, mostOffers);
  const suggestions = answer.suggestions.slice(0, mostOffers - pins.length);
  return { question, answer: { ...answer, pins, suggestions } };
}

/** Suggestions are served first: each has a button. The other bodies share what is left by need. */
function roomsFor(
  shown: readonly Answered[],
  looks: readonly Look[],
  room: number,
  longest: number,
): readonly number[] {
  const needs = looks.map(({ blocks }) => Math.min(longest, bodyText(blocks).length));
  const isFirst = shown.map(({ answer }) => answer.kind === 'unsure');
  const first = shared(
    needs.map((need, index) => (isFirst[index] === true ? need : 0)),
    room,
  );
  const left = room - first.reduce((sum, given) => sum + given, 0);
  const others = shared(
    needs.map((need, index) => (isFirst[index] === true ? 0 : need)),
    left,
  );
  return needs.map((_, index) => (first[index] ?? 0) + (others[index] ?? 0));
}

/** A row for each answer, and one to the topics where any question found none. */
function rowsOf(
  shown: readonly Answered[],
  cuts: readonly { readonly isCut: boolean }[],
  setting: Setting,
): Post['components'] {
  const alone = { ...setting, canAskPerson: false };
  const rows = shown.flatMap(({ answer }, index) =>
    targetOf(answer) === null && answer.kind !== 'unsure'
      ? []
      : rowsFor(guessed(answer), cuts[index]?.isCut === true, alone, String(index)).map((row) =>
          markedRow(row, String(index), setting.words),
        ),
  );
  return [...rows, ...lastRow(shown, setting)];
}

/** The ways on that are not of one answer alone. The moderators are asked the first question that nothing sure answers. */
function lastRow(shown: readonly Answered[], { words, canAskPerson = false }: Setting): Post['components'] {
  const left = shown.findIndex(({ answer: { kind } }) => kind === 'unsure' || kind === 'unknown');
  const part = String(Math.max(0, left));
  if (shown.some(({ answer: { kind } }) => kind === 'unknown'))
    return unansweredRow(words, canAskPerson, part);
  return canAskPerson && left >= 0 ? rowOf([personButton('0', part, words)]) : [];
}

/** A post has one way to the topics, which is not of one answer alone. */
const guessed = (answer: Answer): Answer =>
  answer.kind === 'unsure' ? { ...answer, section: null } : answer;

function leftOut(rest: readonly Answered[], { words }: Setting): string {
  if (rest.length === 0) return '';
  const named = rest.slice(0, most).map(({ question }) => escapeLine(shorten(question, 60)));
  return `-# ${words.answer.leftOut(named)}`;
}

/** What stands around the bodies, and how much room is left for them. */
interface Frames {
  readonly room: number;
  readonly write: (index: number, body: string) => string;
}

/** Room that every body gets at the least. */
const leastBody = 120;
/** Characters of a quote and a title, from the most to the least; an address takes room that only the first leaves. */
const sizes = [
  { quote: measures.quote, title: Number.POSITIVE_INFINITY, foot: Number.POSITIVE_INFINITY },
  { quote: 150, title: 160, foot: 160 },
  { quote: 80, title: 80, foot: 80 },
] as const;

/** The longest quotes, titles and small print that leave every body some room. */
function framesFor(shown: readonly Answered[], looks: readonly Look[], limit: number): Frames {
  const least = leastBody * shown.length;
  const made = sizes.map((size) => frameOf(shown, looks, limit, size));
  return made.find(({ room }) => room >= least) ?? made.at(-1) ?? { room: 0, write: (_, body) => body };
}

function frameOf(
  shown: readonly Answered[],
  looks: readonly Look[],
  limit: number,
  size: (typeof sizes)[number],
): Frames {
  const frames = shown.map(({ question }, index) => {
    const { head = '', foot = '' } = looks[index] ?? {};
    return {
      quote: quoteLine(question, size.quote),
      head: fitted(head, size.title),
      foot: fitted(foot, size.foot),
    };
  });
  const write = (index: number, body: string): string => {
    const { quote = '', head = '', foot = '' } = frames[index] ?? {};
    return [quote, head, body, foot].filter((line) => line !== '').join('\n');
  };
  // A line feed behind each body, and an empty line between answers.
  const around = frames.reduce((sum, _, index) => sum + write(index, '').length + 3, 0);
  return { room: limit - around, write };
}

/** A line within its room; a linked title that is too long is no link. */
function fitted(line: string, room: number): string {
  if (line.length <= room) return line;
  const bare = line.replace(/^### \[(.*)\]\(<?https?:[^()<>\s]+>?\)$/u, '### $1');
  return shorten(bare, room).replace(/\\…$/u, '…');
}

/** Room by need: who needs less than an equal share leaves the rest to the others. */
export function shared(needs: readonly number[], room: number): readonly number[] {
  const given = needs.map(() => 0);
  let left = Math.max(0, room);
  let waiting = needs.map((_, index) => index);
  while (waiting.length > 0) {
    const share = Math.floor(left / waiting.length);
    const content = waiting.filter((index) => (needs[index] ?? 0) <= share);
    const served = content.length > 0 ? content : waiting;
    for (const index of served) {
      given[index] = Math.min(needs[index] ?? 0, share);
      left -= given[index] ?? 0;
    }
    waiting = waiting.filter((index) => !served.includes(index));
  }
  return given;
}
