import type { Result } from './problem.ts';
import type { ServerId } from './server.ts';

export type VoteValue = 'up' | 'down';

/** What somebody thinks of an answer. */
export interface Vote {
  /** Which answer: the same text for everybody who votes on it. */
  readonly answer: string;
  /** Id of the person. Never stored: only a keyed hash of it, together with the answer. */
  readonly person: string;
  readonly value: VoteValue;
  /** What the answer showed: a passage or a pin. */
  readonly target: string;
  readonly at: Date;
}

export interface VoteCount {
  readonly up: number;
  readonly down: number;
}

/** The votes of a day. */
export interface DayVotes extends VoteCount {
  /** `2026-11-27`, in UTC. */
  readonly day: string;
}

/** How often a passage or a pin was picked for a question. */
export interface Pick {
  /** Empty where the text is not kept. */
  readonly question: string;
  readonly target: string;
  readonly count: number;
  readonly at: Date;
}

/** What people think of answers, without a word of who they are. */
export interface FeedbackStore {
  /** Stores a vote; a person's earlier one on the same answer gives way. */
  vote(server: ServerId, vote: Vote): Promise<Result<null>>;
  /** Votes from that time on. */
  votes(server: ServerId, since: Date): Promise<Result<VoteCount>>;
  /** The same day by day, oldest first; no day without a vote. */
  votesByDay(server: ServerId, since: Date): Promise<Result<readonly DayVotes[]>>;
  /** Adds to what was counted before. */
  notePicks(server: ServerId, picks: readonly Pick[]): Promise<Result<null>>;
  /** Most picked first. */
  picks(server: ServerId): Promise<Result<readonly Pick[]>>;
  /** Deletes votes and picks without a text that are older than `counts`, and picks with one older than `texts`. Of every server. */
  purge(before: { readonly counts: Date; readonly texts: Date }): Promise<Result<null>>;
  /** Deletes every vote of a person, in one server or in every one; how many there were. */
  forget(person: string, server?: ServerId): Promise<Result<number>>;
}
