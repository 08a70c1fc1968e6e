import type { Logger } from '../../log.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { Result } from '../../store/problem.ts';
import type {
  GapKind,
  NewGapQuestion,
  Outcome,
  OutcomeKind,
  QuestionStore,
  Sureness,
} from '../../store/questions.ts';
import type { ServerId } from '../../store/server.ts';
import { keptText, type TextRule } from '../kept-text.ts';
import { writeQueue } from '../write-queue.ts';
import { sharesOf, sureStep } from '../sureness.ts';
import { findGaps } from './find.ts';
import type { Gap, TryQuestion } from './gap.ts';

/** A question that was answered, or not. */
export interface AskedQuestion {
  readonly text: string;
  /** In a direct message: counted, and its text never kept. */
  readonly isDirect: boolean;
  readonly kind: OutcomeKind;
  /** The passage or pin that answered; null where none did. */
  readonly target: string | null;
  /** 0..1: how sure Svar was; left out where nobody counts it. */
  readonly confidence?: number;
}

/** A question whose answer somebody voted down. */
export interface DownVoted {
  readonly text: string;
  readonly isDirect: boolean;
  readonly target: string;
  /** Which answer: its question is kept once. */
  readonly answer: string;
}

/** Gaps in two piles. */
export interface GapList {
  readonly open: readonly Gap[];
  readonly ignored: readonly Gap[];
}

/** What people ask that nothing answers well, by server. */
export interface Gaps {
  /** Counts a question, and keeps its text where nothing answered it. Stored soon after; never throws. */
  note(server: ServerId, asked: AskedQuestion): void;
  noteDown(server: ServerId, voted: DownVoted): void;
  /** Most asked first. */
  list(server: ServerId): Promise<Result<GapList>>;
  /** The gap that a question belongs to now; null where it is settled or gone. */
  find(server: ServerId, question: string): Promise<Result<Gap | null>>;
  /** Leaves the gap of a question out, or takes that back; the gap, null where it is gone. */
  ignore(server: ServerId, question: string, isIgnored: boolean): Promise<Result<Gap | null>>;
  /** Deletes everything that was asked in the words of a question, from the files too; how many there were. */
  erase(server: ServerId, question: string): Promise<Result<number>>;
  /** Of the questions of so many days, today included: how many there were, and the share that each bar would have answered. */
  sureShares(
    server: ServerId,
    days: number,
    bars: readonly number[],
  ): Promise<Result<{ readonly asked: number; readonly shares: readonly number[] }>>;
  /** Stores what is only counted yet. */
  flush(): Promise<void>;
  /** Deletes what has been kept long enough. */
  sweep(now: Date): Promise<Result<number>>;
  close(): Promise<void>;
}

/** What the service works over. */
export interface GapContext {
  readonly store: QuestionStore;
  /** Removes from the files what was deleted. */
  readonly scrub: () => Promise<Result<null>>;
  readonly current: () => Snapshot;
  readonly tryQuestion: TryQuestion;
  readonly rule: TextRule;
  readonly log: Logger;
}

/** The newest questions that are looked at. */
const mostLookedAt = 2000;
/** Counts are kept for so many days. */
const countedDays = 366;
/** A list is remembered for its buttons. Milliseconds. */
const remembered = 10 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

interface Noted {
  readonly server: ServerId;
  readonly question: NewGapQuestion | null;
  readonly outcome: Outcome | null;
  readonly sureness: Sureness | null;
}

