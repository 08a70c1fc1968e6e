import type { Result } from './problem.ts';

/** A process of a bot, as it tells the others of itself. */
export interface Member {
  /** The bot's id. */
  readonly bot: string;
  /** Unique to this process. */
  readonly owner: string;
  readonly machine: string;
  /** What it serves: two with the same share that is leased never serve the same shard. */
  readonly share: string;
  /** Shards there are in all; null where Discord decides and one process runs them all. */
  readonly shardCount: number | null;
  /** Whether it asks the store before it handles an event that another may handle as well. */
  readonly claims: boolean;
}

/** Another process that has told of itself of late. */
export interface OtherMember extends Omit<Member, 'bot'> {
  /** Milliseconds since 1970 by the database's clock: changes whenever it tells of itself. */
  readonly expiresAt: number;
}

/** What a process learns when it tells of itself. */
export interface Beat {
  /** Names of the leases it holds, all renewed. */
  readonly held: readonly string[];
  readonly others: readonly OtherMember[];
}

/** Which process of a bot does what. Everything is timed by the database's clock alone. Spans are in milliseconds. */
export interface LeaseStore {
  /** Joins, and agrees on the number of shards: that of members with the same share, else the one given. */
  join(member: Member, span: number): Promise<Result<number | null>>;
  /** Says that the process lives, and renews what it holds, for another span. */
  beat(member: Member, span: number): Promise<Result<Beat>>;
  /**
   * Takes up to `most` of the leases that nobody holds. What expired while the database was away is given a span from
   * its return: who held it may renew it first.
   */
  take(
    member: Member,
    names: readonly string[],
    most: number,
    span: number,
  ): Promise<Result<readonly string[]>>;
  /** Gives up everything, at once free for others. */
  leave(bot: string, owner: string): Promise<Result<null>>;
  /** Whether this process is the first to handle an event; remembered for a quarter of an hour. */
  handle(event: string): Promise<Result<boolean>>;
}
