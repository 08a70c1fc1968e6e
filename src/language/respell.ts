import type { Fold } from './fold.ts';

/** Shorter question words are too near to other words: "when" and "then". */
const shortestSlip = 6;

/**
 * Reads a folded word as the one that is meant: `ik` as `ikke` where the language lists it, and question words with one slip
 * (hvrodan, hvofor), which would else count as words of a topic that no article holds.
 */
export function respelling(spellings: ReadonlyMap<string, string>, questionWords: Iterable<string>): Fold {
  const words = new Set(questionWords);
  const byFirst = new Map<string, readonly string[]>();
  for (const word of words) {
    if (word.length < shortestSlip) continue;
    byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);
  }
  return (folded) => {
    const listed = spellings.get(folded);
    if (listed !== undefined) return listed;
    if (words.has(folded)) return folded;
    return byFirst.get(folded.charAt(0))?.find((word) => isOneSlip(folded, word)) ?? folded;
  };
}

/** Whether a letter too many, one too few or two neighbours swapped is all that parts two words; another letter may make another word. */
export function isOneSlip(typed: string, meant: string): boolean {
  const shorter = Math.min(typed.length, meant.length);
  if (typed === meant || Math.max(typed.length, meant.length) - shorter > 1) return false;
  let same = 0;
  while (same < shorter && typed.charAt(same) === meant.charAt(same)) same++;
  if (typed.length > meant.length) return typed.slice(same + 1) === meant.slice(same);
  if (typed.length < meant.length) return typed.slice(same) === meant.slice(same + 1);
  const isSwapped =
    typed.charAt(same) === meant.charAt(same + 1) && typed.charAt(same + 1) === meant.charAt(same);
  return isSwapped && typed.slice(same + 2) === meant.slice(same + 2);
}
