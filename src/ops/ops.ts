import type { Logger } from '../log.ts';
import type { Member } from '../store/leases.ts';
import type { Store } from '../store/store.ts';
import { openBreaker, type Breaker } from './breaker.ts';
import { steadyClock, systemClock, type Clock } from './clock.ts';
import { openCooldowns, type Cooldowns } from './cooldowns.ts';
import { serveHealth, type HealthServer } from './health.ts';
import { lonely, openFleet, type Fleet } from './fleet.ts';
import { identifyThrottler, type IdentifyThrottler } from './identify-throttler.ts';
import { shareOf } from './lease-state.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { isGone, thisProcess } from './process.ts';
import { openTally, type Tally } from './tally.ts';
import { shardWatchdog, type ShardState, type Watchdog } from './watchdog.ts';

export type { Cooldowns } from './cooldowns.ts';
/** What a process is to the others of its bot. */
export interface FleetMember extends Pick<Member, 'bot' | 'shardCount'> {
  readonly generation: string;
  /** Those it was told to run; null: all of them, or those it takes. */
  readonly shards: readonly number[] | null;
  /** Whether its shards are taken as leases. */
  readonly leases: boolean;
}

export type { Fleet } from './fleet.ts';
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
  /** Whether several machines can share the store. */
  readonly isShared: boolean;
  /** Makes this process one of the bot's. */
  openFleet(member: FleetMember): Fleet;
  /** Whether what is done once for the whole bot is for this process to do. */
  hasDuties(): boolean;
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
  let lot = '';
  const identify = identifyThrottler({
    store: store?.identify ?? null,
    log,
    clock: systemClock,
    random: Math.random,
    lot: () => lot,
  });
  const [restErrors, late] = [openTally(), openTally()];
  const metrics = openMetrics({ restErrors, late, identifyLeft: () => identify.left(), now });
  let fleet: Fleet | null = null;
  let shards: (() => ReadonlyMap<number, ShardState>) | null = null;
  return {
    identify,
    watchdog: shardWatchdog(),
    breaker: openBreaker(),
    restErrors,
    cooldowns: openCooldowns(clock),
    late,
    metrics,
    isShared: store?.isShared === true,
    openFleet: (member) => {
      const { bot, leases, shardCount } = member;
      const share = shareOf(member);
      lot = leases ? `${share} ` : '';
      fleet =
        store === null
          ? lonely
          : openFleet({
              store: store.leases,
              self: { bot, share, shardCount, ...thisProcess() },
              leases,
              isShared: store.isShared,
              isGone,
              clock: steadyClock,
              log,
            });
      return fleet;
    },
    hasDuties: () => fleet?.hasDuties() ?? true,
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
