import { describe, expect, it } from 'vitest';
import { shardWatchdog, type ShardState } from '../../src/ops/watchdog.ts';

const shards = (...states: readonly ShardState[]): ReadonlyMap<number, ShardState> =>
  new Map(states.entries());

describe('the watchdog', () => {
  it('names the shard that has been busy for a minute, and not a moment earlier', () => {
    const dog = shardWatchdog();
    expect(dog.check(shards('ready', 'busy'), 1000)).toBeNull();
    expect(dog.check(shards('ready', 'busy'), 60_999)).toBeNull();
    expect(dog.check(shards('ready', 'busy'), 61_000)).toBe(1);
  });
  it.each<ShardState>(['ready', 'waiting'])('begins anew after a shard was %s', (state) => {
    const dog = shardWatchdog(100);
    dog.check(shards('busy'), 0);
    dog.check(shards(state), 99);
    expect(dog.check(shards('busy'), 100)).toBeNull();
    expect(dog.check(shards('busy'), 199)).toBeNull();
    expect(dog.check(shards('busy'), 200)).toBe(0);
  });
  it('lets a shard wait for its session as long as an outage lasts', () => {
    const dog = shardWatchdog(100);
    for (let now = 0; now < 100_000; now += 50) expect(dog.check(shards('waiting'), now)).toBeNull();
  });
  it('forgets a shard that is no longer there', () => {
    const dog = shardWatchdog(100);
    dog.check(shards('busy'), 0);
    dog.check(new Map(), 50);
    expect(dog.check(shards('busy'), 120)).toBeNull();
  });
});
