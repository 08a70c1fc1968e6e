import type { PinView } from '../curation/pins/pin.ts';
import type { Match } from '../knowledge/ranking.ts';
import type { ServerId } from '../store/server.ts';

export type { ServerId };

/** What a front got from a person. */
export interface Question {
  readonly text: string;
  readonly server: ServerId | null;
  /**
   * What the conversation is about, the narrowest first: the heading that was answered before, its article. Leant on where
   * the text alone finds nothing sure.
   */
  readonly about?: readonly string[];
  /** Asked to see what comes of it, by nobody: no use of a pin is counted. */
  readonly isTrial?: boolean;
}

interface Decided {
  /** The question as it was understood: cut, stripped of mentions and control characters. */
  readonly question: string;
  /** Language of the question: a tag of an installed pack, or `und`. */
  readonly language: string;
  /** 0..1: how sure Svar is that the first match answers the question. */
  readonly confidence: number;
  /** The raw ranking, best first, whatever was decided. At most 10. */
  readonly ranking: readonly Match[];
}

/** A moderator decided. */
export interface PinnedAnswer extends Decided {
  readonly kind: 'pinned';
  readonly pin: PinView;
}

/** A passage that answers. */
export interface FoundAnswer extends Decided {
  readonly kind: 'found';
  readonly match: Match;
  /** Next matches of another meaning (near-duplicates of `match` left out), best first, at most 3. */
  readonly others: readonly Match[];
  /** Sure enough to speak unasked. */
  readonly sure: boolean;
}

/** What may answer: one to three fixed answers and passages; or what stands below a heading that was asked for by its name. */
export interface UnsureAnswer extends Decided {
  readonly kind: 'unsure';
  readonly suggestions: readonly Match[];
  /** Fixed answers that may be meant; they stand before the passages. */
  readonly pins: readonly PinView[];
  /** The heading without text of its own that was asked for; null where the suggestions are guesses. */
  readonly section: string | null;
}

/** Nothing fits. */
export interface UnknownAnswer extends Decided {
  readonly kind: 'unknown';
  /** Worth naming as "nearest": only when a rare word of the question was met. */
  readonly nearest: Match | null;
}

export type Answer = PinnedAnswer | FoundAnswer | UnsureAnswer | UnknownAnswer;
