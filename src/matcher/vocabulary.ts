import type { Role, Word } from './input.ts';

/** Every term of the articles with a number of its own, and the spellings it was met in. */
export interface Vocabulary {
  readonly terms: readonly string[];
  readonly roles: readonly Role[];
  /** −1 for a term that the articles do not hold. */
  idOf(term: string): number;
  /** Folded spelling → number of its term. */
  readonly spellings: ReadonlyMap<string, number>;
}

/** A vocabulary that grows while articles are read. */
export interface GrowingVocabulary extends Vocabulary {
  /** The word's number, a new one if it is new. */
  intern(word: Word): number;
  /** The number of a term that stands in no text as such (the part of a compound). */
  internTerm(term: string, role: Role): number;
}

export function growingVocabulary(): GrowingVocabulary {
  const terms: string[] = [];
  const roles: Role[] = [];
  const ids = new Map<string, number>();
  const spellings = new Map<string, number>();
  function internTerm(term: string, role: Role): number {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, terms.length);
    roles.push(role);
    return terms.push(term) - 1;
  }
  return {
    terms,
    roles,
    spellings,
    idOf: (term) => ids.get(term) ?? -1,
    internTerm,
    intern({ term, folded, role }) {
      const known = spellings.get(folded);
      if (known !== undefined) return known;
      const id = internTerm(term, role);
      spellings.set(folded, id);
      return id;
    },
  };
}
