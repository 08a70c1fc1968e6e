import type { Result } from './problem.ts';
import type { ServerId } from './server.ts';

/** What is done once in a server, also across restarts and processes. Of the names only keyed hashes are stored. */
export interface ClaimStore {
  /** Takes a name; false where it is taken already. */
  take(server: ServerId, name: string, at: Date): Promise<Result<boolean>>;
  /** Gives a name back; whether it was taken. */
  release(server: ServerId, name: string): Promise<Result<boolean>>;
  /** Those of the names that are taken. */
  taken(server: ServerId, names: readonly string[]): Promise<Result<ReadonlySet<string>>>;
  /** Gives back what was taken before that time. Of every server. */
  purge(before: Date): Promise<Result<null>>;
}
