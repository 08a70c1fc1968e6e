import type { SplitCompound } from '../matcher/input.ts';
import type { Stem } from './stem.ts';

const shortestWord = 7;
const shortestPart = 3;
/**
 * Splits a compound where both halves are words of the articles: the split with the greatest
 * log(frequency) × log(frequency) × length of the shorter half (at most 6), a half of three letters counting .3;
 * after Koehn and Knight 2003, "Empirical methods for compound splitting". Long halves are split again. `linking` letters
 * may stand between the halves.
 */
export function compoundSplitter(termOf: Stem, linking: readonly string[]): SplitCompound {
  /** The first part as written, and without what links it to the second. */
  const heads = (head: string): readonly string[] => [
    head,
    ...linking
      .filter((letters) => head.endsWith(letters) && head.length - letters.length >= shortestPart)
      .map((letters) => head.slice(0, -letters.length)),
  ];
  return function split(word, frequency): readonly string[] {
    if (word.length < shortestWord) return [];
    let best: readonly [string, string, string, string] | null = null;
    let bestScore = 0;
    for (let at = shortestPart; at <= word.length - shortestPart; at++) {
      const tail = word.slice(at);
      const tailTerm = termOf(tail);
      const tailCount = frequency(tailTerm);
      if (tailCount === 0) continue;
      for (const head of heads(word.slice(0, at))) {
        const headTerm = termOf(head);
        const headCount = frequency(headTerm);
        if (headCount === 0) continue;
        const score = rating(head, headCount, tail, tailCount);
        if (score > bestScore) {
          bestScore = score;
          best = [head, headTerm, tail, tailTerm];
        }
      }
    }
    if (best === null) return [];
    const [head, headTerm, tail, tailTerm] = best;
    return [headTerm, ...split(head, frequency), tailTerm, ...split(tail, frequency)];
  };
}

function rating(head: string, headCount: number, tail: string, tailCount: number): number {
  const shorter = Math.min(head.length, tail.length);
  const penalty = shorter === shortestPart ? 0.3 : 1;
  return Math.log(1 + headCount) * Math.log(1 + tailCount) * Math.min(shorter, 6) * penalty;
}
