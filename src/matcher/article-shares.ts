import type { Group } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import { at } from './rows.ts';
import { compoundShare, inverseDocumentFrequency, roleWeight } from './weight.ts';

/**
 * By article, 0..1: how much of the question it holds anywhere, each word weighed by how few articles hold it. What a
 * question shares with the whole article is evidence for each of its passages (cluster-based smoothing; Liu and Croft 2004).
 */
export function articleShares(index: PassageIndex, groups: readonly Group[]): Float64Array {
  const { size } = index.articles;
  const best = groups.map((group) => heldByArticle(index, group, new Float64Array(size)));
  const weights = groups.map(({ word }, group) => {
    let frequency = 0;
    for (const weight of best[group] ?? none) frequency += weight;
    return roleWeight[word.role] * inverseDocumentFrequency(size, Math.min(size, frequency));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const shares = new Float64Array(size);
  best.forEach((held, group) => {
    const weight = (weights[group] ?? 0) / total;
    for (let article = 0; article < size; article++) {
      shares[article] = at(shares, article) + weight * at(held, article);
    }
  });
  return shares;
}

const none = new Float64Array(0);

/** How well each article holds a word: by its best reading, parts of a compound added up. */
function heldByArticle(
  { articles: { holding }, compounds }: PassageIndex,
  { substitutes, parts }: Group,
  held: Float64Array,
): Float64Array {
  const most = (term: number, weight: number): void => {
    const to = holding.offsets[term + 1] ?? 0;
    for (let place = holding.offsets[term] ?? 0; place < to; place++) {
      const article = holding.values[place] ?? 0;
      if (weight > (held[article] ?? 0)) held[article] = weight;
    }
  };
  for (const { term, weight } of substitutes) most(term, weight);
  for (const { term, weight } of parts) {
    const to = holding.offsets[term + 1] ?? 0;
    for (let place = holding.offsets[term] ?? 0; place < to; place++) {
      const article = holding.values[place] ?? 0;
      held[article] = Math.min(1, (held[article] ?? 0) + weight);
    }
  }
  for (const { term, weight } of substitutes) {
    const to = compounds.offsets[term + 1] ?? 0;
    for (let place = compounds.offsets[term] ?? 0; place < to; place++)
      most(compounds.values[place] ?? 0, weight * compoundShare);
  }
  return held;
}
