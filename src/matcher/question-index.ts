import type { Group, Lookup } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import type { AnalysedLine, AnalysedQuestion, Word } from './input.ts';
import type { PreparedQuestion } from './prepare.ts';
import { at } from './rows.ts';
import { harmonicMean, inverseDocumentFrequency, roleWeight } from './weight.ts';
import { closeLook, kept, valuesOf } from './weights.ts';

/** Questions kept outside the articles, weighed with how rare words are in the articles. */
export interface LineIndex {
  /** The line nearest to the question: its number and the likeness 0..1; null where none is near. */
  nearest(prepared: PreparedQuestion): { readonly line: number; readonly likeness: number } | null;
}

const { otherKind, evidenceScale, leastAsked } = valuesOf(kept);
const floorIdf = closeLook.floorIdf.value;

/** Indexes lines by their words. `tellsApart` names function words that change the meaning (negations). */
export function lineIndex(
  articles: PassageIndex,
  lines: readonly AnalysedLine[],
  tellsApart: (word: Word) => boolean,
): LineIndex {
  const holding = postingsOf(lines);
  const weights = Float64Array.from(lines, ({ words }) => lineWeight(articles, words));
  const negations = lines.map(({ words }) => negationKey(words, tellsApart));
  // Made once and cleared after each question: making them anew costs more than the search.
  const scratch = scratchFor(lines.length);
  return {
    nearest({ question, groups, lookup }) {
      const readings = readingsOf(articles, groups, lookup);
      const { asked, shared, touched } = sharesByLine(groups, readings, holding, scratch);
      const negation = negationKey(question.words, tellsApart);
      let best: { line: number; likeness: number } | null = null;
      for (const line of touched) {
        if (at(asked, line) < leastAsked || negations[line] !== negation) continue;
        const explained = Math.min(1, at(shared, line) / (at(weights, line) || 1));
        const evidence = 1 - Math.exp(-at(shared, line) / evidenceScale);
        const kind = isOther(question, lines[line]) ? otherKind : 1;
        const likeness = harmonicMean(at(asked, line), explained) * evidence * kind;
        if (best === null || likeness > best.likeness) best = { line, likeness };
      }
      for (const line of touched) asked[line] = shared[line] = 0;
      return best;
    },
  };
}

const told = (words: readonly Word[]): readonly Word[] => words.filter(({ role }) => role !== 'function');

const isOther = ({ kind }: AnalysedQuestion, line: AnalysedLine | undefined): boolean =>
  kind !== null && line !== undefined && line.kind !== null && kind !== line.kind;

function postingsOf(lines: readonly AnalysedLine[]): ReadonlyMap<string, readonly number[]> {
  const holding = new Map<string, number[]>();
  lines.forEach(({ words }, line) => {
    for (const term of new Set(told(words).map((word) => word.term))) {
      const rows = holding.get(term);
      if (rows === undefined) holding.set(term, [line]);
      else rows.push(line);
    }
  });
  return holding;
}

function idfOf(articles: PassageIndex, term: string): number {
  const id = articles.vocabulary.idOf(term);
  return id < 0 ? inverseDocumentFrequency(articles.size, 0) : at(articles.postings.idf, id);
}

function lineWeight(articles: PassageIndex, words: readonly Word[]): number {
  const distinct = new Map(told(words).map((word) => [word.term, word]));
  return Array.from(distinct.values()).reduce(
    (sum, { term, role }) => sum + (idfOf(articles, term) + floorIdf) * roleWeight[role],
    0,
  );
}

const negationKey = (words: readonly Word[], tellsApart: (word: Word) => boolean): string =>
  Array.from(new Set(words.filter(tellsApart).map(({ term }) => term)))
    .toSorted()
    .join(' ');

/** Numbers by line, all 0 between questions. */
interface Scratch {
  readonly asked: Float64Array;
  readonly shared: Float64Array;
  readonly best: Float64Array;
}

const scratchFor = (lines: number): Scratch => ({
  asked: new Float64Array(lines),
  shared: new Float64Array(lines),
  best: new Float64Array(lines),
});

interface LineShares {
  /** By line: share of the question that it holds, 0..1. */
  readonly asked: Float64Array;
  /** By line: weight of the words it shares with the question. */
  readonly shared: Float64Array;
  readonly touched: readonly number[];
}

/** Adds up, word by word, what each line holds of the question; each word by the best of its readings. */
function sharesByLine(
  groups: readonly Group[],
  readings: Readings,
  holding: ReadonlyMap<string, readonly number[]>,
  { asked, shared, best }: Scratch,
): LineShares {
  const touched: number[] = [];
  groups.forEach(({ share, idf, word }, group) => {
    const reached: number[] = [];
    for (const [term, weight] of readings[group] ?? []) {
      for (const line of holding.get(term) ?? []) {
        if (at(best, line) === 0) reached.push(line);
        if (weight > at(best, line)) best[line] = weight;
      }
    }
    const mass = (idf + floorIdf) * roleWeight[word.role];
    for (const line of reached) {
      if (at(shared, line) === 0) touched.push(line);
      asked[line] = at(asked, line) + share * at(best, line);
      shared[line] = at(shared, line) + mass * at(best, line);
      best[line] = 0;
    }
  });
  return { asked, shared, touched };
}

/** By group: every term that may stand for the word, and how well. */
type Readings = readonly (readonly (readonly [term: string, weight: number])[])[];

function readingsOf(articles: PassageIndex, groups: readonly Group[], lookup: Lookup): Readings {
  const readings = groups.map(({ word }): (readonly [string, number])[] => [
    [word.term, 1],
    ...word.alternatives.map(({ term, weight }) => [term, weight] as const),
  ]);
  for (const [term, hits] of lookup) {
    const name = articles.vocabulary.terms[term] ?? '';
    for (const { group, weight } of hits) readings[group]?.push([name, weight]);
  }
  return readings;
}
