import { functionWordsOf } from './lexicon.ts';
import { packData } from './packs.ts';
import { cleaned, tokenise } from './tokenise.ts';
import { wordsOf } from './words.ts';

/** What takes part in telling languages apart. */
export interface Voter {
  /** Tag of an installed pack, or `und`. */
  readonly tag: string;
  /** How many of the words of a text are the language's own function words, 0..1. */
  readonly functionShare: (text: string) => number;
}

const voters = new Map<string, Voter>();

/** The voter of an installed language; far cheaper than opening the language, and made once. */
export function voterOf(tag: string): Voter {
  const known = voters.get(tag);
  if (known !== undefined) return known;
  const { fold, separate, stopWords, telling } = functionWordsOf(packData(tag));
  const voter: Voter = {
    tag,
    functionShare(text) {
      const words = tokenise(separate(cleaned(text)))
        .flatMap(wordsOf)
        .map(fold);
      const own = words.filter((word) => stopWords.has(word) || telling.has(word));
      return words.length === 0 ? 0 : own.length / words.length;
    },
  };
  voters.set(tag, voter);
  return voter;
}
