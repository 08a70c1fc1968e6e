import { lineOf, type PassageIndex } from './index-builder.ts';
import { at, row } from './rows.ts';
import { closeLook } from './weights.ts';

/** From here two passages are taken to say the same. */
export const alikeFrom = closeLook.alikeFrom.value;
const fewestTerms = closeLook.fewestTerms.value;

/** How much of the shorter of two passages the longer one repeats, 0..1; perhaps 0 where it is less than `least`. */
export type Resemblance = (one: number, other: number, least?: number) => number;

/** What a passage holds: its terms in order, each once, and what they weigh together. */
interface Held {
  readonly terms: Uint32Array;
  readonly total: number;
}

/** Passages whose terms are remembered for each index: those that answer often are compared often. */
const mostRemembered = 256;
const remembered = new WeakMap<PassageIndex, Map<number, Held>>();

/**
 * Compares passages of one index: shared terms by inverse document frequency, as a share of the smaller passage
 * (containment; Broder 1997, "On the resemblance and containment of documents").
 */
export function resemblances(index: PassageIndex): Resemblance {
  const known = remembered.get(index) ?? new Map<number, Held>();
  remembered.set(index, known);
  return (one, other, least = 0) =>
    containment(index, heldBy(index, known, one), heldBy(index, known, other), least);
}

function heldBy(index: PassageIndex, known: Map<number, Held>, passage: number): Held {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const [heading] = row(index.lines, passage);
  const body = row(index.fields.body, passage);
  const all = heading === undefined ? body : [...body, ...lineOf(index, heading)];
  const terms = Uint32Array.from(new Set(all)).toSorted();
  const held = { terms, total: terms.reduce((sum, term) => sum + at(index.postings.idf, term), 0) };
  if (known.size >= mostRemembered) known.clear();
  known.set(passage, held);
  return held;
}

function containment({ postings: { idf } }: PassageIndex, one: Held, other: Held, least: number): number {
  const [smaller, larger] = one.terms.length < other.terms.length ? [one, other] : [other, one];
  const { terms, total } = smaller;
  const others = larger.terms;
  if (terms.length < fewestTerms || total === 0) return 0;
  let missing = 0;
  let place = 0;
  // Most passages have little in common, which shows before they are gone through.
  for (let mine = 0; mine < terms.length && missing <= (1 - least) * total + rounding; mine++) {
    const term = terms[mine] ?? 0;
    while (place < others.length && (others[place] ?? 0) < term) place++;
    if (others[place] !== term) missing += idf[term] ?? 0;
  }
  return Math.max(0, 1 - missing / total);
}

/** Sums of the same numbers in another order may differ by less than this. */
const rounding = 1e-9;
