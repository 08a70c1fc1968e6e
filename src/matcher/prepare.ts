import { cosines, gramsOf, gramVector, noCosines, type Cosines } from './grams.ts';
import { articleShares } from './article-shares.ts';
import { groupsOf, lookupOf, type Group, type Lookup } from './groups.ts';
import { foldedText, type PassageIndex } from './index-builder.ts';
import type { AnalysedQuestion } from './input.ts';
import { probabilities } from './line-model.ts';
import type { MatcherPart } from './parts.ts';
import { traitsOf, type Traits } from './traits.ts';

/** A question made ready for looking at the passages of one index; read-only. */
export interface PreparedQuestion {
  readonly question: AnalysedQuestion;
  /** Folded words, a blank between. */
  readonly text: string;
  readonly groups: readonly Group[];
  readonly traits: Traits;
  readonly lookup: Lookup;
  readonly cosines: Cosines;
  /** By article: how much of the question it holds, 0..1. */
  readonly articles: Float64Array;
  /** By passage, from the phrasings' model; empty without one. */
  readonly probabilities: ReadonlyMap<number, number>;
}

/** Looks up everything in an index that does not depend on a passage: done once for each question. */
export function prepare(
  index: PassageIndex,
  question: AnalysedQuestion,
  without: ReadonlySet<MatcherPart>,
): PreparedQuestion {
  const groups = groupsOf(index, question, { without });
  const lookup = lookupOf(index, groups);
  const grams = gramsOf(question.words);
  const isModelled = index.model !== null && !without.has('model');
  return {
    question,
    text: foldedText(question.words),
    groups,
    traits: traitsOf(index, groups, isModelled),
    lookup,
    articles: articleShares(index.articles, groups, lookup),
    cosines: without.has('likeness') ? noCosines : cosines(index.grams, gramVector(index.grams, grams)),
    probabilities: isModelled && index.model !== null ? probabilities(index.model, grams) : new Map(),
  };
}
