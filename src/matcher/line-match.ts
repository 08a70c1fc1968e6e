import type { Group, Lookup } from './groups.ts';
import { lineOf, type PassageIndex } from './index-builder.ts';
import type { PreparedQuestion } from './prepare.ts';
import { at, row } from './rows.ts';
import { harmonicMean, roleWeight } from './weight.ts';
import { closeLook, valuesOf } from './weights.ts';

const weights = valuesOf(closeLook);

/** By group of the question, 0..1. */
export type Shares = Float64Array<ArrayBuffer>;

/** An entry is scored over its four best lines. */
const lineShares = [weights.firstLine, weights.secondLine, weights.thirdLine, weights.fourthLine];

/** A single line counts fully; further ones that agree add to it, as evidence that is not independent. */
export function aggregated(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => b - a).slice(0, lineShares.length);
  const first = sorted[0] ?? 0;
  const used = lineShares.slice(0, sorted.length).reduce((sum, share) => sum + share, 0) || 1;
  const mean = sorted.reduce((sum, value, place) => sum + value * (lineShares[place] ?? 0), 0) / used;
  return sorted.length < lineShares.length ? Math.max(mean, first * weights.singleLine) : mean;
}

export interface LineMatch {
  readonly met: Shares;
  readonly coverage: number;
  readonly f: number;
}
export const emptyLine = (groups: number): LineMatch => ({
  met: new Float64Array(groups),
  coverage: 0,
  f: 0,
});

/** The terms of the heading and of the article's title, each once. */
export function titledHeading(index: PassageIndex, passage: number): Uint32Array {
  const [line] = row(index.lines, passage);
  const own = line === undefined ? [] : lineOf(index, line);
  return Uint32Array.from(new Set([...own, ...row(index.fields.title, passage)]));
}

export function lineMatch(index: PassageIndex, prepared: PreparedQuestion, terms: Uint32Array): LineMatch {
  const met = metIn(prepared, terms);
  const covered = shareMet(prepared.groups, met);
  const reverse = explained(index, prepared, terms);
  return { met, coverage: covered, f: harmonicMean(covered, reverse) };
}

/** By group: the best of its readings among these terms; parts of a compound add up. */
export function metIn(
  { groups, lookup }: PreparedQuestion,
  terms: Uint32Array,
  from = 0,
  to = terms.length,
): Shares {
  const met = new Float64Array(groups.length);
  let parts: Map<number, Map<number, number>> | null = null;
  for (let place = from; place < to; place++) {
    const term = at(terms, place);
    for (const { group, weight, isPart } of lookup.get(term) ?? []) {
      if (!isPart) {
        if (weight > (met[group] ?? 0)) met[group] = weight;
        continue;
      }
      parts ??= new Map();
      const own = parts.get(group) ?? new Map<number, number>();
      parts.set(group, own.set(term, weight));
    }
  }
  for (const [group, own] of parts ?? []) {
    const sum = Array.from(own.values()).reduce((total, weight) => total + weight, 0);
    met[group] = Math.max(met[group] ?? 0, sum);
  }
  return met;
}

export const shareMet = (groups: readonly Group[], met: Shares): number =>
  groups.reduce((sum, { share }, group) => sum + share * (met[group] ?? 0), 0);

/** Share of a heading's weight that stands in the question. */
export function explained(index: PassageIndex, { lookup }: PreparedQuestion, terms: Uint32Array): number {
  let total = 0;
  let found = 0;
  for (const term of terms) {
    const role = index.vocabulary.roles[term] ?? 'content';
    const weight = (at(index.postings.idf, term) + weights.floorIdf) * roleWeight[role];
    total += weight;
    found += weight * strongest(lookup.get(term));
  }
  return total === 0 ? 0 : found / total;
}

const strongest = (hits: ReturnType<Lookup['get']>): number =>
  hits === undefined ? 0 : hits.reduce((most, { weight }) => Math.max(most, weight), 0);
