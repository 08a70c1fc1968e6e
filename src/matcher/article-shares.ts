import type { ArticleIndex } from './article-index.ts';
import type { Group, Lookup } from './groups.ts';
import { at, row } from './rows.ts';
import { inverseDocumentFrequency, roleWeight } from './weight.ts';

/**
 * By article, 0..1: how much of the question it holds anywhere, each word weighed by how few articles hold it. What a
 * question shares with the whole article is evidence for each of its passages (cluster-based smoothing; Liu and Croft 2004).
 */
export function articleShares(
  { size, holding }: ArticleIndex,
  groups: readonly Group[],
  lookup: Lookup,
): Float64Array {
  const best = groups.map(() => new Float64Array(size));
  for (const [term, hits] of lookup) {
    for (const article of row(holding, term)) {
      for (const { group, weight, isPart } of hits) {
        const own = best[group];
        if (own === undefined) continue;
        own[article] = isPart ? Math.min(1, at(own, article) + weight) : Math.max(at(own, article), weight);
      }
    }
  }
  const weights = groups.map(({ word }, group) => {
    let frequency = 0;
    for (const weight of best[group] ?? none) frequency += weight;
    return roleWeight[word.role] * inverseDocumentFrequency(size, Math.min(size, frequency));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return Float64Array.from({ length: size }, (_, article) =>
    weights.reduce((sum, weight, group) => sum + (weight / total) * at(best[group] ?? none, article), 0),
  );
}

const none = new Float64Array(0);
