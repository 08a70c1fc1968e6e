import { questionVector } from './gram-reader.ts';
import type { GramVector } from './grams.ts';
import { groupsOf, lookupOf, type Group, type Lookup } from './groups.ts';
import { foldedText, type PassageIndex } from './index-builder.ts';
import type { AnalysedQuestion } from './input.ts';
import { probabilities } from './line-model.ts';
import type { MatcherPart } from './parts.ts';
import { isSpelt } from './spelt.ts';
import { traitsOf, type Traits } from './traits.ts';

/** A question made ready for looking at the passages of one index; read-only. */
export class PreparedQuestion {
  readonly question: AnalysedQuestion;
  /** Folded words, a blank between. */
  readonly text: string;
  readonly groups: readonly Group[];
  readonly traits: Traits;
  /** The question over the features of lines; null where likeness is switched off. */
  readonly vector: GramVector | null;
  /** By passage, from the phrasings' model; empty without one. */
  readonly probabilities: ReadonlyMap<number, number>;
  /** By group: whether its word is a name with signs or a number, which is met or not. */
  readonly isName: readonly boolean[];
  readonly #index: PassageIndex;
  #lookup: Lookup | null = null;

  constructor(index: PassageIndex, question: AnalysedQuestion, without: ReadonlySet<MatcherPart>) {
    const { words } = question;
    const model = without.has('model') ? null : index.model;
    this.#index = index;
    this.question = question;
    this.text = foldedText(words);
    this.groups = groupsOf(index, question, { without });
    this.isName = this.groups.map(({ word }) => !isSpelt(word.folded));
    this.traits = traitsOf(index, this.groups, model !== null);
    this.vector = without.has('likeness') ? null : questionVector(index.grams, words);
    this.probabilities =
      model === null ? unmodelled : probabilities(model, questionVector(model.grams, words));
  }

  /** Which terms stand for which words; made when it is first asked for. */
  get lookup(): Lookup {
    return (this.#lookup ??= lookupOf(this.#index, this.groups));
  }
}

const unmodelled: ReadonlyMap<number, number> = new Map();

/** Looks up everything in an index that does not depend on a passage: done once for each question. */
export const prepare = (
  index: PassageIndex,
  question: AnalysedQuestion,
  without: ReadonlySet<MatcherPart>,
): PreparedQuestion => new PreparedQuestion(index, question, without);
