import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstRight, oneOfThree, scoring, valuesOf } from '../../src/matcher/weights.ts';
import { fittedJudgement, fittedScore, logLoss, type Example } from './models.ts';
import { solved } from './newton.ts';
import { committedSets, keptOut } from './sets.ts';

const summary: unknown = JSON.parse(readFileSync(new URL('fitted.json', import.meta.url), 'utf8'));
/** Numbers are rounded where they are written down. */
const tolerance = 0.02;

describe.each(Object.entries({ scoring, firstRight, oneOfThree }))('the shipped %s', (name, table) => {
  it('are what npm run fit found', () => {
    const close = Object.fromEntries(
      Object.entries(valuesOf<string>(table)).map(([key, value]) => [
        key,
        expect.closeTo(value, -Math.log10(2 * tolerance)),
      ]),
    );
    expect(summary).toHaveProperty(name, close);
  });
});

describe('the sets', () => {
  it('that are kept out are in no fit', () => {
    for (const name of keptOut) expect(summary).not.toHaveProperty('sets', expect.arrayContaining([name]));
  });
  it('are there, those kept out among them', () => {
    const names = committedSets().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...keptOut]));
    expect(names.length).toBeGreaterThanOrEqual(21);
  });
});

describe('the fit', () => {
  const free = Float64Array.of(1e-9, 1e-9);
  const zero = Float64Array.of(0, 0);
  /** Of four questions without the sign one is right, with it three. */
  const examples = [0, 1].flatMap((sign) =>
    [0, 1, 2, 3].map((place): Example => ({
      terms: Float64Array.of(1, sign),
      isRight: place < 1 + 2 * sign,
      weight: 1,
    })),
  );

  it('finds the log odds of what it is shown', () => {
    const [bias = 0, sign = 0] = fittedJudgement(examples, zero, free);
    expect(bias).toBeCloseTo(Math.log(1 / 3), 4);
    expect(sign).toBeCloseTo(2 * Math.log(3), 4);
  });
  it('loses less than before it has seen anything', () => {
    const point = fittedJudgement(examples, zero, free);
    expect(logLoss(examples, zero)).toBeCloseTo(Math.log(2), 9);
    expect(logLoss(examples, point)).toBeCloseTo(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), 6);
  });
  it('stays where a strong prior holds it', () => {
    const point = fittedJudgement(examples, Float64Array.of(0.5, -1), Float64Array.of(1e9, 1e9));
    expect(point[0]).toBeCloseTo(0.5, 5);
    expect(point[1]).toBeCloseTo(-1, 5);
  });
  it('ranks what is right first', () => {
    const choice = {
      candidates: [Float64Array.of(0, 1), Float64Array.of(1, 0)],
      right: [false, true],
      weight: 1,
    };
    const [one = 0, other = 0] = fittedScore([choice], zero, Float64Array.of(1, 1));
    expect(one).toBeGreaterThan(0);
    expect(other).toBeCloseTo(-one, 6);
  });
  it('solves what it has to', () => {
    const found = solved([Float64Array.of(4, 1), Float64Array.of(1, 3)], Float64Array.of(1, 2));
    expect(found[0]).toBeCloseTo(1 / 11, 9);
    expect(found[1]).toBeCloseTo(7 / 11, 9);
  });
});
