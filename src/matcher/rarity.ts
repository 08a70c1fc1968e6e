import { inverseDocumentFrequency } from './weight.ts';

/** How rare words are in a collection of passages. */
export interface Rarity {
  /** How many passages there are. */
  readonly documents: number;
  /** How many of them hold a term. */
  readonly frequencyOf: (term: string) => number;
}

/** Inverse document frequency of a term, whether or not the collection holds it. */
export const idfOf = ({ documents, frequencyOf }: Rarity, term: string): number =>
  inverseDocumentFrequency(documents, frequencyOf(term));

/** Two collections as one: a few questions tell little of their language's words, beside the articles they tell enough. */
export const together = (one: Rarity, other: Rarity): Rarity => ({
  documents: one.documents + other.documents,
  frequencyOf: (term) => one.frequencyOf(term) + other.frequencyOf(term),
});
