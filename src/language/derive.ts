/** What a stem may come from, itself first: måling → måling, mål. Words that share one are relatives. */
export type RootsOf = (stem: string) => readonly string[];

/** Short endings are often part of the root itself. */
const shortEnding = 2;
const shortestRoot = 3;
const shortestRootOfShortEnding = 4;
/** Where no endings are known, so many letters at the beginning make a family. */
const sharedBeginning = 5;

/**
 * The stem without the endings that derive words; several words have no relatives. What Snowball leaves on (-ing, -else, a participle's -t) keeps verb and
 * noun apart; which root is right only the articles' own words tell, so all are given. A language whose endings nobody has
 * listed brings together what begins alike, which finds as much and is sure of less.
 */
export function rootsOf(derivations: readonly string[]): RootsOf {
  if (derivations.length === 0) return beginningOf;
  return (stem) => {
    if (stem.includes(' ')) return [stem];
    const roots = derivations
      .filter((ending) => stem.endsWith(ending) && stem.length - ending.length >= leastBefore(ending))
      .map((ending) => stem.slice(0, -ending.length));
    return [stem, ...roots];
  };
}

const leastBefore = (ending: string): number =>
  ending.length <= shortEnding ? shortestRootOfShortEnding : shortestRoot;

/** The mark keeps a beginning apart from a word that is spelt like it. */
const beginningOf: RootsOf = (stem) =>
  stem.length < sharedBeginning || stem.includes(' ') ? [stem] : [stem, `${stem.slice(0, sharedBeginning)}…`];
