import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type StorePlace } from '../../src/store/open.ts';
import type { Result } from '../../src/store/problem.ts';
import type { ServerId } from '../../src/store/server.ts';
import type { PinProblem, Store } from '../../src/store/store.ts';
import { value } from './contract-value.ts';
import { pinOf, server } from './pin.ts';

const other = '300000000000000300' as ServerId;
const by = '100000000000000103';
const deed = (minute = 0): { by: string; at: Date } => ({
  by,
  at: new Date(Date.UTC(2026, 0, 1, 12, minute)),
});

const problem = (result: Result<unknown, PinProblem>): string => (result.ok ? 'none' : result.problem.kind);

const writer = join(dirname(fileURLToPath(import.meta.url)), 'writer.ts');

/** What both engines promise. `newPlace` gives an empty database. */
export function storeContract(name: string, newPlace: () => Promise<StorePlace>): void {
  describe(`the store on ${name}`, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(async () => {
      place = await newPlace();
      store = await openStore(place);
    });
    afterEach(async () => {
      await store.close();
    });
    const reopened = async (): Promise<Store> => {
      await store.close();
      store = await openStore(place);
      return store;
    };
    const live = async (one: ServerId = server): Promise<string[]> =>
      value(await store.pins.list(one, ['live'])).map(({ question }) => question);

    it('gives back what was added, also after it was opened anew', async () => {
      const added = value(await store.pins.add(server, pinOf('Hvornår er der møde?'), deed(), 10));
      expect(added).toMatchObject({
        question: 'Hvornår er der møde?',
        status: 'live',
        createdBy: by,
        uses: 0,
        previous: null,
      });
      expect(added.createdAt).toEqual(deed().at);
      expect(value(await (await reopened()).pins.find(server, added.id))).toEqual(added);
    });

    it('keeps servers apart', async () => {
      const added = value(await store.pins.add(server, pinOf('Hvad koster det?'), deed(), 10));
      expect(await live(other)).toEqual([]);
      expect(value(await store.pins.find(other, added.id))).toBeNull();
      expect(problem(await store.pins.edit(other, added.id, pinOf('x'), deed()))).toBe('missing');
      expect(problem(await store.pins.close(other, added.id, 'deleted', deed()))).toBe('missing');
      expect(value(await store.pins.add(other, pinOf('Hvad koster det?'), deed(), 10)).server).toBe(other);
    });

    it('refuses the same question twice in one server, and tells which pin has it', async () => {
      const first = value(await store.pins.add(server, pinOf('Hvad koster det?'), deed(), 10));
      const second = await store.pins.add(server, pinOf('Hvad koster det?'), deed(), 10);
      expect(second).toMatchObject({ ok: false, problem: { kind: 'duplicate', pin: { id: first.id } } });
    });

    it('refuses more pins than a server may have', async () => {
      value(await store.pins.add(server, pinOf('a'), deed(), 1));
      expect(problem(await store.pins.add(server, pinOf('b'), deed(), 1))).toBe('limit');
    });

    it('edits, and takes an edit back', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), 10));
      const edited = value(await store.pins.edit(server, id, pinOf('b', 'Ny tekst'), deed(1)));
      expect(edited).toMatchObject({
        question: 'b',
        answer: { markdown: 'Ny tekst' },
        previous: { question: 'a' },
      });
      expect(value(await store.pins.undo(server, id, deed(2), 10))).toMatchObject({
        question: 'a',
        previous: null,
      });
      expect(problem(await store.pins.undo(server, id, deed(3), 10))).toBe('missing');
    });

    it('deletes, brings back, and forgets for good', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), 10));
      value(await store.pins.close(server, id, 'deleted', deed(1)));
      expect(await live()).toEqual([]);
      value(await store.pins.undo(server, id, deed(2), 10));
      expect(await live()).toEqual(['a']);
      value(await store.pins.close(server, id, 'deleted', deed(3)));
      expect(value(await store.pins.purge(deed(4).at))).toBe(1);
      expect(value(await store.pins.find(server, id))).toBeNull();
    });

    it('raises the revision with every change of what pins say', async () => {
      const before = value(await store.pins.revision(server));
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), 10));
      const between = value(await store.pins.revision(server));
      value(await store.pins.edit(server, id, pinOf('b'), deed()));
      expect(between).toBeGreaterThan(before);
      expect(value(await store.pins.revision(server))).toBeGreaterThan(between);
      expect(value(await store.pins.revision(other))).toBe(0);
    });

    it('counts uses', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), 10));
      value(await store.pins.noteUses(server, [{ id, count: 3, at: deed(5).at }]));
      expect(value(await store.pins.find(server, id))).toMatchObject({ uses: 3, lastUsedAt: deed(5).at });
    });

    it('keeps where a pin is pinned in a channel', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), 10));
      const channelPin = { channel: '1', message: '2' };
      expect(value(await store.pins.setChannelPin(server, id, channelPin))).toMatchObject({ channelPin });
    });

    it('erases a person from every pin', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), 10));
      expect(value(await store.pins.forget(by))).toBe(1);
      expect(value(await store.pins.find(server, id))).toMatchObject({ createdBy: null, updatedBy: null });
    });

    it('keeps settings by server', async () => {
      value(await store.settings.write(server, 'curator', { role: '1' }));
      expect(value(await store.settings.read(server))).toEqual(new Map([['curator', { role: '1' }]]));
      expect(value(await store.settings.read(other))).toEqual(new Map());
      value(await store.settings.clear(server));
      expect(value(await store.settings.read(server))).toEqual(new Map());
    });

    it('is sound', async () => {
      value(await store.pins.add(server, pinOf('a'), deed(), 10));
      expect(value(await store.integrity())).toEqual([]);
    });

    it('takes pins from four processes at once without losing one', async () => {
      const writers = ['a', 'b', 'c', 'd'].map((prefix) =>
        spawn(process.execPath, ['--import', 'tsx', writer, JSON.stringify(place), prefix, '15'], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      );
      const told = await Promise.all(
        writers.map(async (child) => (await Promise.all([text(child.stdout), once(child, 'close')]))[0]),
      );
      const confirmed = told.flatMap((lines) => lines.trim().split('\n'));
      expect(confirmed.filter((line) => line.startsWith('problem'))).toEqual([]);
      expect((await live()).toSorted()).toEqual(confirmed.toSorted());
      expect(confirmed).toHaveLength(60);
    });
  });
}
