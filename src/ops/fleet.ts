import type { Logger } from '../log.ts';
import type { Beat, LeaseStore, Member, OtherMember } from '../store/leases.ts';
import type { Clock } from './clock.ts';
import {
  isAlone,
  isSure,
  lostAll,
  mayTake,
  noSureness,
  proven,
  renewed,
  type Sureness,
} from './lease-state.ts';

/** Milliseconds. Who is killed is replaced after `span` and a beat; who cannot renew gives up at `sure`, long before. */
export const leaseTimes = { beat: 4000, retry: 1000, span: 20_000, sure: 12_000, look: 250 } as const;

/** A duty of one process of a bot: registering commands, and deleting what is old. */
const duties = 'duties';

export interface FleetOptions {
  readonly store: LeaseStore;
  /** The process, without what the fleet finds out itself. */
  readonly self: Omit<Member, 'claims'>;
  /** Whether the shards are shared out by leases; else this process runs those it is told. */
  readonly leases: boolean;
  /** Whether processes on several machines may work together. */
  readonly isShared: boolean;
  /** Whether a process of this machine is known to be gone. */
  readonly isGone: (owner: string) => boolean;
  /** Must never run backwards. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** Told of shards that this process is to run, and that it must let go of all at once. */
export interface FleetListener {
  taken(shards: readonly number[], shardCount: number): void;
  lost(): void;
}

/** The processes of one bot, as one of them works with the others. */
export interface Fleet {
  /**
   * Joins, and resolves when sessions may be started: all who may be told of the same events know of each other.
   * @returns false where another machine uses a store that is for one machine only
   */
  join(signal: AbortSignal): Promise<boolean>;
  /** Takes shards and tells of them until it is stopped. */
  run(listener: FleetListener): void;
  /** Whether this process still is who runs what it runs. */
  isSure(): boolean;
  /** Whether this one handles the event, which others may be told of as well. Where the store cannot tell, it does. */
  handles(event: string): Promise<boolean>;
  /** Calls `work` whenever this process gets the duties of the whole bot; at once where it has them. */
  onDuty(work: () => void): void;
  /** Whether it has them. */
  hasDuties(): boolean;
  /** Gives up everything. */
  leave(): Promise<void>;
}

const shardOf = (name: string): number => Number(name.slice(name.lastIndexOf(' ') + 1));

/** Works with the others over a store. */
export function openFleet(options: FleetOptions): Fleet {
  const { store, leases, isShared, isGone, clock, log } = options;
  const stop = new AbortController();
  const waiting: (() => void)[] = [];
  let self: Member = { ...options.self, claims: false };
  let others: readonly OtherMember[] = [];
  let sureness: Sureness = noSureness;
  let beats = 0;
  let onDuty = false;
  let isToLeave = false;
  let listener: FleetListener | null = null;
  let last: Promise<void> = Promise.resolve();

  function note({ held, others: seen }: Beat, at: number): void {
    others = seen;
    const before = sureness.held;
    sureness = renewed(sureness, held, at);
    if (Array.from(before).some((name) => name !== duties && !sureness.held.has(name))) loseAll();
    if (!sureness.held.has(duties)) onDuty = false;
    // Who is told of the same events as another asks the store before it handles one.
    self = { ...self, claims: !isAlone(self, others) };
    beats += 1;
  }

  /** What was given up is let go of in the store before anything is taken again. */
  function loseAll(): void {
    sureness = lostAll(sureness);
    onDuty = false;
    isToLeave = true;
    log.error('the leases could not be renewed in time; the shards are given up');
    listener?.lost();
  }

  async function beat(): Promise<boolean> {
    if (isToLeave) {
      const left = await store.leave(self.bot, self.owner);
      isToLeave = !left.ok;
    }
    const at = clock.now();
    const claimed = self.claims;
    const result = await store.beat(self, leaseTimes.span);
    if (!result.ok) {
      if (result.problem.isStopped === true) sureness = proven(sureness, at);
      log.warn({ problem: result.problem.kind }, 'this process cannot tell the others that it lives');
      return false;
    }
    note(result.value, at);
    // The others wait for that.
    if (self.claims !== claimed) await store.beat(self, leaseTimes.span);
    return true;
  }

  async function take(): Promise<void> {
    const at = clock.now();
    if (!onDuty) {
      const got = await store.take(self, [duties], 1, leaseTimes.span);
      if (got.ok && got.value.length > 0) {
        sureness = renewed(sureness, [...sureness.held, duties], Math.min(at, sureness.provenAt));
        onDuty = true;
        for (const work of waiting) work();
      }
    }
    if (!leases || self.shardCount === null) return;
    const most = mayTake(sureness.held, self, others, beats);
    if (most < 1) return;
    const names = Array.from({ length: self.shardCount }, (_, shard) => nameOf(shard));
    const taken = await store.take(self, names, most, leaseTimes.span);
    if (!taken.ok || taken.value.length === 0 || stop.signal.aborted) return;
    sureness = { ...sureness, held: new Set([...sureness.held, ...taken.value]) };
    const shards = taken.value.map(shardOf).toSorted((a, b) => a - b);
    log.info({ shards: shards.length, of: self.shardCount }, 'shards taken');
    listener?.taken(shards, self.shardCount);
  }

  /** The generation is part of the name: two of them run the same shards side by side. */
  const nameOf = (shard: number): string => `${self.share} ${String(shard)}`;

  async function once(): Promise<number> {
    try {
      if (!(await beat())) return leaseTimes.retry;
      await take();
      return leaseTimes.beat;
    } catch (error) {
      log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'the leases cannot be kept');
      return leaseTimes.retry;
    }
  }

