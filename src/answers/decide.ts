import type { FoundAnswer, PinnedAnswer, UnknownAnswer, UnsureAnswer } from './answer.ts';
import type { PinMatch } from '../curation/pins/pin.ts';
import type { Ranking } from '../knowledge/ranking.ts';

/** Every threshold of the decision stands here and nowhere else; confidences are 0..1. */
export const thresholds = {
  /** From here a passage is posted to somebody who asked. */
  found: 0.45,
  /** From here it is posted unasked. */
  sure: 0.88,
  /** From here a question is taken to be a pinned one that is worded differently. */
  pinned: 0.72,
  /** From here suggestions are offered. */
  unsure: 0.08,
} as const;

const mostSuggestions = 3;
const mostOthers = 3;
/** How many of the ranking an answer carries. */
export const rankingLength = 10;

/** What Svar says to a question that no pin answers. */
export function decide(ranking: Ranking): FoundAnswer | UnsureAnswer | UnknownAnswer {
  const { question, language, confidence, matches } = ranking;
  const decided = { question, language, confidence, ranking: matches.slice(0, rankingLength) };
  const [first] = matches;
  if (first !== undefined && confidence >= thresholds.found) {
    const others = ranking.distinct.slice(1, 1 + mostOthers);
    return { ...decided, kind: 'found', match: first, others, sure: confidence >= thresholds.sure };
  }
  const suggestions = ranking.distinct.slice(0, mostSuggestions);
  if (suggestions.length > 1 && confidence >= thresholds.unsure)
    return { ...decided, kind: 'unsure', suggestions };
  return { ...decided, kind: 'unknown', nearest: ranking.metRareWord ? (first ?? null) : null };
}

/** The moderators' decision where the question is theirs; null where it is not. */
export function decidePinned(ranking: Ranking, match: PinMatch | null): PinnedAnswer | null {
  if (match === null || (!match.same && match.confidence < thresholds.pinned)) return null;
  const { question, language, matches } = ranking;
  return {
    kind: 'pinned',
    question,
    language,
    confidence: match.same ? 1 : match.confidence,
    ranking: matches.slice(0, rankingLength),
    pin: match.pin,
  };
}
