/** Finds known phrases in a sequence of words: a trie over words, longest match first. */
export interface PhraseTable<Value> {
  /** The longest phrase that begins at `start`: how many words it takes and what it stands for. */
  at(words: readonly string[], start: number): { readonly length: number; readonly value: Value } | null;
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value: Value | undefined;
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
