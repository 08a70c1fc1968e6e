import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import { openBreaker, type Breaker } from './breaker.ts';
import { systemClock, type Clock } from './clock.ts';
import { openCooldowns, type Cooldowns } from './cooldowns.ts';
import { serveHealth, type HealthServer } from './health.ts';
import { identifyThrottler, type IdentifyThrottler } from './identify-throttler.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { openTally, type Tally } from './tally.ts';
import { shardWatchdog, type ShardState, type Watchdog } from './watchdog.ts';

export type { Cooldowns } from './cooldowns.ts';
export type { SessionLimit } from './identify-ledger.ts';
export type { ShardState } from './watchdog.ts';

/** What keeps a running bot on its feet. */
export interface Ops {
  readonly identify: IdentifyThrottler;
  readonly watchdog: Watchdog;
  readonly breaker: Breaker;
  /** Requests that Discord refused, by HTTP status, or `network`. */
  readonly restErrors: Tally;
  /** Keeps one person from taking everybody's time. */
  readonly cooldowns: Cooldowns;
  /** What was answered too late for Discord. */
  readonly late: Tally;
  readonly metrics: Metrics;
  /** Told by the front where the shards can be looked at. */
  watchShards(shards: () => ReadonlyMap<number, ShardState>): void;
  /**
   * Lets this machine look from outside, at a port.
   * @throws {PortError} where the port is taken or not allowed
   */
  serve(port: number): Promise<HealthServer>;
}

const now = (): number => systemClock.now();

/** Opens it over the store, or without one: then nothing of it outlives the process. `clock` times cool-downs. */
export function openOps(store: Store | null, log: Logger, clock: Pick<Clock, 'now'> = systemClock): Ops {
  const identify = identifyThrottler({
    store: store?.identify ?? null,
    log,
    clock: systemClock,
    random: Math.random,
  });
  const [restErrors, late] = [openTally(), openTally()];
  const metrics = openMetrics({ restErrors, late, identifyLeft: () => identify.left(), now });
  let shards: (() => ReadonlyMap<number, ShardState>) | null = null;
  return {
    identify,
    watchdog: shardWatchdog(),
    breaker: openBreaker(),
    restErrors,
    cooldowns: openCooldowns(clock),
    late,
    metrics,
    watchShards(watched) {
      shards = watched;
    },
    serve: (port) =>
      serveHealth(port, {
        metrics,
        store,
        now,
        shards: () => shards?.() ?? new Map<number, ShardState>(),
      }),
  };
}
