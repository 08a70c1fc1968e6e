import { scoreParts } from '../../src/matcher/parts.ts';
import { firstRight, oneOfThree, scoring, valuesOf } from '../../src/matcher/weights.ts';
import { fittedJudgement, fittedScore, type Choice } from './models.ts';
import { examplesOf, rankedSet, type Ranked } from './outcomes.ts';
import { priors, type Prior } from './priors.ts';
import type { SampledSet } from './samples.ts';

/** Weights of the score and of the two judgements, in the order of their tables. */
export interface Numbers {
  readonly score: Float64Array;
  readonly first: Float64Array;
  readonly near: Float64Array;
}

const scoreValues = valuesOf(scoring);

/** What is in `weights.ts` now. */
export const shipped: Numbers = {
  score: Float64Array.from(scoreParts, (part) => scoreValues[part]),
  first: Float64Array.from(Object.values(firstRight), ({ value }) => value),
  near: Float64Array.from(Object.values(oneOfThree), ({ value }) => value),
};

/** A set of more questions than this counts as this many: large ones must not outvote the others. */
const mostWeight = 120;

const weightOf = ({ samples }: SampledSet): number => Math.min(1, mostWeight / (samples.length || 1));

/** Fits the score first, and the judgements on the rankings that it makes. */
export function fitted(sets: readonly SampledSet[]): Numbers {
  const score = scoreFrom(sets);
  const ranked = sets.map((set) => ({ ranked: rankedSet(set, score), weight: weightOf(set) }));
  return { score, first: judgementFrom(ranked, 'first'), near: judgementFrom(ranked, 'near') };
}

function scoreFrom(sets: readonly SampledSet[]): Float64Array {
  const choices = sets.flatMap((set) =>
    set.samples.flatMap(({ passages }): readonly Choice[] => {
      const right = passages.map(({ isRight }) => isRight);
      if (!right.includes(true)) return [];
      return [{ candidates: passages.map(({ terms }) => terms), right, weight: weightOf(set) }];
    }),
  );
  return fittedScore(choices, ...ordered(priors.score, scoreParts));
}

function judgementFrom(
  sets: readonly { readonly ranked: readonly Ranked[]; readonly weight: number }[],
  judgement: 'first' | 'near',
): Float64Array {
  const examples = sets.flatMap(({ ranked, weight }) => examplesOf(ranked, judgement, weight));
  const names = Object.keys(judgement === 'first' ? firstRight : oneOfThree);
  return fittedJudgement(examples, ...ordered(priors[judgement], names));
}

function ordered(
  prior: Readonly<Record<string, Prior>>,
  names: readonly string[],
): [values: Float64Array, penalties: Float64Array] {
  return [
    Float64Array.from(names, (name) => prior[name]?.value ?? 0),
    Float64Array.from(names, (name) => prior[name]?.precision ?? 1),
  ];
}
