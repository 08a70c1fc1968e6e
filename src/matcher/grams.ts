import { isSpelt } from './spelt.ts';
import type { Word } from './input.ts';
import { at, row, rowsBuilder, transposed, type Rows } from './rows.ts';
import { inverseDocumentFrequency } from './weight.ts';
import { ngrams, valuesOf } from './weights.ts';

/**
 * Headings and phrasings as vectors of words, word pairs and character 3- to 5-grams, for their cosine with a question
 * (McNamee and Mayfield 2004, "Character n-gram tokenization for European language text retrieval").
 */
export interface GramIndex {
  readonly ids: ReadonlyMap<string, number>;
  /** By feature: weight of its kind × inverse document frequency. */
  readonly weights: Float32Array;
  /** Line → features. */
  readonly lines: Rows;
  /** Feature → lines. */
  readonly postings: Rows;
  /** Euclidean length of each line's vector. */
  readonly lengths: Float32Array;
}

const ngram = valuesOf(ngrams);
/** The first character of a feature tells its kind. */
const kindWeight: Readonly<Record<string, number>> = {
  w: ngram.word,
  f: ngram.functionWord,
  p: ngram.pair,
  g: ngram.letters,
  h: ngram.functionLetters,
};

/** The features of a line or a question: `w` words, `f` function words, `p` pairs, `g` and `h` character n-grams of these. */
export function gramsOf(words: readonly Word[]): readonly string[] {
  const found = new Set<string>();
  let previous: string | null = null;
  for (const { term, folded, role } of words) {
    const isFunction = role === 'function';
    found.add(`${isFunction ? 'f' : 'w'}${term}`);
    if (previous !== null) found.add(`p${previous} ${term}`);
    previous = term;
    // PS4 and PS5 would be half alike.
    if (!isSpelt(folded)) continue;
    const padded = Array.from(`_${folded}_`);
    for (let size = ngram.shortest; size <= ngram.longest; size++) {
      for (let from = 0; from + size <= padded.length; from++) {
        found.add(`${isFunction ? 'h' : 'g'}${padded.slice(from, from + size).join('')}`);
      }
    }
  }
  return Array.from(found);
}

export function gramIndex(lines: readonly (readonly string[])[]): GramIndex {
  const ids = new Map<string, number>();
  const kinds: string[] = [];
  const rows = rowsBuilder();
  for (const grams of lines) {
    for (const gram of grams) {
      let id = ids.get(gram);
      if (id === undefined) {
        id = ids.size;
        ids.set(gram, id);
        kinds.push(gram.charAt(0));
      }
      rows.push(id);
    }
    rows.endRow();
  }
  const lineRows = rows.finish();
  const postings = transposed(lineRows, ids.size);
  const weights = Float32Array.from(kinds, (kind, id) => {
    const frequency = at(postings.offsets, id + 1) - at(postings.offsets, id);
    return (kindWeight[kind] ?? 0) * inverseDocumentFrequency(lines.length, frequency);
  });
  const lengths = Float32Array.from(lines, (_, line) => lengthOf(row(lineRows, line), weights));
  return { ids, weights, lines: lineRows, postings, lengths };
}

function lengthOf(features: Uint32Array, weights: Float32Array): number {
  let sum = 0;
  for (const feature of features) sum += at(weights, feature) ** 2;
  return Math.sqrt(sum);
}

/** A question as a vector over the same features, of length 1. Features that no line has keep their share of the length. */
export interface GramVector {
  readonly features: Uint32Array;
  readonly values: Float64Array;
}

/** What a feature weighs that no line has. */
export const weightOfUnseen = ({ lengths }: GramIndex, gram: string): number =>
  (kindWeight[gram.charAt(0)] ?? 0) * inverseDocumentFrequency(lengths.length, 0);

export function gramVector(index: GramIndex, grams: readonly string[]): GramVector {
  const features: number[] = [];
  const values: number[] = [];
  let sum = 0;
  for (const gram of grams) {
    const id = index.ids.get(gram);
    const value = id === undefined ? weightOfUnseen(index, gram) : at(index.weights, id);
    sum += value ** 2;
    if (id === undefined) continue;
    features.push(id);
    values.push(value);
  }
  const length = Math.sqrt(sum) || 1;
  return {
    features: Uint32Array.from(features),
    values: Float64Array.from(values, (value) => value / length),
  };
}

/** Above so many lines, features that more than a share of them have are left out of the product. */
export const mostHolding = ({ lengths }: GramIndex): number =>
  lengths.length > ngram.manyLines ? lengths.length * ngram.commonShare : Infinity;

/**
 * Cosine of the question with every line that shares a feature: adds it to `cosines`, which holds zeros, and lists the
 * lines in `touched`. @returns how many these are
 */
export function addCosines(
  index: GramIndex,
  { features, values }: GramVector,
  cosines: Float64Array,
  touched: Uint32Array,
): number {
  const common = mostHolding(index);
  const { offsets, values: holding } = index.postings;
  let count = 0;
  for (let place = 0; place < features.length; place++) {
    const feature = features[place] ?? 0;
    const from = offsets[feature] ?? 0;
    const to = offsets[feature + 1] ?? 0;
    if (to - from > common) continue;
    const value = (values[place] ?? 0) * (index.weights[feature] ?? 0);
    for (let posting = from; posting < to; posting++) {
      const line = holding[posting] ?? 0;
      const sum = cosines[line] ?? 0;
      if (sum === 0) touched[count++] = line;
      cosines[line] = sum + value;
    }
  }
  for (let place = 0; place < count; place++) {
    const line = touched[place] ?? 0;
    cosines[line] = Math.min(1, (cosines[line] ?? 0) / (index.lengths[line] || 1));
  }
  return count;
}
