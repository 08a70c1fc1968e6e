import type { Result } from '../../store/problem.ts';
import type { DayVotes, FeedbackStore } from '../../store/feedback.ts';
import type { Outcome, OutcomeKind, QuestionStore } from '../../store/questions.ts';
import type { ServerId } from '../../store/server.ts';

/** How often something answered. */
export interface Asked {
  /** A passage's hash, or `p` and a pin's id. */
  readonly target: string;
  readonly count: number;
}

/** What became of the questions of some days. */
export interface Figures {
  readonly days: number;
  readonly asked: number;
  readonly counts: Readonly<Record<OutcomeKind, number>>;
  readonly up: number;
  readonly down: number;
  /** Most asked first. */
  readonly most: readonly Asked[];
  /** The same day by day, oldest first. */
  readonly outcomes: readonly Outcome[];
  readonly votes: readonly DayVotes[];
}

/** Figures of a server; `days` ends with today. */
export interface FigureService {
  of(server: ServerId, days: number): Promise<Result<Figures>>;
}

const dayLength = 24 * 60 * 60 * 1000;

/** @param flush stores what is only counted yet */
export function figureService(
  questions: QuestionStore,
  feedback: FeedbackStore,
  flush: () => Promise<void>,
): FigureService {
  return {
    async of(server, days) {
      await flush();
      const since = new Date(Date.now() - (days - 1) * dayLength).toISOString().slice(0, 10);
      const outcomes = await questions.outcomes(server, since);
      if (!outcomes.ok) return outcomes;
      const votes = await feedback.votesByDay(server, new Date(since));
      return votes.ok ? { ok: true, value: figuresOf(days, outcomes.value, votes.value) } : votes;
    },
  };
}

/** Sums up days. */
export function figuresOf(days: number, outcomes: readonly Outcome[], votes: readonly DayVotes[]): Figures {
  const of = (wanted: OutcomeKind): number =>
    total(outcomes.filter(({ kind }) => kind === wanted).map(({ count }) => count));
  return {
    days,
    asked: total(outcomes.map(({ count }) => count)),
    counts: { pinned: of('pinned'), found: of('found'), unsure: of('unsure'), unknown: of('unknown') },
    up: total(votes.map(({ up }) => up)),
    down: total(votes.map(({ down }) => down)),
    most: mostAsked(outcomes),
    outcomes,
    votes,
  };
}

function mostAsked(outcomes: readonly Outcome[]): readonly Asked[] {
  const counts = new Map<string, number>();
  for (const { target, count } of outcomes)
    if (target !== '') counts.set(target, (counts.get(target) ?? 0) + count);
  return Array.from(counts, ([target, count]) => ({ target, count })).toSorted((a, b) => b.count - a.count);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
