import type { ClaimStore } from '../store/claims.ts';
import type { Result } from '../store/problem.ts';
import type { ServerId } from '../store/server.ts';

/** Deeds that are done once in a server, also across restarts and processes. */
export interface Once {
  /** True for the first who asks; false: it is done, or being done. */
  first(server: ServerId, deed: string): Promise<Result<boolean>>;
  /** It could not be done after all: the next who asks is the first. */
  notDone(server: ServerId, deed: string): Promise<Result<boolean>>;
}

/** Deeds over a store. */
export const onceOver = (store: ClaimStore): Once => ({
  first: (server, deed) => store.take(server, deed, new Date()),
  notDone: (server, deed) => store.release(server, deed),
});
