import type { Answer } from '../answers/answer.ts';
import type { KnownQuestion } from './question-set.ts';

/** One known question and what Svar made of it. */
export interface Outcome {
  readonly question: KnownQuestion;
  readonly kind: Answer['kind'];
  readonly confidence: number;
  /** Passage ids, best first. */
  readonly ranking: readonly string[];
  /** Ids of the passages that were posted or offered. */
  readonly shown: readonly string[];
  /** Sure enough to speak unasked. */
  readonly sure: boolean;
}

/** Figures over a set of questions: per cent, but `auroc` 0..1; null where the set holds nothing to count. */
export interface Figures {
  readonly questions: number;
  readonly outOfScope: number;
  /** First passage right, of the answerable. */
  readonly top1: number | null;
  /** A right one among the first five. */
  readonly recallAt5: number | null;
  /** Mean reciprocal rank of the first right one among five. */
  readonly mrrAt5: number | null;
  /** Chance that an answerable question is more confident than one out of scope, ties half. */
  readonly auroc: number | null;
  /** Answered with a right passage, of the answerable. */
  readonly right: number | null;
  /** Right one posted or among the suggestions, of the answerable. */
  readonly near: number | null;
  /** Got a passage or suggestions, of those out of scope: less is better. */
  readonly bothered: number | null;
  /** Left unanswered, of those out of scope. */
  readonly quiet: number | null;
  /** A wrong passage posted, of all. */
  readonly wrong: number | null;
  /** Right or rightly quiet, of all. */
  readonly accuracy: number | null;
  /** Right, of the answered. */
  readonly precision: number | null;
  /** Right, of those answered that are sure enough to be posted unasked. */
  readonly surePrecision: number | null;
  readonly sureRight: number | null;
}

const isAnswerable = ({ question }: Outcome): boolean => question.relevant.length > 0;
const isPosted = ({ kind }: Outcome): boolean => kind === 'found' || kind === 'pinned';
const isFirstRight = ({ question, ranking }: Outcome): boolean =>
  question.relevant.includes(ranking[0] ?? '');
const isRight = (outcome: Outcome): boolean => isPosted(outcome) && isFirstRight(outcome);

/** 1-based rank of the first right passage; 0 where none of the first five is. */
export function rankOfRight({ question, ranking }: Outcome): number {
  return ranking.slice(0, 5).findIndex((id) => question.relevant.includes(id)) + 1;
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);

function share(outcomes: readonly Outcome[], test: (outcome: Outcome) => boolean): number | null {
  return percent(outcomes.filter(test).length, outcomes.length);
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(isAnswerable);
  const outside = outcomes.filter((outcome) => !isAnswerable(outcome));
  const posted = outcomes.filter(isPosted);
  const sure = outcomes.filter((outcome) => isPosted(outcome) && outcome.sure);
  const reciprocal = answerable.reduce((sum, outcome) => {
    const rank = rankOfRight(outcome);
    return sum + (rank === 0 ? 0 : 1 / rank);
  }, 0);
  const isQuiet = (outcome: Outcome): boolean => !isPosted(outcome);
  return {
    questions: outcomes.length,
    outOfScope: outside.length,
    top1: share(answerable, isFirstRight),
    recallAt5: share(answerable, (outcome) => rankOfRight(outcome) > 0),
    mrrAt5: percent(reciprocal, answerable.length),
    auroc: areaUnderCurve(
      answerable.map(({ confidence }) => confidence),
      outside.map(({ confidence }) => confidence),
    ),
    right: share(answerable, isRight),
    near: share(answerable, ({ question, shown }) => shown.some((id) => question.relevant.includes(id))),
    bothered: share(outside, ({ shown }) => shown.length > 0),
    quiet: share(outside, isQuiet),
    wrong: share(outcomes, (outcome) => isPosted(outcome) && !isFirstRight(outcome)),
    accuracy: share(outcomes, (outcome) => (isAnswerable(outcome) ? isRight(outcome) : isQuiet(outcome))),
    precision: share(posted, isFirstRight),
    surePrecision: share(sure, isFirstRight),
    sureRight: percent(sure.filter(isFirstRight).length, answerable.length),
  };
}

/** Mann and Whitney 1947: the area under the receiver operating characteristic; null where one side is empty. */
export function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number | null {
  if (positive.length === 0 || negative.length === 0) return null;
  const sorted = negative.toSorted((a, b) => a - b);
  const below = (value: number, orEqual: boolean): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = sorted[middle] ?? 0;
      if (other < value || (orEqual && other === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = positive.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (positive.length * negative.length);
}
