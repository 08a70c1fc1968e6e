import type { Answer, UnsureAnswer } from '../answers/answer.ts';
import { sourceOf } from '../answers/source.ts';
import type { Answers } from '../answers/service.ts';
import type { PinView } from '../curation/pins/pin.ts';
import type { Located, Match, WordEvidence } from '../knowledge/ranking.ts';
import { webAddress } from './address.ts';
import { plainBlock, type Block } from './block.ts';
import {
  answerRow,
  offeredTargets,
  personButton,
  pickButtons,
  row,
  targetOf,
  unansweredRow,
  wayOn,
  type Buttons,
} from './controls.ts';
import { excerpt, weighNothing, type Weigh } from './cut.ts';
import { escapeLine, shorten } from './escape.ts';
import type { Words } from './front.ts';
import { limits, measures } from './limits.ts';
import { quoteLine } from './quote.ts';
import type { Post, Row } from './post.ts';
import { render } from './render.ts';
import { renderedPassage } from './rendered.ts';

/** The parts of an answer before they are cut to a post. */
export interface Look {
  /** Title line, or the sentence of `unsure` and `unknown`. */
  readonly head: string;
  readonly blocks: readonly Block[];
  /** Small print. */
  readonly foot: string;
  /** Where in the blocks the answer stands. */
  readonly weigh: Weigh;
  /** Address of the image that Discord is to show; null where there is none. */
  readonly image: string | null;
}

/** What else shapes a post. */
export interface Setting {
  readonly words: Words;
  /** The question to quote; null where it stands in the message replied to. */
  readonly quoted: string | null;
  /** The one user to notify, as chosen by the asker. */
  readonly ping: string | null;
  /** Whether the moderators can be asked where this finds nothing sure. */
  readonly canAskPerson?: boolean;
}

/** An answer in words and blocks. */
export function lookOf(answer: Answer, answers: Answers, words: Words): Look {
  switch (answer.kind) {
    case 'pinned':
      return pinLook(answer.pin, answers, words);
    case 'found':
      return foundLook(answer.question, answer.match, answers, words);
    case 'unsure':
      return textLook(offerLine(answer, words), offeredRows(answer), '');
    case 'unknown': {
      const nearest = answer.nearest?.passage.heading;
      const foot =
        nearest === undefined
          ? ''
          : small(words.answer.nearest(escapeLine(shorten(nearest, measures.title))));
      return textLook(words.answer.unknown, [], foot);
    }
    default:
      return answer satisfies never;
  }
}

function offerLine({ section, pins, suggestions }: UnsureAnswer, { answer }: Words): string {
  if (section !== null) return answer.section(escapeLine(shorten(section, measures.title)));
  return pins.length + suggestions.length === 1 ? answer.unsureOne : answer.unsure;
}

const textLook = (head: string, rows: readonly string[], foot: string): Look => ({
  head,
  blocks: rows.length === 0 ? [] : [plainBlock('list', rows)],
  foot,
  weigh: weighNothing,
  image: null,
});

export function pinLook(pin: PinView, answers: Answers, words: Words): Look {
  const { blocks, image } = render(answers.body(pin.markdown, pin.target?.passage ?? null));
  const head = titleLine(pin.question, pin.target?.article.url ?? null, image !== null);
  return { head, blocks, foot: small(words.answer.pinned(pin.updatedAt)), weigh: weighNothing, image };
}

/** A passage as it is posted where nobody asked, as when it is picked from a list: from its beginning. */
export const passageLook = (located: Located, answers: Answers, words: Words): Look =>
  lookAtPassage(located, [], weighNothing, answers, words);

const foundLook = (question: string, match: Match, answers: Answers, words: Words): Look =>
  lookAtPassage(
    match,
    match.evidence.words,
    (texts) => answers.weigh(question, match.passage, texts),
    answers,
    words,
  );

function lookAtPassage(
  located: Located,
  evidence: readonly WordEvidence[],
  weigh: Weigh,
  answers: Answers,
  words: Words,
): Look {
  const { article, passage } = located;
  const { blocks, image } = renderedPassage(passage, answers);
  const from = words.answer.from(sourceLine(located));
  const read = readAsWords(evidence);
  return {
    head: titleLine(passage.heading, article.url, image !== null),
    blocks,
    foot: small(read.length === 0 ? from : `${from} · ${words.answer.readAs(read)}`),
    weigh,
    image,
  };
}

