import { z } from 'zod';
import { taken, untilNext, type BucketRate } from './bucket.ts';

/**
 * Who may start a session (IDENTIFY) with Discord, and when. A thousand a day cost the token, so what failed is tried
 * less and less often, by one shard at a time, and a part of the budget is never used. Pure: time and chance are given.
 */
const bucketShape = z.object({ tokens: z.number(), at: z.number() });
const ledgerShape = z.object({
  /** By shard: its last session, and when it was ready. */
  shards: z.record(z.string(), z.object({ at: z.number(), readyAt: z.number().nullable() })),
  /** By rate limit key: the last session of any of its shards. */
  keys: z.record(z.string(), z.object({ at: z.number(), shard: z.number() })),
  /** Attempts since one was last ready. */
  failures: z.number(),
  /** Nobody tries before this time. */
  notBefore: z.number(),
  /** For shards that try again soon, and for all while attempts fail. */
  repeats: bucketShape.nullable(),
  /** What Discord allows until it counts anew. */
  window: z.object({ endsAt: z.number(), allowed: z.number(), used: z.number() }).nullable(),
});
export type IdentifyLedger = Readonly<z.infer<typeof ledgerShape>>;

export const emptyLedger: IdentifyLedger = {
  shards: {},
  keys: {},
  failures: 0,
  notBefore: 0,
  repeats: null,
  window: null,
};

/** A ledger as text, and back; what cannot be read counts as a new one. */
export const writeLedger = (ledger: IdentifyLedger): string => JSON.stringify(ledger);
export function readLedger(text: string | null): IdentifyLedger {
  if (text === null) return emptyLedger;
  try {
    return ledgerShape.parse(JSON.parse(text));
  } catch {
    return emptyLedger;
  }
}

/** What Discord says with the gateway's address (`session_start_limit`). */
export interface SessionLimit {
  readonly remaining: number;
  /** Milliseconds; 0 where nothing has been used yet. */
  readonly resetAfter: number;
  readonly maxConcurrency: number;
}

export interface IdentifyRequest {
  readonly shard: number;
  readonly limit: SessionLimit;
  readonly now: number;
  /** From 0 to 1, drawn for this request. */
  readonly chance: number;
  /** Sets its shards apart from those of the same numbers in other processes; empty where none run them. */
  readonly lot?: string;
}

/** The session may be started, and is entered; or who asks is to come again after so many milliseconds. */
export type IdentifyOutcome =
  | { readonly kind: 'granted'; readonly ledger: IdentifyLedger; readonly left: number }
  | { readonly kind: 'wait'; readonly milliseconds: number; readonly reason: WaitReason };
export type WaitReason = 'spacing' | 'failures' | 'repeats' | 'budget';

const second = 1000;
const day = 24 * 60 * 60 * second;

export const identifyRules = {
  /** Discord counts sessions per key in spans of 5 seconds; half a second for clocks that differ. */
  spacing: 5.5 * second,
  /** The least time between attempts while they fail: discord.js waits 15 seconds for READY. */
  attempt: 20 * second,
  firstBackoff: 5 * second,
  /** Full jitter between 0 and this is some 288 attempts a day. */
  longestBackoff: 600 * second,
  /** Attempts again within a day: 10 at once, and 270 more. */
  repeats: { capacity: 10, interval: 320 * second } satisfies BucketRate,
  /** A session that lived for less is no reason to try again at once. */
  steady: 10 * 60 * second,
  /** The part of Discord's budget that is used at most; a person who repairs something needs the rest. */
  share: 0.8,
} as const;

