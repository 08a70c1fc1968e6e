import type { Vocabulary } from './vocabulary.ts';

/** The terms of the articles that share a root with a term, itself left out, ascending. */
export type Relatives = (term: string) => readonly number[];

/** Files every term under its roots. */
export function relatives(vocabulary: Vocabulary, rootsOf: (term: string) => readonly string[]): Relatives {
  const families = new Map<string, number[]>();
  vocabulary.terms.forEach((term, id) => {
    if (vocabulary.roles[id] === 'function') return;
    for (const root of rootsOf(term)) {
      const family = families.get(root);
      if (family === undefined) families.set(root, [id]);
      else family.push(id);
    }
  });
  return (term) => {
    const own = vocabulary.idOf(term);
    const found = new Set(rootsOf(term).flatMap((root) => families.get(root) ?? []));
    found.delete(own);
    return Array.from(found).toSorted((a, b) => a - b);
  };
}
