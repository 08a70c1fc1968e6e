import type { Features } from './features.ts';
import type { Traits } from './traits.ts';
import { firstRight, judging, meantAlone, oneOfThree, valuesOf } from './weights.ts';

/** A passage of the ranking as the judgements see it. */
export interface Judged {
  readonly features: Features;
  readonly score: number;
}

/** What the first judgement, that the first passage answers, is made of. */
export type FirstTerm = keyof typeof firstRight | keyof typeof meantAlone;
/** What the second judgement, that one of those offered answers, is made of. */
export type NearTerm = keyof typeof oneOfThree;

const firstWeights = valuesOf(firstRight);
const aloneWeights = valuesOf(meantAlone);
const nearWeights = valuesOf(oneOfThree);

/** 0..1: how sure the first of these answers the question; 0 where it shares nothing with it. */
export const confidenceOf = (ranking: readonly Judged[], traits: Traits): number =>
  probability(firstWeights, firstTerms(ranking, traits), ranking[0]);

/** 0..1: how sure one passage or entry by itself is meant, whatever else is like the question. */
export const meantBy = (judged: Judged, traits: Traits): number =>
  probability(aloneWeights, firstTerms([judged], traits), judged);

/** 0..1: how likely one of these, the first ones of different meaning, answers the question. */
export const nearnessOf = (offered: readonly Judged[], traits: Traits): number =>
  probability(nearWeights, nearTerms(offered, traits), offered[0]);

/** A logistic model (Cox 1958): the chance that goes with the terms weighed. */
function probability<Term extends string>(
  weights: Readonly<Record<Term, number>>,
  terms: Readonly<Record<NoInfer<Term>, number>> | null,
  first: Judged | undefined,
): number {
  if (terms === null || first === undefined || sharesNothing(first)) return 0;
  let sum = 0;
  for (const term in weights) sum += weights[term] * terms[term];
  return 1 / (1 + Math.exp(-sum));
}

const sharesNothing = ({ features: { coverage, exact, likeness } }: Judged): boolean =>
  coverage === 0 && exact === 0 && likeness === 0;

/** Half a heading is much less than half the proof: what stands in it counts by its square. */
export function firstTerms(
  [first, second]: readonly Judged[],
  traits: Traits,
): Readonly<Record<FirstTerm, number>> | null {
  if (first === undefined) return null;
  const { features } = first;
  const margin = marginOf(first, second);
  return {
    bias: 1,
    headingSquared: features.heading ** 2,
    coverage: features.coverage,
    sentence: features.sentence,
    likeness: features.likeness,
    pairs: features.pairs,
    exact: features.exact,
    kind: Math.max(0, features.kind),
    otherKind: features.otherKind,
    mass: features.mass,
    logMass: Math.log1p(features.mass),
    spokenMass: Math.log1p(features.spokenMass),
    rarestUnmet: features.rarestUnmet,
    lacking: features.lacking,
    beyond: features.beyond,
    margin,
    marginHeading: margin * features.heading,
    size: traits.size,
    sizeUnmet: traits.size * (1 - features.coverage),
    vague: traits.vague,
    otherName: features.otherName,
    otherWanted: features.otherWanted,
    sameWanted: features.sameWanted,
    opposite: features.opposite,
    model: traits.isModelled ? evidenceOfModel(features.model) : 0,
    modelled: traits.isModelled ? 1 : 0,
  };
}

/** Of each feature the best among those offered. */
export function nearTerms(
  offered: readonly Judged[],
  traits: Traits,
): Readonly<Record<NearTerm, number>> | null {
  const [first, second] = offered;
  if (first === undefined) return null;
  const most = (value: (features: Features) => number): number =>
    offered.reduce((found, { features }) => Math.max(found, value(features)), 0);
  const least = (value: (features: Features) => number): number =>
    offered.reduce((found, { features }) => Math.min(found, value(features)), 1);
  const coverage = most((features) => features.coverage);
  const total = offered.reduce((sum, { features }) => sum + features.coverage, 0);
  return {
    bias: 1,
    headingSquared: most(({ heading }) => heading) ** 2,
    coverage,
    meanCoverage: total / offered.length,
    sentence: most(({ sentence }) => sentence),
    likeness: most(({ likeness }) => likeness),
    pairs: most(({ pairs }) => pairs),
    exact: most(({ exact }) => exact),
    kind: most(({ kind }) => kind),
    otherKind: least(({ otherKind }) => otherKind),
    logMass: Math.log1p(most(({ mass }) => mass)),
    spokenMass: Math.log1p(most(({ spokenMass }) => spokenMass)),
    rarestUnmet: least(({ rarestUnmet }) => rarestUnmet),
    lacking: least(({ lacking }) => lacking),
    beyond: least(({ beyond }) => beyond),
    margin: marginOf(first, second),
    size: traits.size,
    sizeUnmet: traits.size * (1 - coverage),
    vague: traits.vague,
    otherName: least(({ otherName }) => otherName),
    otherWanted: least(({ otherWanted }) => otherWanted),
    sameWanted: most(({ sameWanted }) => sameWanted),
    opposite: least(({ opposite }) => opposite),
    model: traits.isModelled ? evidenceOfModel(most(({ model }) => model)) : 0,
    modelled: traits.isModelled ? 1 : 0,
  };
}

/** How far the first is ahead, as far as it holds the question: among few passages the first is far ahead with one word. */
const marginOf = ({ score, features }: Judged, second: Judged | undefined): number =>
  Math.min(1, score - (second?.score ?? 0)) * features.coverage;

/** What the model of phrasings says, by its logarithm; one chance in nine says neither yes nor no. */
const evidenceOfModel = (chance: number): number => Math.log(chance + 0.02) + 2;

/** Those of the first ones that may be offered: what scores far below the first is not. */
export function offerable<Match extends { readonly score: number }>(
  matches: readonly Match[],
): readonly Match[] {
  const least = (matches[0]?.score ?? 0) * judging.farBelow.value;
  return matches.slice(0, judging.mostOffered.value).filter(({ score }) => score >= least);
}
