import { stemmer } from '@orama/stemmers/danish';
import { packData } from '../../src/language/packs.ts';

/** What peers do to Danish text where they have nothing for it themselves: Svar's own list of stop words, and Snowball. */
const stopWords = new Set(packData('da').stopWords);
const words = /[\p{L}\p{N}]+/gu;

/** A word in lower case, cut to its stem; null for one that says nothing. */
export function danishTerm(word: string): string | null {
  const lower = word.toLowerCase();
  return stopWords.has(lower) ? null : stemmer(lower);
}

export const danishTerms = (text: string): string[] =>
  (text.match(words) ?? []).flatMap((word) => danishTerm(word) ?? []);

export const danishStopWords: readonly string[] = Array.from(stopWords);