  async function live(): Promise<void> {
    while (!stop.signal.aborted) await clock.sleep(await once(), stop.signal);
  }

  /** Looks often, whatever the store does meanwhile: nobody may run what another may have taken. */
  async function watch(): Promise<void> {
    while (!stop.signal.aborted) {
      await clock.sleep(leaseTimes.look, stop.signal);
      if (!leases || sureness.held.size === 0 || isSure(sureness, clock.now(), leaseTimes.sure)) continue;
      loseAll();
    }
  }

  /** Processes of this machine that were killed need not be waited for. */
  async function buryDead(): Promise<void> {
    for (const { owner, machine } of others)
      if (machine === self.machine && isGone(owner)) await store.leave(self.bot, owner);
  }

  async function untilKnown(signal: AbortSignal): Promise<boolean> {
    const start = clock.now();
    for (;;) {
      if (!(await beat())) return true;
      await buryDead();
      if (!(await beat())) return true;
      const foreign = others.filter(({ machine }) => machine !== self.machine);
      const isRefused = !isShared && foreign.length > 0;
      const unaware = others.filter((other) => !isAlone(self, [other]) && !other.claims);
      if (signal.aborted || (!isRefused && unaware.length === 0)) return true;
      // Somebody who is gone has been forgotten by now.
      if (isRefused && clock.now() - start > leaseTimes.span + leaseTimes.beat) return false;
      await clock.sleep(leaseTimes.retry, signal);
    }
  }

  return {
    async join(signal) {
      const joined = await store.join(self, leaseTimes.span);
      if (joined.ok) self = { ...self, shardCount: joined.value };
      if (await untilKnown(signal)) return true;
      await store.leave(self.bot, self.owner);
      return false;
    },
    run(told) {
      beats = 0;
      listener = told;
      last = Promise.all([live(), watch()]).then(() => undefined);
    },
    isSure: () => !leases || isSure(sureness, clock.now(), leaseTimes.sure),
    async handles(event) {
      if (!self.claims) return true;
      const first = await store.handle(event);
      return !first.ok || first.value;
    },
    onDuty(work) {
      waiting.push(work);
      if (onDuty) work();
    },
    hasDuties: () => onDuty,
    async leave() {
      stop.abort();
      await last;
      sureness = lostAll(sureness);
      const left = await store.leave(self.bot, self.owner);
      if (!left.ok) log.warn({ problem: left.problem.kind }, 'the leases expire by themselves');
    },
  };
}

/** A process that shares nothing with anybody. */
export const lonely: Fleet = {
  join: () => Promise.resolve(true),
  run: () => undefined,
  isSure: () => true,
  handles: () => Promise.resolve(true),
  onDuty: (work) => {
    work();
  },
  hasDuties: () => true,
  leave: () => Promise.resolve(),
};
