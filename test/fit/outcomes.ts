import { thresholds } from '../../src/answers/decide.ts';
import { firstTerms, nearTerms, offerable, type Judged } from '../../src/matcher/judgement.ts';
import { firstRight, judging, oneOfThree } from '../../src/matcher/weights.ts';
import { chance, type Example } from './models.ts';
import { dot } from './newton.ts';
import { looked, type Sample, type SampledPassage, type SampledSet } from './samples.ts';

const firstNames = Object.keys(firstRight);
const nearNames = Object.keys(oneOfThree);

/** A question ranked with some weights of the score: what the two judgements see of it. */
export interface Ranked {
  readonly isAnswerable: boolean;
  readonly isFirstRight: boolean;
  readonly isNear: boolean;
  /** Null where nothing was found, or nothing is shared with it. */
  readonly first: Float64Array | null;
  readonly near: Float64Array | null;
}

export function rankedSet(set: SampledSet, weights: Float64Array): readonly Ranked[] {
  return set.samples.map((sample) => rankedSample(sample, weights));
}

interface Placed extends Judged, SampledPassage {
  readonly place: number;
}

function rankedSample(sample: Sample, weights: Float64Array): Ranked {
  const { question, passages, traits } = sample;
  const ranking = passages
    .map((passage, place): Placed => ({ ...passage, place, score: dot(weights, passage.terms) }))
    .toSorted((a, b) => b.score - a.score || a.place - b.place);
  const different = distinct(ranking.slice(0, judging.looked.value), sample);
  const offered = offerable(different);
  const [first] = ranking;
  const isNothing =
    first === undefined ||
    (first.features.coverage === 0 && first.features.exact === 0 && first.features.likeness === 0);
  const isJudged = traits !== null && !isNothing;
  return {
    isAnswerable: question.relevant.length > 0,
    isFirstRight: first?.isRight ?? false,
    isNear: offered.some(({ isRight }) => isRight),
    first: isJudged ? vectorOf(firstTerms(different, traits), firstNames) : null,
    near: isJudged ? vectorOf(nearTerms(offered, traits), nearNames) : null,
  };
}

function distinct(ranking: readonly Placed[], { alike }: Sample): readonly Placed[] {
  const kept: Placed[] = [];
  for (const one of ranking) {
    const isRepeated = kept.some(({ place }) =>
      alike.has(Math.min(place, one.place) * looked + Math.max(place, one.place)),
    );
    if (!isRepeated) kept.push(one);
  }
  return kept;
}

function vectorOf(
  terms: Readonly<Record<string, number>> | null,
  names: readonly string[],
): Float64Array | null {
  return terms === null ? null : Float64Array.from(names, (name) => terms[name] ?? 0);
}

/** What is said of each question at the two bars, as counts. */
export interface Counts {
  readonly answerable: number;
  readonly outOfScope: number;
  readonly firstRight: number;
  readonly posted: number;
  readonly postedRight: number;
  readonly near: number;
  readonly bothered: number;
}

export function counted(
  ranked: readonly Ranked[],
  first: Float64Array,
  near: Float64Array,
  bars: { readonly found: number; readonly unsure: number } = thresholds,
): Counts {
  const counts = {
    answerable: 0,
    outOfScope: 0,
    firstRight: 0,
    posted: 0,
    postedRight: 0,
    near: 0,
    bothered: 0,
  };
  for (const one of ranked) {
    const isPosted = one.first !== null && chance(dot(first, one.first)) >= bars.found;
    const isOffered = !isPosted && one.near !== null && chance(dot(near, one.near)) >= bars.unsure;
    const isRight = isPosted && one.isFirstRight;
    counts.posted += Number(isPosted);
    counts.postedRight += Number(isRight);
    counts.answerable += Number(one.isAnswerable);
    counts.outOfScope += Number(!one.isAnswerable);
    counts.firstRight += Number(one.isFirstRight);
    counts.near += Number(isRight || (isOffered && one.isNear));
    counts.bothered += Number(!one.isAnswerable && (isPosted || isOffered));
  }
  return counts;
}

/** Examples of one judgement, each question counting the same. */
export function examplesOf(
  ranked: readonly Ranked[],
  judgement: 'first' | 'near',
  weight: number,
): readonly Example[] {
  return ranked.flatMap((one) => {
    const terms = one[judgement];
    const isRight = judgement === 'first' ? one.isFirstRight : one.isNear;
    return terms === null ? [] : [{ terms, isRight, weight }];
  });
}