/** Decides about one shard that wants to start a session. */
export function reserve(ledger: IdentifyLedger, request: IdentifyRequest): IdentifyOutcome {
  const { shard, now, limit, lot = '' } = request;
  const name = lot + String(shard);
  const window = windowOf(ledger, limit, now);
  if (window.used >= window.allowed || limit.remaining < 1) return waiting(window.endsAt - now, 'budget');
  const held = ledger.notBefore - now;
  // A clock that was set back must not hold the bot for longer than the longest pause.
  if (held > 0 && held <= identifyRules.longestBackoff) return waiting(held, 'failures');
  const key = String(shard % Math.max(1, limit.maxConcurrency));
  const spaced = spacingLeft(ledger, key, lot === '' ? shard : null, now);
  if (spaced > 0) return waiting(spaced, 'spacing');
  const isAgain = ledger.failures > 0 || isRepeat(ledger, name, now);
  const repeats = isAgain ? taken(ledger.repeats, identifyRules.repeats, now) : ledger.repeats;
  if (isAgain && repeats === null)
    return waiting(untilNext(ledger.repeats, identifyRules.repeats, now), 'repeats');
  const failures = ledger.failures + (hasFailed(ledger, name) ? 1 : 0);
  return {
    kind: 'granted',
    left: window.allowed - window.used - 1,
    ledger: {
      shards: { ...recentShards(ledger, now), [name]: { at: now, readyAt: null } },
      keys: { ...ledger.keys, [key]: { at: now, shard } },
      failures,
      notBefore: failures === 0 ? 0 : now + backoff(failures, request.chance),
      repeats,
      window: { ...window, used: window.used + 1 },
    },
  };
}

/** A shard's session is ready: what waits for that may go on. */
export function confirm(ledger: IdentifyLedger, shard: number | string, now: number): IdentifyLedger {
  const known = ledger.shards[String(shard)];
  const entry = { at: known?.at ?? now, readyAt: now };
  return { ...ledger, shards: { ...ledger.shards, [String(shard)]: entry }, failures: 0, notBefore: 0 };
}

/** Sessions that may still be started until Discord counts anew; null where nothing is known of that. */
export function budgetLeft({ window }: IdentifyLedger, now: number): number | null {
  if (window === null || window.endsAt <= now) return null;
  return Math.max(0, window.allowed - window.used);
}

const waiting = (milliseconds: number, reason: WaitReason): IdentifyOutcome => ({
  kind: 'wait',
  milliseconds: Math.max(1, Math.ceil(milliseconds)),
  reason,
});

/** Exponential with full jitter (M. Brooker, "Exponential Backoff And Jitter", AWS 2015), never under one attempt's time. */
function backoff(failures: number, chance: number): number {
  const { firstBackoff, longestBackoff, attempt } = identifyRules;
  const ceiling = Math.min(longestBackoff, firstBackoff * 2 ** failures);
  return Math.max(attempt, chance * ceiling);
}

/** The span that Discord counts in. Its share is fixed when it begins: what is left then shrinks with every start. */
function windowOf({ window }: IdentifyLedger, limit: SessionLimit, now: number): NonNullable<typeof window> {
  if (window !== null && now < window.endsAt && window.endsAt <= now + day) return window;
  const length = limit.resetAfter > 0 ? Math.min(limit.resetAfter, day) : day;
  return { endsAt: now + length, allowed: Math.floor(limit.remaining * identifyRules.share), used: 0 };
}

/** A shard whose session was ready has spent its turn: it need not wait for itself after a restart. Null: others may run it. */
function spacingLeft(ledger: IdentifyLedger, key: string, shard: number | null, now: number): number {
  const last = ledger.keys[key];
  if (last === undefined || last.at > now) return 0;
  const isOwn = last.shard === shard && (ledger.shards[String(shard)]?.readyAt ?? null) !== null;
  return isOwn ? 0 : last.at + identifyRules.spacing - now;
}

function isRepeat({ shards }: IdentifyLedger, shard: string, now: number): boolean {
  const last = shards[shard];
  if (last === undefined) return false;
  return last.readyAt === null ? now - last.at < day : now - last.readyAt < identifyRules.steady;
}

const hasFailed = ({ shards }: IdentifyLedger, shard: string): boolean => shards[shard]?.readyAt === null;

function recentShards({ shards }: IdentifyLedger, now: number): IdentifyLedger['shards'] {
  return Object.fromEntries(Object.entries(shards).filter(([, { at }]) => now - at < day));
}
