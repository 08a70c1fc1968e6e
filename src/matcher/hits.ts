import type { Group } from './groups.ts';
import type { PassageIndex } from './index-builder.ts';
import { compoundShare } from './weight.ts';

/** Most questions have fewer hits. */
const capacity = 256;

/**
 * The terms of the articles that say something for the question that is looked at, as arrays: a term's hits are a chain
 * that begins at `first[term]` and goes on at `next[hit]`; 0 ends it. Hits are numbered from 1.
 */
export class Hits {
  /** By term. */
  readonly first: Uint32Array;
  /** By hit: the group that the term stands for, how much of it, and whether as a part of a compound. */
  groups = new Uint16Array(capacity);
  weights = new Float64Array(capacity);
  areParts = new Uint8Array(capacity);
  next = new Uint32Array(capacity);
  /** By hit: the greatest weight from here to the end of the chain. */
  strongest = new Float64Array(capacity);
  /** By hit: its term, and the last reading of a text that met it. */
  terms = new Uint32Array(capacity);
  seen = new Uint32Array(capacity);
  /** How many there are, and one. */
  count = 1;

  constructor(terms: number) {
    this.first = new Uint32Array(terms);
  }

  fill({ compounds }: PassageIndex, groups: readonly Group[]): void {
    // Backwards, so that a chain goes through the groups in their order.
    for (let group = groups.length - 1; group >= 0; group--) {
      for (const { term, weight } of groups[group]?.parts ?? []) this.#add(term, group, weight, 1);
      for (const { term, weight } of groups[group]?.substitutes ?? []) {
        this.#add(term, group, weight, 0);
        const to = compounds.offsets[term + 1] ?? 0;
        for (let place = compounds.offsets[term] ?? 0; place < to; place++) {
          this.#add(compounds.values[place] ?? 0, group, weight * compoundShare, 0);
        }
      }
    }
  }

  clear(): void {
    for (let hit = 1; hit < this.count; hit++) this.first[this.terms[hit] ?? 0] = 0;
    this.count = 1;
  }

  #add(term: number, group: number, weight: number, isPart: 0 | 1): void {
    if (this.count === this.groups.length) this.#grow();
    const hit = this.count++;
    const rest = this.first[term] ?? 0;
    this.terms[hit] = term;
    this.seen[hit] = 0;
    this.groups[hit] = group;
    this.weights[hit] = weight;
    this.areParts[hit] = isPart;
    this.next[hit] = rest;
    this.strongest[hit] = rest === 0 ? weight : Math.max(weight, this.strongest[rest] ?? 0);
    this.first[term] = hit;
  }

  #grow(): void {
    const length = 2 * this.groups.length;
    this.groups = grown(this.groups, new Uint16Array(length));
    this.weights = grown(this.weights, new Float64Array(length));
    this.areParts = grown(this.areParts, new Uint8Array(length));
    this.next = grown(this.next, new Uint32Array(length));
    this.strongest = grown(this.strongest, new Float64Array(length));
    this.terms = grown(this.terms, new Uint32Array(length));
    this.seen = new Uint32Array(length);
  }
}

function grown<Numbers extends { set(values: Numbers): void }>(values: Numbers, larger: Numbers): Numbers {
  larger.set(values);
  return larger;
}
