import type { Vocabulary } from './vocabulary.ts';

/** The terms of the articles that share a root with a term, itself left out: at most twelve, those that begin most alike first. */
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
    if (found.size <= most) return Array.from(found);
    return Array.from(found, (id) => ({ id, shared: sharedBeginning(term, vocabulary.terms[id] ?? '') }))
      .toSorted((a, b) => b.shared - a.shared || a.id - b.id)
      .slice(0, most)
      .map(({ id }) => id);
  };
}

/** A family of hundreds would cost more than it brings. */
const most = 12;

function sharedBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
