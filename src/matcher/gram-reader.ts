import { gramsOf, weightOfUnseen, type GramIndex, type GramVector } from './grams.ts';
import type { Word } from './input.ts';
import { Remembered } from './remembered.ts';

/** One word's features in an index: those that lines have, and the others as text. */
interface WordFeatures {
  readonly known: Uint32Array;
  readonly unseen: readonly string[];
}

/** Words that are remembered for each index. */
const mostWords = 4000;
const remembered = new WeakMap<GramIndex, Remembered<WordFeatures>>();

/** What `gramVector` makes of `gramsOf(words)`, from words that were met before as far as they were. */
export function questionVector(index: GramIndex, words: readonly Word[]): GramVector {
  const known: number[] = [];
  const unseen: string[] = [];
  const features = wordsRemembered(index);
  let previous: string | null = null;
  for (const word of words) {
    const { term, folded, role } = word;
    const own = features.get(`${role === 'function' ? 'f' : 'w'}${folded} ${term}`, () =>
      featuresOf(index, word),
    );
    for (const id of own.known) known.push(id);
    for (const gram of own.unseen) unseen.push(gram);
    if (previous !== null) {
      const pair = `p${previous} ${term}`;
      const id = index.ids.get(pair);
      if (id === undefined) unseen.push(pair);
      else known.push(id);
    }
    previous = term;
  }
  return vectorOf(index, new Uint32Array(known).toSorted(), unseen);
}

function vectorOf(index: GramIndex, sorted: Uint32Array, unseen: readonly string[]): GramVector {
  let count = 0;
  let sum = 0;
  let last = -1;
  for (let place = 0; place < sorted.length; place++) {
    const id = sorted[place] ?? 0;
    if (id === last) continue;
    last = id;
    sorted[count++] = id;
    sum += (index.weights[id] ?? 0) ** 2;
  }
  for (const gram of new Set(unseen)) sum += weightOfUnseen(index, gram) ** 2;
  const length = Math.sqrt(sum) || 1;
  const features = sorted.subarray(0, count);
  const values = new Float64Array(count);
  for (let place = 0; place < count; place++)
    values[place] = (index.weights[features[place] ?? 0] ?? 0) / length;
  return { features, values };
}

function wordsRemembered(index: GramIndex): Remembered<WordFeatures> {
  const known = remembered.get(index);
  if (known !== undefined) return known;
  const made = new Remembered<WordFeatures>(mostWords);
  remembered.set(index, made);
  return made;
}

function featuresOf({ ids }: GramIndex, word: Word): WordFeatures {
  const known: number[] = [];
  const unseen: string[] = [];
  for (const gram of gramsOf([word])) {
    const id = ids.get(gram);
    if (id === undefined) unseen.push(gram);
    else known.push(id);
  }
  return { known: Uint32Array.from(known), unseen };
}
