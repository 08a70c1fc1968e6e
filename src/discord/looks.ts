import type { Answer } from '../answers/answer.ts';
import type { Match, WordEvidence } from '../knowledge/ranking.ts';
import type { PinView } from '../curation/pins/pin.ts';
import type { Answers } from '../answers/service.ts';
import type { Located } from '../knowledge/ranking.ts';
import { answerRow, noneButton, pickButtons, row, targetOf, topicsRow } from './controls.ts';
import { excerpt } from './cut.ts';
import { escapeLine, shorten } from './escape.ts';
import type { Words } from './front.ts';
import { limits, measures } from './limits.ts';
import type { Post, Row } from './post.ts';
import { renderBlocks } from './render.ts';
import { webAddress } from './render-inline.ts';

/** The parts of an answer before they are cut to a post. */
export interface Look {
  /** Title line, or the sentence of `unsure` and `unknown`. */
  readonly head: string;
  readonly blocks: readonly string[];
  /** Small print. */
  readonly foot: string;
  /** How much a block has to do with the question, 0 for nothing. */
  readonly weigh: (block: string) => number;
}

/** What else shapes a post. */
export interface Setting {
  readonly asker: string;
  readonly words: Words;
  /** The question to quote; null where it stands in the message replied to. */
  readonly quoted: string | null;
  /** The one user to notify, as chosen by the asker. */
  readonly ping: string | null;
}

/** An answer in words and blocks. */
export function lookOf(answer: Answer, answers: Answers, words: Words): Look {
  if (answer.kind === 'pinned') return pinLook(answer.pin, answers, words);
  if (answer.kind === 'found') return passageLook(answer.match, answer.match.evidence.words, answers, words);
  if (answer.kind === 'unsure') {
    return plainLook(words.answer.unsure, [suggestionLines(answer.suggestions.slice(0, 3))], '');
  }
  const nearest = answer.nearest?.passage.heading;
  const foot =
    nearest === undefined ? '' : words.answer.nearest(escapeLine(shorten(nearest, measures.title)));
  return plainLook(words.answer.unknown, [], foot === '' ? '' : small(foot));
}

const plainLook = (head: string, blocks: readonly string[], foot: string): Look => ({
  head,
  blocks,
  foot,
  weigh: () => 0,
});

export function pinLook(pin: PinView, answers: Answers, words: Words): Look {
  const body = answers.body(pin.markdown, pin.target?.passage ?? null);
  const head = titleLine(pin.question, pin.target?.article.url ?? null);
  return plainLook(head, renderBlocks(body), small(words.answer.pinned(pin.updatedAt)));
}

/** A passage as it is posted; `evidence` is empty where nobody asked, as when it is picked from a list. */
export function passageLook(
  { article, passage }: Located,
  evidence: readonly WordEvidence[],
  answers: Answers,
  words: Words,
): Look {
  const corrected = evidence.filter(({ reading, readAs }) => reading === 'spelling' && readAs !== null);
  const read = corrected.map(({ readAs }) => escapeLine(shorten(readAs ?? '', 40))).slice(0, 3);
  const source = words.answer.from(escapeLine(shorten(article.title, measures.title)));
  return {
    head: titleLine(passage.heading, article.url),
    blocks: renderBlocks(answers.body(passage.markdown, passage)),
    foot: small(read.length === 0 ? source : `${source} · ${words.answer.readAs(read)}`),
    weigh: (block) => weightOf(block, evidence),
  };
}

/** `**1** Heading · Article`, one line each. */
export function suggestionLines(matches: readonly Match[]): string {
  return matches
    .map(({ passage, article }, index) => {
      const heading = escapeLine(shorten(passage.heading, 150));
      return `**${index + 1}** ${heading} · ${escapeLine(shorten(article.title, 80))}`;
    })
    .join('\n');
}

const small = (text: string): string => `-# ${text}`;

function titleLine(title: string, url: string | null): string {
  const text = escapeLine(shorten(title, measures.title));
  const address = url === null ? null : webAddress(url);
  return address === null ? `### ${text}` : `### [${text}](${address})`;
}

/** Share of the question's words that a block holds, as typed or as read. */
function weightOf(block: string, evidence: readonly WordEvidence[]): number {
  const text = block.toLowerCase();
  return evidence
    .filter(({ asked, readAs }) =>
      [asked, readAs ?? asked].some((word) => word !== '' && text.includes(word.toLowerCase())),
    )
    .reduce((sum, { share }) => sum + share, 0);
}

/** `> question` as one line that `quotedQuestion` reads back. */
export const quoteLine = (question: string): string => `> ${escapeLine(shorten(question, measures.quote))}`;

/** A public post: the body cut to `room`, with the buttons of its kind. */
export function publicPost(answer: Answer, answers: Answers, setting: Setting): Post {
  const look = lookOf(answer, answers, setting.words);
  const body = excerpt(look.blocks, measures.body, look.weigh);
  return {
    content: fit(assemble(setting, look, body.text)),
    components: rowsFor(answer, body.isCut, setting),
    ping: setting.ping,
  };
}

/** A picked passage as a public post. */
export function passagePost(located: Located, answers: Answers, setting: Setting): Post {
  const look = passageLook(located, [], answers, setting.words);
  const body = excerpt(look.blocks, measures.body, look.weigh);
  return {
    content: fit(assemble(setting, look, body.text)),
    components: answerRow(setting.asker, located.passage.hash, body.isCut, setting.words),
    ping: setting.ping,
  };
}

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
export function rowsFor(answer: Answer, isCut: boolean, { asker, words }: Setting): readonly Row[] {
  const target = targetOf(answer);
  if (target !== null) return answerRow(asker, target, isCut, words);
  if (answer.kind === 'unsure') {
    return row([...pickButtons(asker, answer.suggestions.slice(0, 3), '0'), noneButton(asker, words)]);
  }
  return topicsRow(words);
}

/** Parts are measured so that this never cuts; it stands for texts of which nobody thought. */
const fit = (text: string): string => shorten(text, limits.content);
