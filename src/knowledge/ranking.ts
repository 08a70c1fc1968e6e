import type { Article, Passage } from '../content/article.ts';
import type { Features } from '../matcher/features.ts';
import type { PreparedQuestion } from '../matcher/prepare.ts';
import type { Traits } from '../matcher/traits.ts';

/** A passage with the article it stands in. */
export interface Located {
  readonly article: Article;
  readonly passage: Passage;
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
  /** What the score and the judgements are made of. */
  readonly features: Features;
  /** What is true of the question whichever passage is looked at. */
  readonly traits: Traits;
}

/** A passage with its score and the evidence for it. */
export interface Match {
  readonly article: Article;
  readonly passage: Passage;
  readonly score: number;
  readonly evidence: Evidence;
}

/** A question as the articles of one snapshot read it: made once, and taken on by ranking, pins and fronts. */
export interface ReadQuestion {
  /** As it was typed. */
  readonly text: string;
  /** Language of the question: a tag of an installed pack, or `und`. */
  readonly language: string;
  /**
   * The ordered sequence of folded, stemmed words, greetings dropped, question words and negations kept: equal keys are
   * the same question. The folded text where no word is left.
   */
  readonly key: string;
  /** Made ready for each language of the snapshot that read it, in its order. */
  readonly prepared: readonly PreparedQuestion[];
}

/** What the matcher says about one question, before anything is decided. */
export interface Ranking {
  /** The question as it was understood: cut to 2,000 characters, addresses and control characters removed. */
  readonly question: string;
  /** Language of the question: a tag of an installed pack, or `und`. */
  readonly language: string;
  /** 0..1: how sure the matcher is that the first match answers. */
  readonly confidence: number;
  /** 0..1: how likely one of those offered answers. */
  readonly nearness: number;
  /** Best first. */
  readonly matches: readonly Match[];
  /** As `matches`, passages that repeat an earlier one left out. */
  readonly distinct: readonly Match[];
  /** The first of `distinct`, at most three: what may be offered where Svar is not sure. */
  readonly offered: readonly Match[];
  /** Whether a word of the question that is rare in the articles was met in the first match. */
  readonly metRareWord: boolean;
}
