import type { Result } from './problem.ts';
import type { ServerId } from './server.ts';

/** What became of a question. */
export type OutcomeKind = 'pinned' | 'found' | 'unsure' | 'unknown';

/** Why the text of a question is kept: nothing answered it well, or somebody said so. */
export type GapKind = 'unsure' | 'unknown' | 'down';

/** A question to keep, as text alone: nobody's id, no message. */
export interface NewGapQuestion {
  readonly text: string;
  readonly kind: GapKind;
  /** What was shown and voted down; empty where nothing was. */
  readonly target: string;
  readonly at: Date;
  /** Kept once for everything of this name; null: each time. Only a keyed hash of it is stored. */
  readonly once: string | null;
}

export interface GapQuestion extends Omit<NewGapQuestion, 'once'> {
  /** 12 hexadecimal digits. */
  readonly id: string;
  readonly isIgnored: boolean;
}

/** How often questions came to this on a day. */
export interface Outcome {
  /** `2026-11-27`, in UTC. */
  readonly day: string;
  readonly kind: OutcomeKind;
  /** The passage or pin that answered; empty where none did. */
  readonly target: string;
  readonly count: number;
}

/** How often Svar was so sure on a day, whatever came of it. */
export interface Sureness {
  /** `2026-11-27`, in UTC. */
  readonly day: string;
  /** A part of the range of confidence; later ones are surer. */
  readonly step: number;
  readonly count: number;
}

/** What is asked, by server. */
export interface QuestionStore {
  /** Keeps texts and adds to the counts. */
  note(
    server: ServerId,
    questions: readonly NewGapQuestion[],
    outcomes: readonly Outcome[],
    sureness?: readonly Sureness[],
  ): Promise<Result<null>>;
  /** How sure Svar was, from that day on, all days together. */
  sureness(server: ServerId, since: string): Promise<Result<readonly Omit<Sureness, 'day'>[]>>;
  /** The newest ones, oldest of them first. */
  gaps(server: ServerId, limit: number): Promise<Result<readonly GapQuestion[]>>;
  /** Marks questions as not wanted, or takes that back; how many there were. */
  ignore(server: ServerId, ids: readonly string[], isIgnored: boolean): Promise<Result<number>>;
  /** Deletes questions; how many there were. */
  erase(server: ServerId, ids: readonly string[]): Promise<Result<number>>;
  /** By day, from that day on. */
  outcomes(server: ServerId, since: string): Promise<Result<readonly Outcome[]>>;
  /** Deletes texts from before one time, and counts from before a day. Of every server; how many texts. */
  purge(before: { readonly texts: Date; readonly counts: string }): Promise<Result<number>>;
}
