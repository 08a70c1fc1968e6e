import { describe, expect, it } from 'vitest';
import { confidenceOf, meantBy, nearnessOf, offerable, type Judged } from '../../src/matcher/judgement.ts';
import { rank } from '../../src/matcher/rank.ts';
import { asked, indexOf } from './passages.ts';

const scored = (...scores: number[]): { score: number }[] => scores.map((score) => ({ score }));

describe('what may be offered', () => {
  it.each([
    ['nothing of nothing', [], []],
    ['one alone', [2], [2]],
    ['at most three', [2, 2, 2, 2], [2, 2, 2]],
    ['none below half of the first', [2, 1, 0.99], [2, 1]],
    ['by the first alone, not by the one before', [2, 1.1, 0.9], [2, 1.1]],
  ])('is %s', (_, given, offered) => {
    expect(offerable(scored(...given)).map(({ score }) => score)).toEqual(offered);
  });
});

const index = indexOf([
  ['Hvad koster levering?', 'Levering koster 49 kr.'],
  ['Hvordan slår jeg lyden fra?', 'Hold knappen nede.'],
  ['Hal 2', 'Hal 2 ligger ved skolen.'],
]);
const { traits } = asked(index, 'hvad koster levering');
const { ranking } = rank(index, asked(index, 'hvad koster levering'), { without: new Set(), candidates: 9 });
const [first] = ranking;
if (first === undefined) throw new Error('nothing is ranked');
const { features } = first;
const changed = (change: Partial<Judged['features']>, score = first.score): Judged => ({
  features: { ...features, ...change },
  score,
});
const far: Judged = changed({}, 0);

/** Each makes a passage less likely to answer, whatever is judged. */
const doubts: readonly (readonly [name: string, change: Partial<Judged['features']>])[] = [
  ['another name', { otherName: 1 }],
  ['another thing wanted', { otherWanted: 1 }],
  ['the opposite', { opposite: 1 }],
  ['another kind of question', { otherKind: 1 }],
  ['half a heading', { heading: 0.5 }],
  ['half of it covered', { coverage: 0.5 }],
  ['no exact line', { exact: 0 }],
  ['little information met', { mass: 0, spokenMass: 0 }],
  ['nothing of the kind wanted', { lacking: 1 }],
  ['something beyond a definition', { beyond: 1 }],
];

describe('the judgements', () => {
  const whole = changed({ exact: 1, heading: 1, coverage: 1, otherName: 0, otherKind: 0, kind: 1, mass: 1 });
  const doubted = (change: Partial<Judged['features']>): Judged => ({
    ...whole,
    features: { ...whole.features, ...change },
  });

  it.each(doubts)('are less sure with %s', (_, change) => {
    const given = doubted(change);
    expect(confidenceOf([given, far], traits)).toBeLessThan(confidenceOf([whole, far], traits));
    expect(nearnessOf([given], traits)).toBeLessThan(nearnessOf([whole], traits));
  });

  it('are surer of the first the further it is ahead', () => {
    const close = { ...whole, score: whole.score - 0.1 };
    expect(confidenceOf([whole, close], traits)).toBeLessThan(confidenceOf([whole, far], traits));
    expect(meantBy(whole, traits)).toBe(meantBy({ ...whole, score: 0 }, traits));
  });

  it('are less sure in a large collection and of vague words', () => {
    expect(confidenceOf([whole], { ...traits, size: 1 })).toBeLessThan(confidenceOf([whole], traits));
    expect(nearnessOf([whole], { ...traits, vague: 1 })).toBeLessThan(nearnessOf([whole], traits));
  });

  it('take of those offered the best of each', () => {
    const doubtful = doubted({ otherName: 1, heading: 0.2, exact: 0 });
    expect(nearnessOf([doubtful, whole], traits)).toBeGreaterThan(nearnessOf([doubtful], traits));
  });

  it('are 0 where nothing is shared, or nothing ranked', () => {
    const nothing = doubted({ coverage: 0, exact: 0, likeness: 0 });
    expect([
      confidenceOf([nothing], traits),
      nearnessOf([nothing], traits),
      meantBy(nothing, traits),
    ]).toEqual([0, 0, 0]);
    expect([confidenceOf([], traits), nearnessOf([], traits)]).toEqual([0, 0]);
  });
});
