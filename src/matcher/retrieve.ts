import type { Cosines } from './grams.ts';
import type { Group } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import { at } from './rows.ts';
import { k1 } from './weight.ts';
import { stageOne } from './weights.ts';

/** A passage that stage one found. */
export interface Candidate {
  readonly passage: number;
  /** BM25F of the question's words, 0..1: 1 where every word counts as much as it can. */
  readonly words: number;
}

/** Beside the words' score when candidates are chosen. */
const likenessWeight = stageOne.likeness.value;

/**
 * Stage one: adds up what each word of the question gives to each passage, and how alike its headings are, and keeps the
 * `limit` best, ties in the order of the articles.
 */
export function retrieve(
  index: PassageIndex,
  groups: readonly Group[],
  lineCosines: Cosines,
  limit: number,
): readonly Candidate[] {
  const { scores, touched } = wordScores(index, groups);
  const likeness = new Float32Array(index.size);
  for (const line of lineCosines.touched) {
    const passage = at(index.passageOf, line);
    if (at(likeness, passage) === 0 && at(scores, passage) === 0) touched.push(passage);
    likeness[passage] = Math.max(at(likeness, passage), at(lineCosines.values, line));
  }
  const rough = (passage: number): number => at(scores, passage) + likenessWeight * at(likeness, passage);
  return best(touched, rough, limit).map((passage) => ({ passage, words: at(scores, passage) }));
}

/** The `limit` best; only those above a bar are sorted, for a question may touch tens of thousands of passages. */
function best(
  passages: readonly number[],
  rough: (passage: number) => number,
  limit: number,
): readonly number[] {
  const scores = Float64Array.from(passages, rough);
  const bar = passages.length <= limit ? 0 : barFor(scores, limit);
  const found: { readonly passage: number; readonly score: number }[] = [];
  for (let place = 0; place < passages.length; place++) {
    const score = at(scores, place);
    const passage = passages[place];
    if (score >= bar && passage !== undefined) found.push({ passage, score });
  }
  return found
    .toSorted((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit)
    .map(({ passage }) => passage);
}

const bins = 512;

/** A score that at least `limit` of these reach, and not many more: from a histogram, in one pass. */
function barFor(scores: Float64Array, limit: number): number {
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  if (most === 0) return 0;
  const counts = new Uint32Array(bins + 1);
  for (const score of scores) {
    const bin = Math.floor((score / most) * bins);
    counts[bin] = at(counts, bin) + 1;
  }
  let bin = bins;
  for (let count = at(counts, bin); count < limit && bin > 0; count += at(counts, bin)) bin--;
  return (bin / bins) * most;
}

/** What the words of the question give to each passage, each word by the best of its readings. */
function wordScores(
  index: PassageIndex,
  groups: readonly Group[],
): { readonly scores: Float64Array; readonly touched: number[] } {
  const scores = new Float64Array(index.size);
  const single = new Float64Array(index.size);
  const sums = new Float64Array(index.size);
  const touched: number[] = [];
  for (const { substitutes, parts, share } of groups) {
    const reached: number[] = [];
    for (const { term, weight } of substitutes)
      addTerm(index, term, weight, { single, sums, reached }, false);
    for (const { term, weight } of parts) addTerm(index, term, weight, { single, sums, reached }, true);
    for (const passage of reached) {
      if (at(scores, passage) === 0) touched.push(passage);
      scores[passage] = at(scores, passage) + share * Math.max(at(single, passage), at(sums, passage));
      single[passage] = 0;
      sums[passage] = 0;
    }
  }
  return { scores, touched };
}

interface Accumulators {
  readonly single: Float64Array;
  readonly sums: Float64Array;
  readonly reached: number[];
}

/** One term's saturation, 0..1, in every passage that holds it: the word's rarity is already in its share. */
function addTerm(
  { postings: { offsets, passages, impacts, idf } }: PassageIndex,
  term: number,
  weight: number,
  { single, sums, reached }: Accumulators,
  isPart: boolean,
): void {
  const scale = weight / (at(idf, term) * (k1 + 1) || 1);
  for (let place = at(offsets, term); place < at(offsets, term + 1); place++) {
    const passage = at(passages, place);
    const value = scale * at(impacts, place);
    if (at(single, passage) === 0 && at(sums, passage) === 0) reached.push(passage);
    if (isPart) sums[passage] = at(sums, passage) + value;
    else if (value > at(single, passage)) single[passage] = value;
  }
}
