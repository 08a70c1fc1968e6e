import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import { openBreaker, type Breaker } from './breaker.ts';
import { systemClock } from './clock.ts';
import { identifyThrottler, type IdentifyThrottler } from './identify-throttler.ts';
import { openTally, type Tally } from './tally.ts';
import { shardWatchdog, type Watchdog } from './watchdog.ts';

export type { SessionLimit } from './identify-ledger.ts';
export type { ShardState } from './watchdog.ts';

/** What keeps a running bot on its feet. */
export interface Ops {
  readonly identify: IdentifyThrottler;
  readonly watchdog: Watchdog;
  readonly breaker: Breaker;
  /** Requests that Discord refused, by HTTP status, or `network`. */
  readonly restErrors: Tally;
  /** What was answered too late for Discord. */
  readonly late: Tally;
}

/** Opens it over the store, or without one: then nothing of it outlives the process. */
export function openOps(store: Store | null, log: Logger): Ops {
  return {
    identify: identifyThrottler({
      store: store?.identify ?? null,
      log,
      clock: systemClock,
      random: Math.random,
    }),
    watchdog: shardWatchdog(),
    breaker: openBreaker(),
    restErrors: openTally(),
    late: openTally(),
  };
}
