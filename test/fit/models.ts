import { addOuter, dot, flat, greatest } from './newton.ts';

/** One example of a judgement: its terms, whether it was right, and what it counts. */
export interface Example {
  readonly terms: Float64Array;
  readonly isRight: boolean;
  readonly weight: number;
}

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Logistic regression (Cox 1958) with a normal prior. */
export function fittedJudgement(
  examples: readonly Example[],
  prior: Float64Array,
  penalties: Float64Array,
): Float64Array {
  return greatest(prior, penalties, (point) => {
    const slope = flat(point.length);
    for (const { terms, isRight, weight } of examples) {
      const expected = chance(dot(point, terms));
      addOuter(slope.curvature, terms, weight * expected * (1 - expected));
      const error = weight * ((isRight ? 1 : 0) - expected);
      terms.forEach((value, place) => {
        slope.gradient[place] = (slope.gradient[place] ?? 0) + error * value;
      });
    }
    return slope;
  });
}

/** One question with the terms of its candidates, of which at least one is right. */
export interface Choice {
  readonly candidates: readonly Float64Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** How steeply chances of being first follow the score: a tenth of a score tells about two to one. */
const steepness = 6;

/** Conditional logit (McFadden 1974) of "which passage is right", with a normal prior. */
export function fittedScore(
  choices: readonly Choice[],
  prior: Float64Array,
  penalties: Float64Array,
): Float64Array {
  return greatest(prior, penalties, (point) => {
    const slope = flat(point.length);
    for (const choice of choices) addChoice(slope, choice, point);
    return slope;
  });
}

function addChoice(
  slope: ReturnType<typeof flat>,
  { candidates, right, weight }: Choice,
  point: Float64Array,
): void {
  const chances = softmax(candidates.map((terms) => steepness * dot(point, terms)));
  const rightChance = chances.reduce((sum, value, place) => sum + (right[place] === true ? value : 0), 0);
  const mean = new Float64Array(point.length);
  candidates.forEach((terms, place) => {
    const share = chances[place] ?? 0;
    addOuter(slope.curvature, terms, weight * steepness ** 2 * share);
    const wanted = right[place] === true && rightChance > 0 ? share / rightChance : 0;
    terms.forEach((value, term) => {
      mean[term] = (mean[term] ?? 0) + share * value;
      slope.gradient[term] = (slope.gradient[term] ?? 0) + weight * steepness * (wanted - share) * value;
    });
  });
  addOuter(slope.curvature, mean, -weight * steepness ** 2);
}

function softmax(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Mean surprise, in nats: the loss that both models make least. */
export function logLoss(examples: readonly Example[], point: Float64Array): number {
  const floor = 1e-3;
  let loss = 0;
  let total = 0;
  for (const { terms, isRight, weight } of examples) {
    const expected = Math.min(1 - floor, Math.max(floor, chance(dot(point, terms))));
    loss -= weight * Math.log(isRight ? expected : 1 - expected);
    total += weight;
  }
  return total === 0 ? 0 : loss / total;
}
