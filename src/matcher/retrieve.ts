import type { Group } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import { at } from './rows.ts';
import { k1 } from './weight.ts';

/** A passage that stage one found. */
export interface Candidate {
  readonly passage: number;
  /** BM25F of the question's words, 0..1: 1 where every word counts as much as it can. */
  readonly words: number;
  /** Best cosine of the question with the heading or a phrasing, 0..1. */
  readonly likeness: number;
}

/** Beside the words' score when candidates are chosen. */
const likenessWeight = 0.5;

/**
 * Stage one: adds up what each word of the question gives to each passage and keeps the `limit` best, ties in the order of
 * the articles.
 */
export function retrieve(
  index: PassageIndex,
  groups: readonly Group[],
  lineCosines: ReadonlyMap<number, number>,
  limit: number,
): readonly Candidate[] {
  const words = wordScores(index, groups);
  const likeness = new Map<number, number>();
  for (const [line, cosine] of lineCosines) {
    const passage = at(index.passageOf, line);
    if (cosine > (likeness.get(passage) ?? 0)) likeness.set(passage, cosine);
  }
  const found: Candidate[] = [];
  const take = (passage: number): void => {
    found.push({ passage, words: words.scores[passage] ?? 0, likeness: likeness.get(passage) ?? 0 });
  };
  for (const passage of words.touched) take(passage);
  for (const passage of likeness.keys()) if ((words.scores[passage] ?? 0) === 0) take(passage);
  return best(found, limit);
}

const rough = ({ words, likeness }: Candidate): number => words + likenessWeight * likeness;
const inOrder = (a: Candidate, b: Candidate): number => rough(b) - rough(a) || a.passage - b.passage;

/** The `limit` best without sorting everything: a question may touch tens of thousands of passages. */
function best(candidates: readonly Candidate[], limit: number): readonly Candidate[] {
  if (candidates.length <= limit) return candidates.toSorted(inOrder);
  const scores = Float64Array.from(candidates, rough).toSorted();
  const bar = scores[scores.length - limit] ?? 0;
  return candidates
    .filter((candidate) => rough(candidate) >= bar)
    .toSorted(inOrder)
    .slice(0, limit);
}

function wordScores(
  index: PassageIndex,
  groups: readonly Group[],
): { scores: Float64Array; touched: number[] } {
  const scores = new Float64Array(index.size);
  const bestOne = new Float64Array(index.size);
  const partsSum = new Float64Array(index.size);
  const touched: number[] = [];
  const { offsets, passages, impacts, idf } = index.postings;
  for (const { substitutes, parts, share } of groups) {
    const reached: number[] = [];
    const each = (term: number, weight: number, into: Float64Array, isSum: boolean): void => {
      const most = at(idf, term) * (k1 + 1) || 1;
      for (let place = at(offsets, term); place < at(offsets, term + 1); place++) {
        const passage = at(passages, place);
        // Saturation, 0..1, of this term here: the group's idf is already in its share.
        const value = (weight * at(impacts, place)) / most;
        if ((bestOne[passage] ?? 0) === 0 && (partsSum[passage] ?? 0) === 0) reached.push(passage);
        into[passage] = isSum ? (into[passage] ?? 0) + value : Math.max(into[passage] ?? 0, value);
      }
    };
    for (const { term, weight } of substitutes) each(term, weight, bestOne, false);
    for (const { term, weight } of parts) each(term, weight, partsSum, true);
    for (const passage of reached) {
      if ((scores[passage] ?? 0) === 0) touched.push(passage);
      scores[passage] =
        (scores[passage] ?? 0) + share * Math.max(bestOne[passage] ?? 0, partsSum[passage] ?? 0);
      bestOne[passage] = 0;
      partsSum[passage] = 0;
    }
  }
  return { scores, touched };
}
