import { addCosines, type GramVector } from './grams.ts';
import type { Group, Substitute } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import { at } from './rows.ts';
import { TopScores } from './top-scores.ts';
import { k1 } from './weight.ts';
import { stageOne } from './weights.ts';
import type { Workspace } from './workspace.ts';

/** A passage that stage one found. */
export interface Candidate {
  readonly passage: number;
  /** BM25F of the question's words, 0..1: 1 where every word counts as much as it can. */
  readonly words: number;
}

/** What stage one looks for. */
export interface Sought {
  readonly groups: readonly Group[];
  /** The question over the features of lines; null: likeness does not count. */
  readonly vector: GramVector | null;
}

/** Beside the words' score when candidates are chosen. */
const likenessWeight = stageOne.likeness.value;

/**
 * Stage one: adds up what each word of the question gives to each passage, and how alike its headings are, and keeps the
 * `limit` best, ties in the order of the articles. Leaves the lines' cosines in the workspace until `forget`.
 */
export function retrieve(
  index: PassageIndex,
  { groups, vector }: Sought,
  workspace: Workspace,
  limit: number,
): readonly Candidate[] {
  const { scores, likeness, touched, cosines, touchedLines } = workspace;
  let count = addWords(index, groups, workspace);
  workspace.lineCount = vector === null ? 0 : addCosines(index.grams, vector, cosines, touchedLines);
  for (let place = 0; place < workspace.lineCount; place++) {
    const line = touchedLines[place] ?? 0;
    const passage = index.passageOf[line] ?? 0;
    const known = likeness[passage] ?? 0;
    if (known === 0 && scores[passage] === 0) touched[count++] = passage;
    likeness[passage] = Math.max(known, cosines[line] ?? 0);
  }
  const top = new TopScores(limit);
  for (let place = 0; place < count; place++) {
    const passage = touched[place] ?? 0;
    top.offer(passage, (scores[passage] ?? 0) + likenessWeight * (likeness[passage] ?? 0));
  }
  const found = top.sorted().map((passage): Candidate => ({ passage, words: at(scores, passage) }));
  for (let place = 0; place < count; place++) {
    const passage = touched[place] ?? 0;
    scores[passage] = 0;
    likeness[passage] = 0;
  }
  return found;
}

/** Zeroes what stage one left in the workspace. */
export function forget(workspace: Workspace): void {
  const { cosines, touchedLines } = workspace;
  for (let place = 0; place < workspace.lineCount; place++) cosines[touchedLines[place] ?? 0] = 0;
  workspace.lineCount = 0;
}

/** What the words of the question give to each passage, each word by the best of its readings. */
function addWords(index: PassageIndex, groups: readonly Group[], workspace: Workspace): number {
  const { scores, single, sums, touched, reached } = workspace;
  let count = 0;
  for (const { substitutes, parts, share } of groups) {
    let length = 0;
    for (const { term, weight } of substitutes)
      length = addTerm(index, term, weight, workspace, single, length);
    for (const { term, weight } of parts) length = addTerm(index, term, weight, workspace, sums, length);
    for (let place = 0; place < length; place++) {
      const passage = reached[place] ?? 0;
      const known = scores[passage] ?? 0;
      if (known === 0) touched[count++] = passage;
      scores[passage] = known + share * Math.max(single[passage] ?? 0, sums[passage] ?? 0);
      single[passage] = 0;
      sums[passage] = 0;
    }
  }
  return count;
}

/**
 * One term's saturation, 0..1, in every passage that holds it (the word's rarity is already in its share): added up among
 * parts, the greatest among other readings. @returns how many passages are reached now
 */
function addTerm(
  { postings: { offsets, passages, impacts, idf } }: PassageIndex,
  term: number,
  weight: number,
  { single, sums, reached }: Workspace,
  into: Float64Array,
  length: number,
): number {
  const scale = weight / (at(idf, term) * (k1 + 1) || 1);
  const isPart = into === sums;
  let count = length;
  const to = offsets[term + 1] ?? 0;
  for (let place = offsets[term] ?? 0; place < to; place++) {
    const passage = passages[place] ?? 0;
    const value = scale * (impacts[place] ?? 0);
    const known = into[passage] ?? 0;
    if (known === 0 && single[passage] === 0 && sums[passage] === 0) reached[count++] = passage;
    if (isPart) into[passage] = known + value;
    else if (value > known) into[passage] = value;
  }
  return count;
}

/** What the words of the question give to one passage, wherever it ranks. */
export function wordsIn(index: PassageIndex, groups: readonly Group[], passage: number): number {
  return groups.reduce((sum, { substitutes, parts, share }) => {
    const single = substitutes.reduce((most, one) => Math.max(most, givenTo(index, one, passage)), 0);
    const together = parts.reduce((total, one) => total + givenTo(index, one, passage), 0);
    return sum + share * Math.max(single, together);
  }, 0);
}

/** One term's saturation in a passage, looked up by halving. */
function givenTo({ postings }: PassageIndex, { term, weight }: Substitute, passage: number): number {
  const { offsets, passages, impacts, idf } = postings;
  let low = at(offsets, term);
  let high = at(offsets, term + 1);
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle] ?? 0) < passage) low = middle + 1;
    else high = middle;
  }
  if (low >= end || passages[low] !== passage) return 0;
  return (weight / (at(idf, term) * (k1 + 1) || 1)) * at(impacts, low);
}
