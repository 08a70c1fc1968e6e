import type { Group } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import type { AnalysedQuestion } from './input.ts';
import { collectionSize, valuesOf } from './weights.ts';

/** What is true of a question over an index whichever passage is looked at. */
export interface Traits {
  /** How much a match by chance is to be feared: 0 up to a hundred passages, growing with their logarithm up to two thousand. */
  readonly size: number;
  /** 1 where every word that counts could be said of anything: "hvem har lavet dig". */
  readonly vague: number;
  /** Share of the question in words that no article holds, 0..1. */
  readonly unknown: number;
  /** 1 where a capitalised word that no article holds stands within the question. */
  readonly unknownName: number;
  /** Whether the articles have a model of their phrasings. */
  readonly isModelled: boolean;
}

const { small, mostPowers } = valuesOf(collectionSize);

export function traitsOf(
  index: PassageIndex,
  question: AnalysedQuestion,
  groups: readonly Group[],
  isModelled: boolean,
): Traits {
  const powers = Math.log10(Math.max(1, index.rarity.documents) / small);
  return {
    size: Math.min(mostPowers, Math.max(0, powers)),
    vague: groups.length > 0 && groups.every(({ word }) => word.role === 'weak') ? 1 : 0,
    unknown: groups.reduce((sum, { isKnown, share }) => sum + (isKnown ? 0 : share), 0),
    unknownName: groups.some((group) => isUnknownName(question, group)) ? 1 : 0,
    isModelled,
  };
}

const capitalised = /^\p{Lu}\p{Ll}/u;

/** The first word is written with a capital, whatever it is. */
const isUnknownName = ({ words }: AnalysedQuestion, { word, isKnown }: Group): boolean =>
  !isKnown && word !== words[0] && capitalised.test(word.raw);
