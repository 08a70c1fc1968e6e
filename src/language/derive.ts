/** The roots that a stem may be derived from, the stem itself first: måling → måling, mål. */
export type RootsOf = (stem: string) => readonly string[];

/** Short endings are often part of the root itself. */
const shortEnding = 2;
const shortestRoot = 3;
const shortestRootOfShortEnding = 4;

/** Where no endings are known, so many letters at the beginning make a family. */
const sharedBeginning = 5;

/**
 * Takes the endings that derive words off stems. What Snowball leaves on (-ing, -else, a participle's -t) keeps verb and
 * noun apart; which root is right only the articles' own words tell, so all that are possible are given. A language without a list of endings brings together what begins alike.
 */
export function rootsOf(derivations: readonly string[]): RootsOf {
  if (derivations.length === 0) return beginningOf;
  return (stem) => {
    const roots = [stem];
    for (const ending of derivations) {
      const least = ending.length <= shortEnding ? shortestRootOfShortEnding : shortestRoot;
      if (stem.length - ending.length >= least && stem.endsWith(ending)) {
        roots.push(stem.slice(0, -ending.length));
      }
    }
    return roots;
  };
}

/** The mark keeps a beginning apart from a word that is spelt like it. */
const beginningOf: RootsOf = (stem) =>
  stem.length < sharedBeginning ? [stem] : [stem, `${stem.slice(0, sharedBeginning)}…`];
