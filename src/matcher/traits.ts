import type { Group } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import { collectionSize, valuesOf } from './weights.ts';

/** What is true of a question over an index whichever passage is looked at. */
export interface Traits {
  /** How much a match by chance is to be feared: 0 up to a hundred passages, growing with their logarithm up to two thousand. */
  readonly size: number;
  /** 1 where every word that counts could be said of anything: "hvem har lavet dig". */
  readonly vague: number;
  /** Whether the articles have a model of their phrasings. */
  readonly isModelled: boolean;
}

const { small, mostPowers } = valuesOf(collectionSize);

export function traitsOf(index: PassageIndex, groups: readonly Group[], isModelled: boolean): Traits {
  const powers = Math.log10(Math.max(1, index.rarity.documents) / small);
  return {
    size: Math.min(mostPowers, Math.max(0, powers)),
    vague: groups.length > 0 && groups.every(({ word }) => word.role === 'weak') ? 1 : 0,
    isModelled,
  };
}
