import type { Hits } from './hits.ts';
import type { PassageIndex } from './index-builder.ts';
import type { Shares } from './line-match.ts';
import type { Rows } from './rows.ts';
import { termWeight } from './term-weight.ts';
import { closeLook } from './weights.ts';

const pairWindow = closeLook.pairWindow.value;
/** Further away than any window. */
const nowhere = -1000;

/**
 * Where terms that say something for a question stand in a text, in order. A text is gone through once; everything else is
 * read from these places, which are few.
 */
export class Occurrences {
  readonly #index: PassageIndex;
  readonly #hits: Hits;
  #places = new Uint32Array(256);
  #heads = new Uint32Array(256);
  #count = 0;
  /** By group: what parts of compounds add up to, and the last place where it stands. */
  readonly #parts: Float64Array;
  readonly #last: Int32Array;
  /** Raised for each text, so that a term counts once in it. */
  #reading = 0;

  constructor(index: PassageIndex, hits: Hits, groups: number) {
    this.#index = index;
    this.#hits = hits;
    this.#parts = new Float64Array(groups);
    this.#last = new Int32Array(groups);
  }

  get count(): number {
    return this.#count;
  }
  /** The place in its text of one of them. */
  place(occurrence: number): number {
    return this.#places[occurrence] ?? 0;
  }

  /** Finds those of a text. @returns how many there are */
  find(texts: Rows, text: number): number {
    this.#count = 0;
    return this.findMore(texts, text);
  }

  /** Adds those of a further text. */
  findMore({ offsets, values }: Rows, text: number): number {
    const from = offsets[text] ?? 0;
    const to = offsets[text + 1] ?? 0;
    if (this.#count + to - from > this.#places.length) this.#grow(this.#count + to - from);
    const { first } = this.#hits;
    const places = this.#places;
    const heads = this.#heads;
    let count = this.#count;
    for (let place = from; place < to; place++) {
      const head = first[values[place] ?? 0] ?? 0;
      if (head === 0) continue;
      places[count] = place - from;
      heads[count++] = head;
    }
    this.#count = count;
    return count;
  }

  /** By group: the best of its readings among some of these; parts of a compound add up. */
  meet(met: Shares, from = 0, to = this.#count): void {
    met.fill(0);
    if (from === to) return;
    const { groups, weights, areParts, next, seen } = this.#hits;
    const reading = ++this.#reading;
    let hasParts = false;
    for (let occurrence = from; occurrence < to; occurrence++) {
      for (let hit = this.#heads[occurrence] ?? 0; hit !== 0; hit = next[hit] ?? 0) {
        const group = groups[hit] ?? 0;
        const weight = weights[hit] ?? 0;
        if (areParts[hit] === 0) {
          if (weight > (met[group] ?? 0)) met[group] = weight;
        } else if (seen[hit] !== reading) {
          seen[hit] = reading;
          this.#parts[group] = (this.#parts[group] ?? 0) + weight;
          hasParts = true;
        }
      }
    }
    if (!hasParts) return;
    for (let group = 0; group < met.length; group++) {
      const sum = this.#parts[group] ?? 0;
      if (sum > (met[group] ?? 0)) met[group] = sum;
      this.#parts[group] = 0;
    }
  }

  /** What some of these explain of a heading that weighs `total`, 0..1. */
  explained(total: number, from = 0, to = this.#count): number {
    if (total === 0) return 0;
    let found = 0;
    for (let occurrence = from; occurrence < to; occurrence++)
      found += this.#weight(this.#heads[occurrence] ?? 0);
    return found / total;
  }

  /** The same, a term that stands there again left out. */
  explainedOnce(total: number): number {
    if (total === 0) return 0;
    const { seen } = this.#hits;
    const reading = ++this.#reading;
    let found = 0;
    for (let occurrence = 0; occurrence < this.#count; occurrence++) {
      const head = this.#heads[occurrence] ?? 0;
      if (seen[head] === reading) continue;
      seen[head] = reading;
      found += this.#weight(head);
    }
    return found / total;
  }

  /** Marks the groups that stand near the next one. */
  markPairs(paired: Uint8Array): void {
    if (this.#count === 0) return;
    const { groups, next } = this.#hits;
    const last = this.#last.fill(nowhere);
    for (let occurrence = 0; occurrence < this.#count; occurrence++) {
      const place = this.#places[occurrence] ?? 0;
      for (let hit = this.#heads[occurrence] ?? 0; hit !== 0; hit = next[hit] ?? 0) {
        const group = groups[hit] ?? 0;
        if (group > 0 && place - (last[group - 1] ?? nowhere) <= pairWindow) paired[group - 1] = 1;
        if (group + 1 < last.length && place - (last[group + 1] ?? nowhere) <= pairWindow) paired[group] = 1;
        last[group] = place;
      }
    }
  }

  /** A term's weight in a heading, as far as the question explains it. */
  #weight(head: number): number {
    const { strongest, terms } = this.#hits;
    return (strongest[head] ?? 0) * termWeight(this.#index, terms[head] ?? 0);
  }

  #grow(least: number): void {
    const places = new Uint32Array(2 * least);
    const heads = new Uint32Array(2 * least);
    places.set(this.#places);
    heads.set(this.#heads);
    this.#places = places;
    this.#heads = heads;
  }
}
