import type { Located } from '../../knowledge/ranking.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { Result } from '../../store/problem.ts';
import type { DayVotes, FeedbackStore } from '../../store/feedback.ts';
import type { Outcome, OutcomeKind, QuestionStore } from '../../store/questions.ts';
import type { ServerId } from '../../store/server.ts';
import type { PinService } from '../pins/service.ts';

/** How often something answered. */
export interface Asked {
  /** A passage's hash, or `p` and a pin's id. */
  readonly target: string;
  readonly count: number;
}

/** How many questions were answered without anybody's help: by the articles, or a fixed answer. */
export interface Share {
  readonly asked: number;
  readonly answered: number;
}

/** What became of the questions of some days. */
export interface Figures {
  readonly days: number;
  readonly asked: number;
  readonly counts: Readonly<Record<OutcomeKind, number>>;
  readonly up: number;
  readonly down: number;
  /** The days before these, as many; null where too few questions were asked to compare with. */
  readonly before: Share | null;
  /** Passages that answered nobody, while enough was asked to say so. */
  readonly neverAsked: readonly Located[];
  /** How many passages there are. */
  readonly passages: number;
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
/** Questions from which on a period is compared with. */
const comparedFrom = 20;
/** Questions from which on it says something that a passage answered none of them. */
const tellingFrom = 50;

/** What figures are made of. */
export interface FigureContext {
  readonly questions: QuestionStore;
  readonly feedback: FeedbackStore;
  readonly pins: PinService;
  readonly current: () => Snapshot;
  /** Stores what is only counted yet. */
  readonly flush: () => Promise<void>;
}

export function figureService({ questions, feedback, pins, current, flush }: FigureContext): FigureService {
  return {
    async of(server, days) {
      await flush();
      const since = dayBefore(days - 1);
      const all = await questions.outcomes(server, dayBefore(2 * days - 1));
      if (!all.ok) return all;
      const votes = await feedback.votesByDay(server, new Date(since));
      if (!votes.ok) return votes;
      const listed = await pins.list(server);
      if (!listed.ok) return listed;
      const outcomes = all.value.filter(({ day }) => day >= since);
      const before = shareOf(all.value.filter(({ day }) => day < since));
      const shown = new Map(listed.value.map(({ id, target }) => [`p${id}`, target?.passage.hash ?? '']));
      const asked = new Set(outcomes.map(({ target }) => shown.get(target) ?? target));
      const passages = current().content.articles.flatMap((article) =>
        article.passages.map((passage) => ({ article, passage })),
      );
      const figures = figuresOf(days, outcomes, votes.value);
      const value = {
        ...figures,
        passages: passages.length,
        before: before.asked < comparedFrom ? null : before,
        neverAsked:
          figures.asked < tellingFrom ? [] : passages.filter(({ passage }) => !asked.has(passage.hash)),
      };
      return { ok: true, value };
    },
  };
}

/** The day that was so many days ago, as it is stored. */
const dayBefore = (days: number): string =>
  new Date(Date.now() - days * dayLength).toISOString().slice(0, 10);

const shareOf = (outcomes: readonly Outcome[]): Share => ({
  asked: total(outcomes.map(({ count }) => count)),
  answered: total(
    outcomes.filter(({ kind }) => kind === 'pinned' || kind === 'found').map(({ count }) => count),
  ),
});

/** Sums up days; nothing is known of the days before, nor of what nobody asks. */
export function figuresOf(days: number, outcomes: readonly Outcome[], votes: readonly DayVotes[]): Figures {
  const of = (wanted: OutcomeKind): number =>
    total(outcomes.filter(({ kind }) => kind === wanted).map(({ count }) => count));
  return {
    days,
    asked: total(outcomes.map(({ count }) => count)),
    counts: { pinned: of('pinned'), found: of('found'), unsure: of('unsure'), unknown: of('unknown') },
    up: total(votes.map(({ up }) => up)),
    down: total(votes.map(({ down }) => down)),
    before: null,
    neverAsked: [],
    passages: 0,
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
