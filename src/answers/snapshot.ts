import type { Content } from '../content/article.ts';
import type { Match } from './answer.ts';
import type { Located } from './service.ts';

/** What the matcher says about one question, before anything is decided. */
export interface Ranking {
  /** The question as it was understood: cut to 2,000 characters, addresses and control characters removed. */
  readonly question: string;
  /** Language of the question: a tag of an installed pack, or `und`. */
  readonly language: string;
  /** 0..1: how sure the matcher is that the first match answers. */
  readonly confidence: number;
  /** Best first. */
  readonly matches: readonly Match[];
  /** The match of the next other meaning (near-duplicates of the first left out), or null. */
  readonly runnerUp: Match | null;
  /** Whether a word of the question that is rare in the articles was met in the first match. */
  readonly metRareWord: boolean;
}

/** Everything needed to answer from one state of the articles. Immutable; several may live side by side. */
export interface Snapshot {
  readonly content: Content;
  /** Tags of the languages the articles are written in, most passages first. */
  readonly languages: readonly string[];
  /** Ranks the passages for a question. Never throws; deterministic. */
  rank(text: string, limit: number): Ranking;
  /** The match of one given passage for a question, with its evidence, wherever it ranks; null for an unknown id. */
  explain(text: string, passageId: string): Match | null;
  /** Near-duplicates by meaning: true where one passage says what the other says. */
  alike(one: string, other: string): boolean;
  /**
   * The ordered sequence of folded, stemmed words of a question, greetings dropped, question words and negations kept:
   * equal keys are the same question. The folded text where no word is left.
   */
  key(text: string): string;
  /** An index over questions kept elsewhere (pins), weighed with the rarity of words in the articles. */
  indexQuestions(entries: readonly QuestionEntry[]): QuestionIndex;
  find(hash: string): Located | null;
  findById(id: string): Located | null;
}

/** A thing that is asked for in several ways. */
export interface QuestionEntry {
  readonly id: string;
  readonly questions: readonly string[];
}

export interface QuestionIndex {
  /** The best entry: `same` where the keys are equal; `confidence` 0..1 that it is the same question otherwise. Null where no word is shared. */
  match(text: string): { readonly id: string; readonly same: boolean; readonly confidence: number } | null;
}

/** What a snapshot is built with besides the articles. */
export interface SnapshotOptions {
  /** Parts of the matcher that are switched off (`evaluate --without`). */
  readonly without?: readonly string[];
  /** The deployment's own synonyms: each line means the same. */
  readonly synonyms?: readonly (readonly string[])[];
}

export type BuildSnapshot = (content: Content, options?: SnapshotOptions) => Promise<Snapshot>;
