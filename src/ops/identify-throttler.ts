import type { Logger } from '../log.ts';
import type { IdentifyStore } from '../store/store.ts';
import type { Clock } from './clock.ts';
import {
  budgetLeft,
  confirm,
  emptyLedger,
  readLedger,
  reserve,
  writeLedger,
  type IdentifyLedger,
  type IdentifyOutcome,
  type SessionLimit,
  type WaitReason,
} from './identify-ledger.ts';

export interface ThrottlerOptions {
  /** Where the ledger survives a restart; null: only in memory. */
  readonly store: IdentifyStore | null;
  readonly log: Logger;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Sets shards of processes apart that run the same ones side by side. */
  readonly lot?: () => string;
}

/** Lets shards start sessions with Discord so seldom that an outage cannot cost the token. */
export interface IdentifyThrottler {
  /**
   * Resolves when the shard may send IDENTIFY, which is entered before.
   * @throws {Error} where `signal` is aborted first
   */
  wait(bot: string, shard: number, limit: SessionLimit, signal: AbortSignal): Promise<void>;
  /** The shard's session is ready. */
  ready(bot: string, shard: number): Promise<void>;
  /** Whether a shard waits for its turn: it is not stuck then. */
  isWaiting(shard: number): boolean;
  /** Sessions that may still be started; null where that is not known yet. */
  left(): number | null;
}

/** Other processes may have had success meanwhile: nobody sleeps longer without looking. Milliseconds. */
const longestSleep = 60_000;

/** A throttler over a durable ledger. */
export function identifyThrottler({
  store,
  log,
  clock,
  random,
  lot: lotOf = () => '',
}: ThrottlerOptions): IdentifyThrottler {
  const waiting = new Set<number>();
  let last: IdentifyLedger = emptyLedger;
  let woken = new AbortController();

  /** Never throws: discord.js would start the session all the same. @returns what went wrong, or null */
  async function kept(
    bot: string,
    next: (ledger: string | null, now?: number) => string,
  ): Promise<string | null> {
    try {
      const stored = await store?.change(bot, next);
      if (stored === undefined) return 'none';
      return stored.ok ? null : stored.problem.kind;
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  }

  /** Changes the ledger; where the store is down, what this process knows of it goes on. */
  async function change(
    bot: string,
    next: (ledger: IdentifyLedger, now: number) => IdentifyLedger,
  ): Promise<void> {
    let changed: IdentifyLedger | null = null;
    const problem = await kept(bot, (text, now = clock.now()) => {
      changed = next(text === null ? last : readLedger(text), now);
      return writeLedger(changed);
    });
    if (problem !== null && store !== null)
      log.warn({ problem }, 'the ledger of sessions is kept in memory for now');
    last = problem === null && changed !== null ? changed : next(last, clock.now());
  }

  async function ask(bot: string, shard: number, limit: SessionLimit): Promise<IdentifyOutcome> {
    const chance = random();
    let outcome: IdentifyOutcome = { kind: 'wait', milliseconds: longestSleep, reason: 'spacing' };
    await change(bot, (ledger, now) => {
      outcome = reserve(ledger, { shard, limit, now, chance, lot: lotOf() });
      return outcome.kind === 'granted' ? outcome.ledger : ledger;
    });
    return outcome;
  }

  async function granted(
    bot: string,
    shard: number,
    limit: SessionLimit,
    signal: AbortSignal,
  ): Promise<void> {
    let told: WaitReason = 'spacing';
    for (;;) {
      signal.throwIfAborted();
      const { signal: wake } = woken;
      const outcome = await ask(bot, shard, limit);
      if (outcome.kind === 'granted') return;
      if (outcome.reason !== told) logWait(log, shard, outcome.reason, outcome.milliseconds);
      told = outcome.reason;
      await clock.sleep(Math.min(outcome.milliseconds, longestSleep), AbortSignal.any([signal, wake]));
    }
  }

  return {
    async wait(bot, shard, limit, signal) {
      waiting.add(shard);
      try {
        await granted(bot, shard, limit, signal);
      } finally {
        waiting.delete(shard);
      }
    },
    async ready(bot, shard) {
      await change(bot, (ledger, now) => confirm(ledger, lotOf() + String(shard), now));
      woken.abort();
      woken = new AbortController();
    },
    isWaiting: (shard) => waiting.has(shard),
    left: () => budgetLeft(last, clock.now()),
  };
}

function logWait(log: Logger, shard: number, reason: WaitReason, milliseconds: number): void {
  const level = reason === 'budget' ? 'error' : 'warn';
  const seconds = Math.ceil(milliseconds / 1000);
  log[level]({ shard, reason, seconds }, 'waiting before another session with Discord is started');
}
