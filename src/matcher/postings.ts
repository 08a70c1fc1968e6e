import { at, GrowingNumbers, row, type Rows } from './rows.ts';
import { compoundShare, fieldWeights, impact, inverseDocumentFrequency, type FieldName } from './weight.ts';

/** The inverted index: for each term the passages that hold it, with what it adds to their score. */
export interface Postings {
  readonly offsets: Uint32Array;
  /** Numbers of passages, ascending per term. */
  readonly passages: Uint32Array;
  /** BM25F's part of the term in the passage, inverse document frequency included. */
  readonly impacts: Float32Array;
  /** By term: the number of passages that hold it, compounds included. */
  readonly frequency: Uint32Array;
  /** By term. */
  readonly idf: Float32Array;
}

export interface PostingsInput {
  readonly size: number;
  readonly terms: number;
  readonly fields: Readonly<Record<'parents' | 'title' | 'keywords' | 'body', Rows>>;
  readonly lines: Rows;
  readonly lineTerms: Rows;
  readonly parts: Rows;
  /** Frequencies elsewhere that count as well; null: there is no elsewhere. */
  readonly elsewhere: OtherFrequencies | null;
}

/** How many passages of another collection hold each of these terms. */
export interface OtherFrequencies {
  readonly documents: number;
  /** By term. */
  readonly frequency: Uint32Array;
}

/** A field as runs of terms of one passage. */
type FieldReader = (passage: number) => readonly Uint32Array[];

/** Inverts the fields (BM25F: frequencies are weighed and normalised per field, then summed, then saturated). */
export function postingsOf(input: PostingsInput): Postings {
  const { size, terms, parts } = input;
  const weights = fieldWeights(size);
  const readers = readersOf(input);
  const names: readonly FieldName[] = ['heading', 'phrasing', 'parents', 'title', 'keywords', 'body'];
  const averages = names.map((name) => Math.max(1, averageLength(readers[name], size)));
  const frequencyOf = new Float32Array(terms);
  const foundTerms = new GrowingNumbers(1 << 16);
  const foundPassages = new GrowingNumbers(1 << 16);
  const found: Float32Array[] = [];
  for (let passage = 0; passage < size; passage++) {
    const touched: number[] = [];
    const add = (term: number, weight: number): void => {
      if (frequencyOf[term] === 0) touched.push(term);
      frequencyOf[term] = at(frequencyOf, term) + weight;
    };
    names.forEach((name, index) => {
      const runs = readers[name](passage);
      const length = runs.reduce((sum, run) => sum + run.length, 0);
      if (length === 0) return;
      const { weight, b } = weights[name];
      const each = weight / (1 - b + (b * length) / (averages[index] ?? 1));
      for (const run of runs) {
        for (const term of run) {
          add(term, each);
          for (const part of row(parts, term)) add(part, each * compoundShare);
        }
      }
    });
    const values = new Float32Array(touched.length);
    touched.forEach((term, index) => {
      values[index] = at(frequencyOf, term);
      frequencyOf[term] = 0;
      foundTerms.push(term);
      foundPassages.push(passage);
    });
    found.push(values);
  }
  return sortedByTerm(size, terms, foundTerms.finish(), foundPassages.finish(), found, input.elsewhere);
}

/** Reads one row a passage. */
const one =
  (rows: Rows): FieldReader =>
  (passage) => [row(rows, passage)];

function readersOf({ fields, lines, lineTerms }: PostingsInput): Readonly<Record<FieldName, FieldReader>> {
  return {
    heading: (passage) => Array.from(row(lines, passage).subarray(0, 1), (line) => row(lineTerms, line)),
    phrasing: (passage) => Array.from(row(lines, passage).subarray(1), (line) => row(lineTerms, line)),
    parents: one(fields.parents),
    title: one(fields.title),
    keywords: one(fields.keywords),
    body: one(fields.body),
  };
}

function averageLength(reader: FieldReader, size: number): number {
  let length = 0;
  let holding = 0;
  for (let passage = 0; passage < size; passage++) {
    const own = reader(passage).reduce((sum, run) => sum + run.length, 0);
    length += own;
    if (own > 0) holding++;
  }
  return holding === 0 ? 0 : length / holding;
}

/** Counting sort of (passage, term, frequency) by term; passages stay ascending. */
function sortedByTerm(
  size: number,
  terms: number,
  termOf: Uint32Array,
  passageOf: Uint32Array,
  frequencies: readonly Float32Array[],
  elsewhere: OtherFrequencies | null,
): Postings {
  const offsets = new Uint32Array(terms + 1);
  for (const term of termOf) offsets[term + 1] = at(offsets, term + 1) + 1;
  const frequency = offsets.slice(1);
  for (let term = 0; term < terms; term++) offsets[term + 1] = at(offsets, term + 1) + at(offsets, term);
  const documents = size + (elsewhere?.documents ?? 0);
  const idf = Float32Array.from(frequency, (count, term) =>
    inverseDocumentFrequency(documents, count + (elsewhere === null ? 0 : at(elsewhere.frequency, term))),
  );
  const next = offsets.slice();
  const passages = new Uint32Array(termOf.length);
  const impacts = new Float32Array(termOf.length);
  let index = 0;
  for (const values of frequencies) {
    for (const value of values) {
      const term = at(termOf, index);
      const place = at(next, term);
      passages[place] = at(passageOf, index);
      impacts[place] = impact(at(idf, term), value);
      next[term] = place + 1;
      index++;
    }
  }
  return { offsets, passages, impacts, frequency, idf };
}
