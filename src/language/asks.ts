import { openLanguage, type Language } from './language.ts';

const opened = new Map<string, Language>();

function languageOf(tag: string): Language {
  const made = opened.get(tag) ?? openLanguage(tag);
  opened.set(tag, made);
  return made;
}

const questionMark = /[?？؟]/u;

/**
 * Whether a text asks something, or tells of something that does not work, in one of some languages: it has a question
 * mark, a word that asks, or a phrase for a fault.
 */
export const asks = (text: string, among: readonly string[]): boolean =>
  questionMark.test(text.replaceAll(/https?:\S+/gu, ' ')) ||
  among.some((tag) => languageOf(tag).line(text).kind !== null);
