import { namesTopic, topicWords, voterOf } from './voter.ts';

/**
 * Which of some languages a text is written in: the one that most of its words are function words of. Null where none
 * of them speaks up ("contact"), or two do alike ("for alle").
 */
export function toldLanguage(text: string, among: readonly string[]): string | null {
  const votes = among.map((tag) => ({ tag, share: voterOf(tag).functionShare(text) }));
  const most = Math.max(0, ...votes.map(({ share }) => share));
  const best = votes.filter(({ share }) => share === most);
  return most > 0 && best.length === 1 ? (best[0]?.tag ?? null) : null;
}

/** Whether a text asks for nothing by itself, in one of some languages: "kan du?", "help", "^". */
export const isPointing = (text: string, among: readonly string[]): boolean =>
  among.some((tag) => !namesTopic(text, tag));

/** The words of a text that are about something, in the one of some languages that it is written in. */
export const topicOf = (text: string, among: readonly string[]): string =>
  topicWords(text, toldLanguage(text, among) ?? among[0] ?? 'und');
