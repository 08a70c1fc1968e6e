import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { areaUnderCurve, figuresOf, rankOfRight, type Outcome } from '../../src/evaluate/figures.ts';
import { brokenFloors, parseFloors } from '../../src/evaluate/floors.ts';

/** What became of one question: the right passages, the ranking, the decision and how many of the ranking were shown. */
function outcome(
  relevant: readonly string[],
  ranking: readonly string[],
  kind: Answer['kind'],
  confidence: number,
  shown = 0,
): Outcome {
  const question = { id: 'q', question: 'q', relevant, kind: 'k' };
  return { question, kind, confidence, ranking, shown: ranking.slice(0, shown), sure: confidence > 0.9 };
}

const outcomes: readonly Outcome[] = [
  outcome(['a'], ['a', 'b'], 'found', 0.95, 1),
  outcome(['a'], ['b', 'a'], 'found', 0.5, 1),
  outcome(['a'], ['b', 'a', 'c'], 'unsure', 0.3, 3),
  outcome(['a'], ['b', 'c', 'd', 'e', 'f', 'a'], 'unknown', 0.1),
  outcome([], ['a', 'b'], 'found', 0.5, 1),
  outcome([], ['a', 'b'], 'unsure', 0.2, 2),
  outcome([], ['a'], 'unknown', 0.05),
  outcome([], [], 'unknown', 0),
];

describe('figures', () => {
  it('count what was posted, what was offered and whom it bothered', () => {
    expect(figuresOf(outcomes)).toEqual({
      questions: 8,
      outOfScope: 4,
      top1: 25,
      recallAt5: 75,
      mrrAt5: 50,
      auroc: 0.78125,
      right: 25,
      near: 50,
      bothered: 50,
      quiet: 75,
      wrong: 25,
      accuracy: 50,
      precision: 100 / 3,
      surePrecision: 100,
      sureRight: 25,
    });
  });

  it('are null where there is nothing to count', () => {
    const { top1, near, bothered, precision, auroc } = figuresOf([]);
    expect({ top1, near, bothered, precision, auroc }).toEqual({
      top1: null,
      near: null,
      bothered: null,
      precision: null,
      auroc: null,
    });
  });

  it.each([
    [['a'], ['a'], 1],
    [['a', 'b'], ['c', 'b', 'a'], 2],
    [['a'], ['b', 'c', 'd', 'e', 'a'], 5],
    [['a'], ['b', 'c', 'd', 'e', 'f', 'a'], 0],
    [[], ['a'], 0],
  ])('rank %j in %j as %i', (relevant, ranking, rank) => {
    expect(rankOfRight(outcome(relevant, ranking, 'unsure', 0))).toBe(rank);
  });

  it.each([
    [[1, 2], [0], 1],
    [[0], [1], 0],
    [[1], [1], 0.5],
    [[3, 1], [2, 1, 0], 4.5 / 6],
    [[], [1], null],
    [[1], [], null],
  ])('tell %j from %j by %s', (positive, negative, area) => {
    expect(areaUnderCurve(positive, negative)).toBe(area);
  });
});

describe('floors', () => {
  const figures = { ...figuresOf(outcomes), bothered: 30, wrong: 10, top1: 70 };
  it.each([
    ['top1=70', []],
    ['top1=70.1', ['top1']],
    ['TOP1=71', ['top1']],
    ['bothered=30', []],
    ['bothered=29', ['bothered']],
    ['wrong=9,top1=71', ['wrong', 'top1']],
  ])('%s', (text, broken) => {
    const floors = parseFloors(text, Object.keys(figures)) ?? [];
    expect(brokenFloors(figures, floors).map(({ figure }) => figure)).toEqual(broken);
  });

  it('tell a ceiling from a floor', () => {
    const broken = brokenFloors(figures, [
      { figure: 'bothered', bound: 29 },
      { figure: 'top1', bound: 71 },
    ]);
    expect(broken).toEqual([
      { figure: 'bothered', bound: 29, actual: 30, isCeiling: true },
      { figure: 'top1', bound: 71, actual: 70, isCeiling: false },
    ]);
  });

  it('are kept by what cannot be counted', () => {
    expect(brokenFloors(figuresOf([]), [{ figure: 'near', bound: 10 }])).toEqual([]);
  });

  it.each(['top1', 'top1=', 'top1=x', 'height=3', ''])('are not "%s"', (text) => {
    expect(parseFloors(text, ['top1'])).toBeNull();
  });
});
