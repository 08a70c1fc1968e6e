/** Finds known phrases in a sequence of words: a trie over words, longest match first. */
export interface PhraseTable<Value> {
  /** The longest phrase that begins at `start`: how many words it takes and what it stands for. */
  at(words: readonly string[], start: number): { readonly length: number; readonly value: Value } | null;
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value: Value | undefined;
}

/** A phrase met in a text: the places of its words, in order, and what it stands for. */
export interface MetPhrase<Value> {
  readonly places: readonly number[];
  readonly value: Value;
}

/** Particles stand at most so many words behind their verb: "melder jeg mig fra". */
const particleWithin = 4;

/**
 * The longest phrase at every word of a text, and those of a verb whose particle (`isParticle`) stands apart from it.
 * The first particle behind a verb is the verb's.
 */
export function* phrasesIn<Value>(
  words: readonly string[],
  table: PhraseTable<Value>,
  isParticle: (word: string) => boolean,
): Generator<MetPhrase<Value>> {
  for (let start = 0; start < words.length; start++) {
    const next = table.at(words, start);
    if (next !== null) yield { places: range(start, next.length), value: next.value };
    if (next !== null && next.length > 1) continue;
    const particle = particleBehind(words, start, isParticle);
    const split = particle > start + 1 ? splitAt(words, table, start, particle) : null;
    if (split !== null) yield split;
  }
}

/** The place of the first particle behind a word; 0: there is none. */
function particleBehind(
  words: readonly string[],
  start: number,
  isParticle: (word: string) => boolean,
): number {
  const to = Math.min(words.length, start + 1 + particleWithin);
  for (let place = start + 1; place < to; place++) if (isParticle(words[place] ?? '')) return place;
  return 0;
}

const range = (start: number, length: number): readonly number[] =>
  Array.from({ length }, (_, offset) => start + offset);

function splitAt<Value>(
  words: readonly string[],
  table: PhraseTable<Value>,
  verb: number,
  particle: number,
): MetPhrase<Value> | null {
  const found = table.at([words[verb] ?? '', ...words.slice(particle, particle + particleWithin)], 0);
  if (found === null || found.length < 2) return null;
  return { places: [verb, ...range(particle, found.length - 1)], value: found.value };
}

/** A table of phrases given as folded words. An earlier phrase wins over an equal later one. */
export function phraseTable<Value>(
  phrases: Iterable<readonly [readonly string[], Value]>,
): PhraseTable<Value> {
  const root: Node<Value> = { next: new Map(), value: undefined };
  for (const [words, value] of phrases) insert(root, words, value);
  return {
    at(words, start) {
      let node: Node<Value> | undefined = root;
      let found: { length: number; value: Value } | null = null;
      for (let index = start; index < words.length; index++) {
        node = node.next.get(words[index] ?? '');
        if (node === undefined) break;
        if (node.value !== undefined) found = { length: index - start + 1, value: node.value };
      }
      return found;
    },
  };
}

function insert<Value>(root: Node<Value>, words: readonly string[], value: Value): void {
  if (words.length === 0) return;
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, (next = { next: new Map(), value: undefined }));
    node = next;
  }
  node.value ??= value;
}
