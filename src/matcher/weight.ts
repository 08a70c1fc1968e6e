import type { Role } from './input.ts';

/** Numbers of the score and the formulas they stand in. Sources are named beside each. */

/** Saturation of term frequency in BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). */
export const k1 = 1.2;

/** Weight and length normalisation of a field in BM25F (Robertson, Zaragoza and Taylor 2004). */
export interface FieldWeight {
  readonly weight: number;
  /** 0: length does not matter; 1: fully normalised. */
  readonly b: number;
}

/** Names of the indexed fields. */
export const fieldNames = ['heading', 'phrasing', 'parents', 'title', 'keywords', 'body'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Field weights for so many passages: in a manual of thousands every word occurs in some body, and headings must count more. */
export function fieldWeights(passages: number): Readonly<Record<FieldName, FieldWeight>> {
  const heading = Math.min(8, 3 + Math.max(0, 2 * Math.log10(passages / 1000)));
  return {
    heading: { weight: heading, b: 0.3 },
    phrasing: { weight: heading, b: 0.6 },
    parents: { weight: 0.8, b: 0.3 },
    title: { weight: 1, b: 0.3 },
    keywords: { weight: 0.8, b: 0.3 },
    body: { weight: 1, b: 0.6 },
  };
}

/** Share of a compound's frequency that its parts get. */
export const compoundShare = 0.5;

/** Inverse document frequency, never negative (Robertson and Spärck Jones 1976, with Lucene's 1 + …). */
export const inverseDocumentFrequency = (documents: number, frequency: number): number =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

/** BM25's part for one term: `idf · (k1 + 1) · tf / (k1 + tf)`. */
export const impact = (idf: number, frequency: number): number =>
  (idf * (k1 + 1) * frequency) / (k1 + frequency);

/** How much a word of the question counts by its role. */
export const roleWeight: Readonly<Record<Role, number>> = { content: 1, cue: 0.6, weak: 0.5, function: 0 };

/** Harmonic mean of two shares, 0 where both are 0 (F1 of van Rijsbergen 1979). */
export const harmonicMean = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * one * other) / (one + other);
