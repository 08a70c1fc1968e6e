import type { Kysely, RawBuilder } from 'kysely';
import type { Refuse, Result, StoreProblem } from './problem.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** Work inside one transaction. It may be run again after a conflict with another writer. */
export type Work<Value, Problem> = (db: Database, refuse: Refuse<Problem>) => Promise<Value>;

/** Time as the database has it, as SQL. Milliseconds since 1970. */
export interface DatabaseClock {
  readonly now: RawBuilder<number>;
  /** Since when it has been running. */
  readonly upSince: RawBuilder<number>;
  /** Whether rows are locked one by one; else a transaction that writes locks everything. */
  readonly locksRows: boolean;
}

/** One database engine: runs work, and turns what goes wrong into problems. Bugs are thrown. */
export interface Engine {
  /** Runs `work` in one transaction, which is durable once this resolves with `ok`. */
  write<Value, Problem = never>(work: Work<Value, Problem>): Promise<Result<Value, Problem | StoreProblem>>;
  read<Value>(work: (db: Database) => Promise<Value>): Promise<Result<Value>>;
  /** Removes from the database's files what was deleted from its tables. */
  scrub(): Promise<Result<null>>;
  /** What the database finds wrong with itself. */
  integrity(): Promise<Result<readonly string[]>>;
  close(): Promise<void>;
  readonly clock: DatabaseClock;
}

/** The largest pause before a transaction that met another writer is tried again. Milliseconds. */
const longestPause = 60;

/** Tries again while others hold the database, for `patience` milliseconds in all. */
export async function patiently<Value, Problem extends { readonly kind: string }>(
  attempt: () => Promise<Result<Value, Problem>>,
  patience: number,
): Promise<Result<Value, Problem>> {
  const end = performance.now() + patience;
  for (;;) {
    const result = await attempt();
    if (result.ok || result.problem.kind !== 'locked' || performance.now() > end) return result;
    await pause(Math.random() * longestPause);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, milliseconds));
