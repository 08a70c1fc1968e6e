import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { identifyThrottler, type IdentifyThrottler } from '../../src/ops/identify-throttler.ts';
import {
  budgetLeft,
  confirm,
  emptyLedger,
  identifyRules,
  readLedger,
  reserve,
  writeLedger,
  type IdentifyLedger,
  type IdentifyOutcome,
  type SessionLimit,
} from '../../src/ops/identify-ledger.ts';
import type { IdentifyStore } from '../../src/store/store.ts';
import { FakeClock } from './fake-clock.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const bot = '900000000000000001';
const log = pino({ level: 'silent' });
const limit: SessionLimit = { remaining: 1000, resetAfter: 0, maxConcurrency: 1 };

/** What survives a restart. */
function paper(): IdentifyStore & { readonly text: () => string | null } {
  let text: string | null = null;
  return {
    text: () => text,
    change(_, next) {
      text = next(text);
      return Promise.resolve({ ok: true, value: null });
    },
  };
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller's minimal standard generator). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

interface Outage {
  readonly name: string;
  readonly shards: number;
  readonly seed: number;
  /** What becomes of a granted session: how long until the shard asks again, and whether it is ready in between. */
  readonly fate: { readonly after: number; readonly isReady?: boolean; readonly isCrash?: boolean };
}

/** A day in which every session fails in the given way; how many were started. */
async function sessionsIn({ shards, seed, fate }: Outage, length = day): Promise<number> {
  const clock = new FakeClock();
  const store = paper();
  const random = chances(seed);
  const end = clock.now() + length;
  let count = 0;
  const open = (): IdentifyThrottler => identifyThrottler({ store, log, clock, random });
  let throttler = open();
  const never = new AbortController().signal;
  let run = 0;
  const live = async (shard: number, own: number): Promise<void> => {
    while (clock.now() < end && own === run) {
      await throttler.wait(bot, shard, limit, never);
      if (own !== run) return;
      count += 1;
      if (fate.isReady === true) await throttler.ready(bot, shard);
      await clock.sleep(fate.after, never);
      if (fate.isCrash !== true || own !== run) continue;
      run += 1;
      throttler = open();
      for (let each = 0; each < shards; each++) void live(each, run);
      return;
    }
  };
  for (let shard = 0; shard < shards; shard++) void live(shard, run);
  await clock.pass(length);
  return count;
}

describe('sessions that are started in a day', () => {
  const invalid = { after: 500 };
  const silent = { after: 15_500 };
  it.each<Outage>([
    { name: 'of INVALID_SESSION', shards: 1, seed: 1, fate: invalid },
    { name: 'of INVALID_SESSION, other chances', shards: 1, seed: 2, fate: invalid },
    { name: 'of INVALID_SESSION, sixteen shards', shards: 16, seed: 3, fate: invalid },
    { name: 'without READY', shards: 1, seed: 4, fate: silent },
    { name: 'without READY, four shards', shards: 4, seed: 5, fate: silent },
    { name: 'of crashes after IDENTIFY', shards: 1, seed: 6, fate: { after: 2000, isCrash: true } },
    {
      name: 'of crashes after READY',
      shards: 1,
      seed: 7,
      fate: { after: 2000, isCrash: true, isReady: true },
    },
    { name: 'of sessions that end at once', shards: 1, seed: 8, fate: { after: 1000, isReady: true } },
    { name: 'with the worst of chances', shards: 1, seed: 2_147_483_646, fate: invalid },
  ])('$name are at most 300, and enough to come back', async (outage) => {
    const count = await sessionsIn(outage);
    expect(count).toBeLessThanOrEqual(300);
    expect(count).toBeGreaterThan(100);
  });
});

/** A ledger after so many sessions of a shard, each asked for when it is allowed. */
function ask(ledger: IdentifyLedger, now: number, shard = 0, chance = 1, given = limit): IdentifyOutcome {
  return reserve(ledger, { shard, limit: given, now, chance });
}
function grantedBy(outcome: IdentifyOutcome): IdentifyLedger {
  if (outcome.kind !== 'granted') throw new Error(`not granted: ${outcome.reason}`);
  return outcome.ledger;
}

describe('the ledger', () => {
  const start = Date.UTC(2026, 10, 12);
  const { spacing, attempt, longestBackoff, repeats, steady } = identifyRules;

  it('lets a first session start at once', () => {
    expect(ask(emptyLedger, start)).toMatchObject({ kind: 'granted', left: 799 });
  });

  it('keeps Discord’s distance between shards of one key, and none between keys', () => {
    const ledger = grantedBy(ask(emptyLedger, start));
    expect(ask(ledger, start, 1)).toEqual({ kind: 'wait', milliseconds: spacing, reason: 'spacing' });
    expect(ask(ledger, start + spacing - 1, 1)).toMatchObject({ kind: 'wait', milliseconds: 1 });
    expect(ask(ledger, start + spacing, 1).kind).toBe('granted');
    const two = { ...limit, maxConcurrency: 2 };
    expect(ask(ledger, start, 1, 1, two).kind).toBe('granted');
    expect(ask(ledger, start, 2, 1, two)).toMatchObject({ reason: 'spacing' });
  });

  it('lets a shard that was ready start again after a restart without a pause', () => {
    const ledger = confirm(grantedBy(ask(emptyLedger, start)), 0, start + 100);
    expect(ask(ledger, start + 200).kind).toBe('granted');
  });

  it('waits longer with each failure: between 20 seconds and ten minutes', () => {
    let ledger = grantedBy(ask(emptyLedger, start));
    let now = start;
    const pauses: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      now += day / 100;
      ledger = grantedBy(ask(ledger, now));
      pauses.push(ledger.notBefore - now);
    }
    const [second] = [1000];
    expect(pauses).toEqual([20, 20, 40, 80, 160, 320, 600, 600, 600].map((each) => each * second));
    expect(grantedBy(ask(ledger, now + day / 100, 0, 0)).notBefore).toBe(now + day / 100 + attempt);
    expect(ask(ledger, now + longestBackoff - 1, 7)).toMatchObject({ reason: 'failures', milliseconds: 1 });
  });

  it('lets everybody go on when one is ready', () => {
    let ledger = grantedBy(ask(emptyLedger, start));
    ledger = grantedBy(ask(ledger, start + spacing));
    expect(ask(ledger, start + 2 * spacing, 1)).toMatchObject({ reason: 'failures' });
    ledger = confirm(ledger, 0, start + 2 * spacing);
    expect(ask(ledger, start + 2 * spacing, 1).kind).toBe('granted');
  });

  it('counts a session that lived for ten minutes as a new one', () => {
    let ledger = emptyLedger;
    for (let turn = 0; turn < repeats.capacity + 1; turn++)
      ledger = confirm(grantedBy(ask(ledger, start)), 0, start);
    expect(ask(ledger, start + steady - 1).kind).toBe('granted');
    expect(ask(ledger, start)).toEqual({ kind: 'wait', milliseconds: repeats.interval, reason: 'repeats' });
    expect(ask(ledger, start + steady)).toMatchObject({
      kind: 'granted',
      ledger: { repeats: { at: start } },
    });
  });

  it('uses four fifths of what Discord leaves, until it counts anew', () => {
    const few = { remaining: 10, resetAfter: hour, maxConcurrency: 16 };
    let ledger = emptyLedger;
    for (let shard = 0; shard < 8; shard++) {
      expect(budgetLeft(ledger, start)).toBe(shard === 0 ? null : 8 - shard);
      ledger = grantedBy(ask(ledger, start, shard, 1, few));
    }
    // What Discord says meanwhile is less only by what was used.
    expect(ask(ledger, start, 9, 1, { ...few, remaining: 2 })).toEqual({
      kind: 'wait',
      milliseconds: hour,
      reason: 'budget',
    });
    expect(budgetLeft(ledger, start)).toBe(0);
    expect(budgetLeft(ledger, start + hour)).toBeNull();
    expect(ask(ledger, start + hour, 9, 1, few)).toMatchObject({ kind: 'granted', left: 7 });
  });

  it('starts nothing where Discord leaves nothing', () => {
    const none = { remaining: 0, resetAfter: hour, maxConcurrency: 1 };
    expect(ask(emptyLedger, start, 0, 1, none)).toEqual({
      kind: 'wait',
      milliseconds: hour,
      reason: 'budget',
    });
  });

  it('is not held up by a clock that was set back', () => {
    let ledger = grantedBy(ask(emptyLedger, start));
    ledger = grantedBy(ask(ledger, start + attempt));
    expect(ask(ledger, start - 2 * day, 1).kind).toBe('granted');
  });

  it('is read as it was written, and a damaged one is a new one', () => {
    const ledger = grantedBy(ask(emptyLedger, start));
    expect(readLedger(writeLedger(ledger))).toEqual(ledger);
    expect([null, '', '{', '{"shards":1}', '[]'].map(readLedger)).toEqual(
      Array.from({ length: 5 }, () => emptyLedger),
    );
  });
});

