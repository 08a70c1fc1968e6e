import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import { systemClock } from './clock.ts';
import { identifyThrottler, type IdentifyThrottler } from './identify-throttler.ts';
import { shardWatchdog, type Watchdog } from './watchdog.ts';

export type { SessionLimit } from './identify-ledger.ts';
export type { ShardState } from './watchdog.ts';

/** What keeps a running bot on its feet. */
export interface Ops {
  readonly identify: IdentifyThrottler;
  readonly watchdog: Watchdog;
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
  };
}
