import { lineOf, type PassageIndex } from './index-builder.ts';
import { at, row } from './rows.ts';
import { closeLook } from './weights.ts';

/** From here two passages are taken to say the same. */
export const alikeFrom = closeLook.alikeFrom.value;
const fewestTerms = closeLook.fewestTerms.value;

/** How much of the shorter of two passages the longer one repeats, 0..1. */
export type Resemblance = (one: number, other: number) => number;

/**
 * Compares passages of one index: shared terms by inverse document frequency, as a share of the smaller passage
 * (containment; Broder 1997, "On the resemblance and containment of documents"). What a passage holds is remembered, since
 * the first few of a ranking are all compared with one another.
 */
export function resemblances(index: PassageIndex): Resemblance {
  const held = new Map<number, ReadonlySet<number>>();
  const termsOfOnce = (passage: number): ReadonlySet<number> => {
    const terms = held.get(passage) ?? termsOf(index, passage);
    held.set(passage, terms);
    return terms;
  };
  return (one, other) => containment(index, termsOfOnce(one), termsOfOnce(other));
}

function containment(index: PassageIndex, terms: ReadonlySet<number>, others: ReadonlySet<number>): number {
  if (Math.min(terms.size, others.size) < fewestTerms) return 0;
  const [smaller, larger] = terms.size < others.size ? [terms, others] : [others, terms];
  let total = 0;
  let shared = 0;
  for (const term of smaller) {
    const idf = at(index.postings.idf, term);
    total += idf;
    if (larger.has(term)) shared += idf;
  }
  return total === 0 ? 0 : shared / total;
}

function termsOf(index: PassageIndex, passage: number): ReadonlySet<number> {
  const heading = row(index.lines, passage)[0];
  return new Set([
    ...row(index.fields.body, passage),
    ...(heading === undefined ? [] : lineOf(index, heading)),
  ]);
}