describe('a throttler', () => {
  it('remembers over a restart, before anything is sent', async () => {
    const store = paper();
    const clock = new FakeClock();
    const options = { store, log, clock, random: () => 1 };
    const never = new AbortController().signal;
    await identifyThrottler(options).wait(bot, 0, limit, never);
    expect(readLedger(store.text()).window?.used).toBe(1);
    const second = identifyThrottler(options);
    let isGranted = false;
    void second.wait(bot, 0, limit, never).then(() => (isGranted = true));
    await clock.pass(identifyRules.spacing - 1);
    expect([isGranted, second.isWaiting(0)]).toEqual([false, true]);
    await clock.pass(1);
    expect([isGranted, second.isWaiting(0), second.left()]).toEqual([true, false, 798]);
  });

  it('stops waiting when the shard’s connection is closed, and enters nothing', async () => {
    const store = paper();
    const clock = new FakeClock();
    const throttler = identifyThrottler({ store, log, clock, random: () => 1 });
    await throttler.wait(bot, 0, limit, new AbortController().signal);
    const closed = new AbortController();
    const waiting = throttler.wait(bot, 1, limit, closed.signal);
    closed.abort();
    await expect(waiting).rejects.toThrow('aborted');
    expect([throttler.isWaiting(1), readLedger(store.text()).window?.used]).toEqual([false, 1]);
  });

  it('wakes who waits when a shard is ready', async () => {
    const clock = new FakeClock();
    const throttler = identifyThrottler({ store: null, log, clock, random: () => 1 });
    const never = new AbortController().signal;
    for (let turn = 0; turn < 2; turn++) {
      await throttler.wait(bot, 0, limit, never);
      await clock.pass(identifyRules.spacing);
    }
    let isGranted = false;
    void throttler.wait(bot, 1, limit, never).then(() => (isGranted = true));
    await clock.pass(1);
    expect(isGranted).toBe(false);
    await throttler.ready(bot, 0);
    await clock.pass(0);
    expect(isGranted).toBe(true);
  });

  it('goes on from memory while the store is down', async () => {
    let isDown = false;
    const kept = paper();
    const store: IdentifyStore = {
      change: (name, next) =>
        isDown
          ? Promise.resolve({ ok: false, problem: { kind: 'unreachable', detail: '' } })
          : kept.change(name, next),
    };
    const clock = new FakeClock();
    const throttler = identifyThrottler({ store, log, clock, random: () => 1 });
    const never = new AbortController().signal;
    await throttler.wait(bot, 0, limit, never);
    isDown = true;
    let isGranted = false;
    void throttler.wait(bot, 0, limit, never).then(() => (isGranted = true));
    await clock.pass(identifyRules.spacing - 1);
    expect(isGranted).toBe(false);
    await clock.pass(1);
    expect([isGranted, throttler.left()]).toEqual([true, 798]);
  });
});
