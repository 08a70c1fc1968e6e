import type { Article, Passage } from '../content/article.ts';
import type { ServerId } from '../store/server.ts';

export type { ServerId };

/** What a front got from a person. */
export interface Question {
  readonly text: string;
  readonly server: ServerId | null;
}

/** Where a word of the question was met. */
export type Field = 'heading' | 'phrasing' | 'parents' | 'title' | 'keywords' | 'body';

/** How a word of the question became a word of the passage. */
export type Reading =
  'exact' | 'inflection' | 'derivation' | 'compound' | 'spelling' | 'synonym' | 'translation' | 'prefix';

/** One word of the question and what became of it. */
export interface WordEvidence {
  /** As typed. */
  readonly asked: string;
  /** The articles' word that it was read as, where that is another word or another spelling than typed; else null. */
  readonly readAs: string | null;
  readonly reading: Reading;
  /** Empty: not met in this passage. */
  readonly fields: readonly Field[];
  /** Share of the question's weight that the word carries, 0..1; the shares of all words sum to 1. */
  readonly share: number;
  /** What it added to the score. */
  readonly score: number;
}

/** Why a passage got its score: enough to explain it to a person. */
export interface Evidence {
  readonly words: readonly WordEvidence[];
  /** Named parts of the score (`words`, `heading`, `sentence`, `kind` …) that sum to it. */
  readonly parts: Readonly<Record<string, number>>;
}

/** A passage with its score and the evidence for it. */
export interface Match {
  readonly article: Article;
  readonly passage: Passage;
  readonly score: number;
  readonly evidence: Evidence;
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

/** Two or three passages that may answer. */
export interface UnsureAnswer extends Decided {
  readonly kind: 'unsure';
  readonly suggestions: readonly Match[];
}

/** Nothing fits. */
export interface UnknownAnswer extends Decided {
  readonly kind: 'unknown';
  /** Worth naming as "nearest": only when a rare word of the question was met. */
  readonly nearest: Match | null;
}

export type Answer = PinnedAnswer | FoundAnswer | UnsureAnswer | UnknownAnswer;

/** A pin as fronts see it. */
export interface PinView {
  readonly id: string;
  readonly question: string;
  readonly phrasings: readonly string[];
  /** The pinned passage as it stands now; null for an own text, or a passage that is gone. */
  readonly target: { readonly article: Article; readonly passage: Passage } | null;
  /** Id of the pinned passage; null for an own text. */
  readonly passageId: string | null;
  /** Markdown to post: the moderator's text, or the passage's (from the copy when it is gone or has changed). */
  readonly markdown: string;
  /** `current`, `outdated` (the passage has changed since), `orphaned` (it is gone), `own` text, `covered` (the articles now say the same). */
  readonly state: 'current' | 'outdated' | 'orphaned' | 'own' | 'covered';
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
