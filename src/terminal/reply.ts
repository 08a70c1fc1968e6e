import type { Answer, ServerId, UnsureAnswer } from '../answers/answer.ts';
import type { PinView } from '../curation/pins/pin.ts';
import type { Located } from '../knowledge/ranking.ts';
import { answerText, passageText, pinText, type Screen } from './answer.ts';
import { visible } from './render.ts';
import { wrapped } from './wrap.ts';

/** What a number stands for. */
export type Offered =
  { readonly kind: 'pin'; readonly pin: PinView } | { readonly kind: 'passage'; readonly located: Located };

/** What is said to one line that somebody typed. */
export interface Reply {
  readonly text: string;
  /** Its answers, one for each question that the line held; none for small talk. */
  readonly answers: readonly Answer[];
  /** What the numbers in it stand for, in order. */
  readonly offered: readonly Offered[];
}

/** Answers a line: small talk with a line of its own, several questions one below the other. */
export async function replyTo(line: string, screen: Screen, server: ServerId | null): Promise<Reply> {
  const { answers } = screen;
  const questions = answers.split(line);
  const answered: Answer[] = [];
  for (const text of questions) answered.push(await answers.ask({ text, server }));
  const small = smallTalkText(line, answered[0], screen);
  if (small !== null) return { text: small, answers: [], offered: [] };
  const offered: Offered[] = [];
  const texts = answered.map((answer, index) => {
    const text = answerText(answer, screen, offered.length + 1);
    if (answer.kind === 'unsure') offered.push(...offeredBy(answer));
    return answered.length === 1 ? text : `${asked(questions[index] ?? '', screen)}\n${text}`;
  });
  return { text: texts.join('\n\n'), answers: answered, offered };
}

/** In the order that they are numbered in. */
const offeredBy = ({ pins, suggestions }: UnsureAnswer): readonly Offered[] => [
  ...pins.map((pin): Offered => ({ kind: 'pin', pin })),
  ...suggestions.map((located): Offered => ({ kind: 'passage', located })),
];

/** The text of what was offered. */
export const offeredText = (offered: Offered, screen: Screen): string =>
  offered.kind === 'pin' ? pinText(offered.pin, screen) : passageText(offered.located, screen);

/** A friendly line; null where a moderator or an article has something to say, or it is no small talk. */
function smallTalkText(
  line: string,
  answer: Answer | undefined,
  { answers, strings, width }: Screen,
): string | null {
  const said = answers.smallTalk(line);
  const isAnswered =
    answer?.kind === 'pinned' || (answer?.kind === 'found' && answer.sure && said === 'about-bot');
  return said === null || isAnswered ? null : wrapped(strings.courtesy[said], width, '', '');
}

const asked = (question: string, { style, width }: Screen): string =>
  wrapped(visible(question), width, '> ', '> ').split('\n').map(style.dim).join('\n');