/** Words that were corrected and that the passage holds. */
const readAsWords = (evidence: readonly WordEvidence[]): readonly string[] =>
  evidence
    .flatMap(({ reading, readAs, fields }) =>
      reading === 'spelling' && readAs !== null && fields.length > 0 ? [escapeLine(shorten(readAs, 40))] : [],
    )
    .slice(0, 3);

/** `Article › Heading above`, each name short enough to read. */
export function sourceLine(located: Located, most: number = measures.title): string {
  return escapeLine(placeLine(located, most));
}

/** As `sourceLine` where nothing comes alive: menus. */
export function placeLine(located: Located, most: number): string {
  const names = sourceOf(located);
  const room = Math.max(12, Math.floor(most / names.length));
  return names.map((name) => shorten(name, room)).join(' › ');
}

/** `**1** Heading · Article › Heading above`, one row each. */
export const suggestionRows = (matches: readonly Located[], after = 0): readonly string[] =>
  matches.map((located, index) => {
    // Long lists have short lines: all of it fits a post.
    const isLong = matches.length > 4;
    const heading = escapeLine(shorten(located.passage.heading, isLong ? 60 : 150));
    const place = sourceLine(located, isLong ? 40 : measures.title);
    // Text before any heading is called as its article is.
    return `**${after + index + 1}** ${heading}${place === heading ? '' : ` · ${place}`}`;
  });

/** Fixed answers first, then passages, numbered through. */
export const offeredRows = ({ pins, suggestions }: UnsureAnswer): readonly string[] => [
  ...pins.map(({ question }, index) => `**${index + 1}** 📌 ${escapeLine(shorten(question, 150))}`),
  ...suggestionRows(suggestions, pins.length),
];

/** The rows of `suggestionRows` as text. */
export const suggestionLines = (matches: readonly Located[]): string => suggestionRows(matches).join('\n');

const small = (text: string): string => `-# ${text}`;

function titleLine(title: string, url: string | null, isQuiet: boolean): string {
  const text = escapeLine(shorten(title, measures.title));
  const address = url === null ? null : webAddress(url);
  if (address === null) return `### ${text}`;
  return isQuiet ? `### [${text}](<${address}>)` : `### [${text}](${address})`;
}

/** A public post: the body cut to what a server is shown, with the buttons of its kind. */
export function publicPost(answer: Answer, answers: Answers, setting: Setting): Post {
  const look = lookOf(answer, answers, setting.words);
  // Every suggestion has a button, so that none may be cut away.
  const room = answer.kind === 'unsure' ? measures.suggestions : measures.body;
  const body = excerpt(look.blocks, room, look.weigh);
  return postOf(look, body.text, rowsFor(answer, body.isCut, setting), setting);
}

/** A picked passage as a public post. */
export function passagePost(located: Located, answers: Answers, setting: Setting): Post {
  const look = passageLook(located, answers, setting.words);
  const body = excerpt(look.blocks, measures.body, look.weigh);
  const rows = answerRow(located.passage.hash, body.isCut, setting.words);
  return postOf(look, body.text, rows, setting);
}

function postOf(look: Look, body: string, components: readonly Row[], setting: Setting): Post {
  const content = fit(assemble(setting, look, body));
  return { content, components, ping: setting.ping, image: imageIn(content, look) };
}

/** The image of a look where a text names it; what is cut away is not shown. */
export const imageIn = (content: string, { image }: Look): string | null =>
  image !== null && content.includes(image) ? image : null;

/** Quote, title, body and small print, without empty lines where a part is missing. */
export function assemble(
  { quoted, ping, words }: Setting,
  { head, foot }: Pick<Look, 'head' | 'foot'>,
  body: string,
): string {
  return [
    ping === null ? '' : words.answer.askedFor(`<@${ping}>`),
    quoted === null ? '' : quoteLine(quoted),
    head,
    body,
    foot,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The buttons of each kind of answer. */
export function rowsFor(
  answer: Answer,
  isCut: boolean,
  { words, canAskPerson = false }: Setting,
  part = '0',
): readonly Buttons[] {
  const target = targetOf(answer);
  if (target !== null) return answerRow(target, isCut, words, part);
  if (answer.kind === 'unsure') {
    const picks = pickButtons(offeredTargets(answer), '0', part);
    const person = canAskPerson ? [personButton('0', part, words)] : [];
    return row([...picks, wayOn(answer, words, part), ...person]);
  }
  return unansweredRow(words, canAskPerson, part);
}

/** Parts are measured so that this never cuts; it stands for texts of which nobody thought. */
const fit = (text: string): string => shorten(text, limits.content);
