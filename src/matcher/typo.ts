import { isSpelt } from './spelt.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readings, respelling, valuesOf } from './weights.ts';

/** A term that a misspelt word may be, and how good a substitute it is. */
export interface Correction {
  readonly term: number;
  /** The spelling of the articles that it was read as. */
  readonly spelling: string;
  /** 0..1. */
  readonly weight: number;
  readonly reading: 'spelling' | 'prefix';
}

/** Finds words of the articles that are spelt nearly like an unknown one. */
export interface SpellingIndex {
  /** Best first, at most eight; empty where nothing is near. */
  corrections(folded: string): readonly Correction[];
}

const weights = valuesOf(readings);
const { shortestOneOff, shortestTwoOff, shortestPrefix, longestEnding, mostCorrections } =
  valuesOf(respelling);

interface Spelling {
  readonly spelling: string;
  readonly term: number;
  /** Which letters occur, one bit a letter class: cheap proof that two words differ in more than two places. */
  readonly letters: number;
}

const letterBits = (word: string): number => {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) % 31);
  return bits;
};

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export function spellingIndex(vocabulary: Vocabulary, loosen: (folded: string) => string): SpellingIndex {
  const buckets = new Map<string, Spelling[]>();
  const loose = new Map<string, Spelling[]>();
  const sorted: Spelling[] = [];
  const file = (table: Map<string, Spelling[]>, key: string, entry: Spelling): void => {
    const bucket = table.get(key);
    if (bucket === undefined) table.set(key, [entry]);
    else bucket.push(entry);
  };
  for (const [spelling, term] of vocabulary.spellings) {
    if (vocabulary.roles[term] === 'function') continue;
    const entry = { spelling, term, letters: letterBits(spelling) };
    file(buckets, `${spelling.charAt(0)}${String(spelling.length)}`, entry);
    const loosened = loosen(spelling);
    if (loosened !== spelling) file(loose, loosened, entry);
    sorted.push(entry);
  }
  sorted.sort((a, b) => (a.spelling < b.spelling ? -1 : 1));

  function near(word: string): Correction[] {
    const allowed = word.length >= shortestTwoOff ? 2 : word.length >= shortestOneOff ? 1 : 0;
    if (allowed === 0) return [];
    const letters = letterBits(word);
    const found: Correction[] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const entry of buckets.get(`${word.charAt(0)}${String(length)}`) ?? []) {
        if (bitCount(entry.letters ^ letters) > 2 * allowed) continue;
        const distance = alignmentDistance(word, entry.spelling, allowed);
        if (distance > allowed) continue;
        const weight = distance <= 1 ? weights.oneOff : weights.twoOff;
        found.push({ term: entry.term, spelling: entry.spelling, weight, reading: 'spelling' });
      }
    }
    return found;
  }

  const begun = ({ term, spelling }: Spelling, weight: number): Correction => ({
    term,
    spelling,
    weight,
    reading: 'prefix',
  });

  /** Words that begin with this one, its last letter aside: other forms, and compounds (klettern, Kletterhalle). */
  function longer(word: string): Correction[] {
    if (word.length < shortestPrefix) return [];
    const beginning = word.length > shortestPrefix ? word.slice(0, -1) : word;
    const found: Correction[] = [];
    for (let index = firstAtLeast(sorted, beginning); index < sorted.length; index++) {
      const entry = sorted[index];
      if (entry === undefined || !entry.spelling.startsWith(beginning)) break;
      const isForm = entry.spelling.length <= word.length + longestEnding;
      found.push(begun(entry, isForm ? weights.prefix : weights.beginning));
    }
    return found;
  }

  /** Words that this one begins with. */
  function shorter(word: string): Correction[] {
    const least = Math.max(shortestPrefix, word.length - longestEnding);
    const found: Correction[] = [];
    for (let length = word.length - 1; length >= least; length--) {
      const beginning = word.slice(0, length);
      const entry = sorted[firstAtLeast(sorted, beginning)];
      if (entry?.spelling === beginning) found.push(begun(entry, weights.prefix));
    }
    return found;
  }

  return {
    corrections(folded) {
      if (!isSpelt(folded)) return [];
      const loosely = [...(loose.get(loosen(folded)) ?? []), ...exactly(sorted, loosen(folded))].map(
        ({ term, spelling }): Correction => ({ term, spelling, weight: weights.loose, reading: 'spelling' }),
      );
      return bestPerTerm([...loosely, ...near(folded), ...longer(folded), ...shorter(folded)]);
    },
  };
}

function exactly(sorted: readonly Spelling[], word: string): readonly Spelling[] {
  const entry = sorted[firstAtLeast(sorted, word)];
  return entry?.spelling === word ? [entry] : [];
}

function bestPerTerm(corrections: readonly Correction[]): readonly Correction[] {
  const best = new Map<number, Correction>();
  for (const correction of corrections) {
    const known = best.get(correction.term);
    if (known === undefined || known.weight < correction.weight) best.set(correction.term, correction);
  }
  return Array.from(best.values())
    .toSorted((a, b) => b.weight - a.weight || (a.spelling < b.spelling ? -1 : 1))
    .slice(0, mostCorrections);
}

/** The place of the first spelling that does not sort before `word`. */
function firstAtLeast(sorted: readonly Spelling[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.spelling ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Optimal string alignment distance (Damerau 1964; Boytsov 2011): insertions, deletions, substitutions and swaps of
 * neighbours. Stops beyond `limit`; then any number above it is returned.
 */
export function alignmentDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return least;
    before = above;
    above = current;
  }
  return above[other.length] ?? 0;
}
