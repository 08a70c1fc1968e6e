/** What a shard does at the moment. `waiting`: for its turn to start a session, which may take hours in an outage. */
export type ShardState = 'ready' | 'waiting' | 'busy';

/** Tells which shard has been neither ready nor waiting for too long. */
export interface Watchdog {
  /** Milliseconds that are too long. */
  readonly patience: number;
  /** Looks at the shards as they are now. @returns the one that is stuck, or null */
  check(states: ReadonlyMap<number, ShardState>, now: number): number | null;
}

/** Connecting, identifying and the guilds' arrival take a few seconds; a dead RESUME lasts for ever. Milliseconds. */
const usualPatience = 60_000;

/** A watchdog; `now` may be any clock that does not run backwards. */
export function shardWatchdog(patience: number = usualPatience): Watchdog {
  const since = new Map<number, number>();
  return {
    patience,
    check(states, now) {
      for (const shard of since.keys()) if (!states.has(shard)) since.delete(shard);
      for (const [shard, state] of states) {
        if (state !== 'busy') since.delete(shard);
        else if (!since.has(shard)) since.set(shard, now);
      }
      for (const [shard, at] of since) if (now - at >= patience) return shard;
      return null;
    },
  };
}
