import type { PassageIndex } from './index-builder.ts';
import { Hits } from './hits.ts';
import type { QuestionKind } from './input.ts';
import { termWeight } from './term-weight.ts';

/**
 * What questions of one index are worked out in: arrays as large as the index, made with the first question and used by
 * all, and sums over each passage that no question changes. Whoever fills an array leaves it zeroed; nothing here waits,
 * so that no question meets another's numbers.
 */
export interface Workspace {
  /** What the terms say for the question that is looked at. */
  readonly hits: Hits;
  /** By passage. */
  readonly scores: Float64Array;
  readonly single: Float64Array;
  readonly sums: Float64Array;
  readonly likeness: Float64Array;
  /** Passages that have a score, and those that one word gives one. */
  readonly touched: Uint32Array;
  readonly reached: Uint32Array;
  /** By line: its cosine with the question. */
  readonly cosines: Float64Array;
  /** Lines that have one, and how many these are. */
  readonly touchedLines: Uint32Array;
  lineCount: number;
  readonly totals: Totals;
}

/** What the words of a text weigh together. */
export interface Totals {
  /** By line. */
  readonly lines: Float64Array;
  /** By passage: its article's title; the title and the heading, each term once. */
  readonly titles: Float64Array;
  readonly titledHeadings: Float64Array;
  /** By passage: the kinds of question that its lines ask, a bit each. */
  readonly kinds: Uint16Array;
}

const workspaces = new WeakMap<PassageIndex, Workspace>();

export function workspaceOf(index: PassageIndex): Workspace {
  const known = workspaces.get(index);
  if (known !== undefined) return known;
  const made = newWorkspace(index);
  workspaces.set(index, made);
  return made;
}

function newWorkspace(index: PassageIndex): Workspace {
  const { size, vocabulary } = index;
  const lines = index.lineTerms.offsets.length - 1;
  return {
    hits: new Hits(vocabulary.terms.length),
    scores: new Float64Array(size),
    single: new Float64Array(size),
    sums: new Float64Array(size),
    likeness: new Float64Array(size),
    touched: new Uint32Array(size),
    reached: new Uint32Array(size),
    cosines: new Float64Array(lines),
    touchedLines: new Uint32Array(lines),
    lineCount: 0,
    totals: totalsOf(index, lines),
  };
}

/** Each kind of question as a bit. */
export const kindBits: Readonly<Record<QuestionKind, number>> = {
  definition: 1,
  how: 2,
  why: 4,
  when: 8,
  who: 16,
  where: 32,
  'how-much': 64,
  which: 128,
  whether: 256,
  summary: 512,
  fault: 1024,
};

/** Every kind of question. */
export const questionKinds = keysOf(kindBits);

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  const keys: Key[] = [];
  for (const key in table) keys.push(key);
  return keys;
}

function totalsOf(index: PassageIndex, lineCount: number): Totals {
  const { size, lines, lineTerms, lineKinds, fields } = index;
  const weights = Float64Array.from(index.vocabulary.terms, (_, term) => termWeight(index, term));
  const seen = new Uint32Array(weights.length);
  const sum = ({ offsets, values }: typeof lineTerms, place: number): number => {
    let total = 0;
    const to = offsets[place + 1] ?? 0;
    for (let at = offsets[place] ?? 0; at < to; at++) total += weights[values[at] ?? 0] ?? 0;
    return total;
  };
  const once = ({ offsets, values }: typeof lineTerms, place: number, mark: number): number => {
    let total = 0;
    const to = offsets[place + 1] ?? 0;
    for (let at = offsets[place] ?? 0; at < to; at++) {
      const term = values[at] ?? 0;
      if (seen[term] === mark) continue;
      seen[term] = mark;
      total += weights[term] ?? 0;
    }
    return total;
  };
  const totals: Totals = {
    lines: Float64Array.from({ length: lineCount }, (_, line) => sum(lineTerms, line)),
    titles: Float64Array.from({ length: size }, (_, passage) => sum(fields.title, passage)),
    titledHeadings: new Float64Array(size),
    kinds: new Uint16Array(size),
  };
  for (let passage = 0; passage < size; passage++) {
    const from = lines.offsets[passage] ?? 0;
    const to = lines.offsets[passage + 1] ?? 0;
    const heading = from < to ? once(lineTerms, lines.values[from] ?? 0, passage + 1) : 0;
    totals.titledHeadings[passage] = heading + once(fields.title, passage, passage + 1);
    let kinds = 0;
    for (let place = from; place < to; place++) {
      const kind = lineKinds[lines.values[place] ?? 0] ?? null;
      if (kind !== null) kinds |= kindBits[kind];
    }
    totals.kinds[passage] = kinds;
  }
  return totals;
}
