/** The roots that a stem may be derived from, the stem itself first: måling → måling, mål. */
export type RootsOf = (stem: string) => readonly string[];

/** Short endings are often part of the root itself. */
const shortEnding = 2;
const shortestRoot = 3;
const shortestRootOfShortEnding = 4;

/**
 * Takes the endings that derive words off stems. What Snowball leaves on (-ing, -else, a participle's -t) keeps verb and
 * noun apart; which root is right only the articles' own words tell, so all that are possible are given.
 */
export function rootsOf(derivations: readonly string[]): RootsOf {
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
