import type { Role } from './input.ts';
import { readings, roles, stageOne, valuesOf } from './weights.ts';

/** The formulas of the score; their numbers stand in `weights.ts`. */

const { k1, ...stage } = valuesOf(stageOne);
export { k1 };

/** Weight and length normalisation of a field in BM25F (Robertson, Zaragoza and Taylor 2004). */
export interface FieldWeight {
  readonly weight: number;
  /** 0: length does not matter; 1: fully normalised. */
  readonly b: number;
}

/** Names of the indexed fields. */
const fieldNames = ['heading', 'phrasing', 'parents', 'title', 'keywords', 'body'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Field weights for so many passages: in a manual of thousands every word occurs in some body, and headings must count more. */
export function fieldWeights(passages: number): Readonly<Record<FieldName, FieldWeight>> {
  const powers = Math.max(0, Math.log10(passages / 1000));
  const heading = Math.min(stage.headingMost, stage.heading + stage.headingPerPower * powers);
  return {
    heading: { weight: heading, b: stage.headingNorm },
    phrasing: { weight: heading, b: stage.phrasingNorm },
    parents: { weight: stage.parents, b: stage.parentsNorm },
    title: { weight: stage.title, b: stage.titleNorm },
    keywords: { weight: stage.keywords, b: stage.keywordsNorm },
    body: { weight: stage.body, b: stage.bodyNorm },
  };
}

/** Share of a compound's frequency that its parts get. */
export const compoundShare = readings.compound.value;

/** Inverse document frequency, never negative (Robertson and Spärck Jones 1976, with Lucene's 1 + …). */
export const inverseDocumentFrequency = (documents: number, frequency: number): number =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

/** BM25's part for one term: `idf · (k1 + 1) · tf / (k1 + tf)`. */
export const impact = (idf: number, frequency: number): number =>
  (idf * (k1 + 1) * frequency) / (k1 + frequency);

/** How much a word of the question counts by its role. */
export const roleWeight: Readonly<Record<Role, number>> = valuesOf(roles);

/** Harmonic mean of two shares, 0 where both are 0 (F1 of van Rijsbergen 1979). */
export const harmonicMean = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * one * other) / (one + other);