/** The service over a store. */
export function gapService(context: GapContext): Gaps {
  const { store, current, tryQuestion, rule, log } = context;
  const queue = writeQueue<Noted>('questions', log, (server, noted) =>
    store.note(
      server,
      noted.flatMap(({ question }) => question ?? []),
      noted.flatMap(({ outcome }) => outcome ?? []),
      noted.flatMap(({ sureness }) => sureness ?? []),
    ),
  );

  let latest = 0;
  /** Now, and after everything noted before: what comes in at once keeps its order. */
  function moment(): Date {
    latest = Math.max(Date.now(), latest + 1);
    return new Date(latest);
  }

  const seen = new Map<ServerId, { readonly value: GapList; readonly until: number }>();

  async function list(server: ServerId): Promise<Result<GapList>> {
    await queue.flush();
    const questions = await store.gaps(server, mostLookedAt);
    if (!questions.ok) return questions;
    const gaps = await findGaps(questions.value, server, current(), tryQuestion);
    const ignored = new Set(questions.value.flatMap(({ id, isIgnored }) => (isIgnored ? [id] : [])));
    // Who asks for an ignored thing in new words asks for it all the same.
    const isIgnored = (gap: Gap): boolean => idsOf(gap).some((id) => ignored.has(id));
    const value = { open: gaps.filter((gap) => !isIgnored(gap)), ignored: gaps.filter(isIgnored) };
    seen.set(server, { value, until: Date.now() + remembered });
    return { ok: true, value };
  }

  /** What was listed a moment ago is what a button below it means. */
  async function recent(server: ServerId): Promise<Result<GapList>> {
    const known = seen.get(server);
    return known !== undefined && known.until > Date.now() ? { ok: true, value: known.value } : list(server);
  }

  async function find(server: ServerId, question: string): Promise<Result<Gap | null>> {
    const all = await recent(server);
    if (!all.ok) return all;
    const { open, ignored } = all.value;
    return { ok: true, value: [...open, ...ignored].find((gap) => idsOf(gap).includes(question)) ?? null };
  }

  return {
    note(server, { text, isDirect, kind, target, confidence }) {
      const at = moment();
      const kept = isGap(kind) ? keptText({ text, isDirect }, rule) : '';
      queue.add({
        server,
        question: kept === '' || !isGap(kind) ? null : { text: kept, kind, target: '', at, once: null },
        outcome: { day: dayOf(at), kind, target: target ?? '', count: 1 },
        sureness: confidence === undefined ? null : { day: dayOf(at), step: sureStep(confidence), count: 1 },
      });
    },
    noteDown(server, { text, isDirect, target, answer }) {
      const kept = keptText({ text, isDirect }, rule);
      if (kept === '') return;
      const question = { text: kept, kind: 'down', target, at: moment(), once: answer } as const;
      queue.add({ server, question, outcome: null, sureness: null });
    },
    list,
    find,
    async ignore(server, question, isIgnored) {
      const gap = await find(server, question);
      if (!gap.ok || gap.value === null) return gap;
      seen.delete(server);
      const marked = await store.ignore(server, idsOf(gap.value), isIgnored);
      return marked.ok ? gap : marked;
    },
    async erase(server, question) {
      const gap = await find(server, question);
      if (!gap.ok) return gap;
      const wording = gap.value?.wordings.find(({ ids }) => ids.includes(question));
      seen.delete(server);
      const erased = await store.erase(server, wording?.ids ?? [question]);
      if (!erased.ok) return erased;
      const scrubbed = await context.scrub();
      return scrubbed.ok ? erased : scrubbed;
    },
    sweep: (now) =>
      store.purge({
        texts: new Date(now.getTime() - rule.days * day),
        counts: dayOf(new Date(now.getTime() - countedDays * day)),
      }),
    async sureShares(server, days, bars) {
      await queue.flush();
      const since = dayOf(new Date(Date.now() - (days - 1) * day));
      const counted = await store.sureness(server, since);
      return counted.ok ? { ok: true, value: sharesOf(counted.value, bars) } : counted;
    },
    flush: () => queue.flush(),
    close: () => queue.close(),
  };
}

const isGap = (kind: OutcomeKind): kind is GapKind & OutcomeKind => kind === 'unsure' || kind === 'unknown';

const idsOf = ({ wordings }: Gap): readonly string[] => wordings.flatMap(({ ids }) => ids);

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
