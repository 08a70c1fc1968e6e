import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../src/store/leases.ts';
import { openStore, type StorePlace } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { value } from './contract-value.ts';

const bot = '900000000000000001';
const process = (owner: string, more: Partial<Member> = {}): Member => ({
  bot,
  owner,
  machine: 'here',
  share: 'one',
  shardCount: 4,
  claims: false,
  ...more,
});
const [a, b] = [process('a'), process('b')];
const shards = ['0', '1', '2', '3'];
const long = 60_000;
const short = 80;
/** Long enough to look at a lease that is still held. */
const passing = 1500;

const take = async (store: Store, member: Member, most: number, span = long): Promise<readonly string[]> =>
  value(await store.leases.take(member, shards, most, span)).toSorted();

/** What both engines promise about which process does what. */
export function leaseContract(name: string, newPlace: () => Promise<StorePlace>): void {
  describe(`leases on ${name}`, () => {
    let stores: readonly [Store, Store];
    beforeEach(async () => {
      const place = await newPlace();
      stores = [await openStore(place), await openStore(place)];
    });
    afterEach(async () => {
      for (const store of stores) await store.close();
    });
    it('are held by one, renewed by that one, and free once it leaves', async () => {
      const [one, two] = stores;
      expect(await take(one, a, 3)).toEqual(['0', '1', '2']);
      expect(await take(two, b, 4)).toEqual(['3']);
      expect(value(await one.leases.beat(a, long)).held.toSorted()).toEqual(['0', '1', '2']);
      value(await one.leases.leave(bot, 'a'));
      expect(value(await one.leases.beat(a, long)).held).toEqual([]);
      expect(await take(two, b, 4)).toEqual(['0', '1', '2']);
    });

    it('are another’s once they expired, and then no more the first one’s', async () => {
      const [one, two] = stores;
      expect(await take(one, a, 4, passing)).toHaveLength(4);
      expect(await take(two, b, 4, passing)).toEqual([]);
      const taken: string[] = [];
      await expect
        .poll(async () => taken.push(...(await take(two, b, 2, passing))) && taken.length, {
          timeout: 20_000,
        })
        .toBeGreaterThanOrEqual(2);
      const held = value(await one.leases.beat(a, long)).held;
      expect(held.filter((shard) => taken.includes(shard))).toEqual([]);
    });

    it('never have two holders however many take at once', async () => {
      const members = Array.from({ length: 8 }, (_, number) => process(`p${String(number)}`));
      const taken = await Promise.all(
        members.map((member, number) => take(stores[number % 2 === 0 ? 0 : 1], member, 1)),
      );
      const all = taken.flat();
      expect(new Set(all).size).toBe(all.length);
      for (const member of members) all.push(...(await take(stores[0], member, 4)));
      expect(all.toSorted()).toEqual(shards);
    });

    it('belong to one bot', async () => {
      expect(await take(stores[0], a, 4)).toHaveLength(4);
      expect(await take(stores[1], process('a', { bot: '900000000000000002' }), 4)).toHaveLength(4);
    });

    it('are shared among processes that agree on the number of shards and see each other', async () => {
      const [one, two] = stores;
      expect(value(await one.leases.join(a, long))).toBe(4);
      expect(value(await two.leases.join(process('b', { shardCount: 5 }), long))).toBe(4);
      expect(value(await two.leases.join(process('c', { shardCount: 5, share: 'two' }), long))).toBe(5);
      const { others } = value(await one.leases.beat({ ...a, claims: true }, long));
      expect(others.map(({ owner, share, shardCount }) => [owner, share, shardCount])).toEqual([
        ['b', 'one', 4],
        ['c', 'two', 5],
      ]);
      expect(value(await two.leases.beat(b, long)).others[0]).toMatchObject({ owner: 'a', claims: true });
      value(await one.leases.leave(bot, 'a'));
      expect(value(await two.leases.beat(b, long)).others.map(({ owner }) => owner)).toEqual(['c']);
    });

    it('forget a process that says no more that it lives', async () => {
      value(await stores[0].leases.join(a, short));
      await expect
        .poll(async () => value(await stores[1].leases.beat(b, long)).others, { timeout: 20_000 })
        .toEqual([]);
    });

    it('let one handle an event', async () => {
      const both = await Promise.all(stores.map((store) => store.leases.handle('1')));
      expect(both.map(value).filter(Boolean)).toEqual([true]);
      expect(value(await stores[0].leases.handle('1'))).toBe(false);
      expect(value(await stores[0].leases.handle('2'))).toBe(true);
    });
  });
}
