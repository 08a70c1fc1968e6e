import type { Voter } from './voter.ts';

/** Share of function words from which a text is taken to be in a language; running text has .3 to .6. */
const enough = 0.15;

/**
 * The tag of the candidate whose function words make up most of the text; null where none is likely.
 * A vote of function words costs nothing and only has to tell installed languages apart.
 */
export function detectLanguage(text: string, candidates: readonly Voter[]): string | null {
  let best: Voter | null = null;
  let bestShare = enough;
  for (const candidate of candidates) {
    const share = candidate.functionShare(text);
    if (share > bestShare) {
      best = candidate;
      bestShare = share;
    }
  }
  return best?.tag ?? null;
}
