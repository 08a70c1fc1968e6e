import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { pinOverlay, type PinOverlay } from '../../src/curation/pins/overlay.ts';
import { buildSnapshot, type Snapshot } from '../../src/knowledge/snapshot.ts';
import { openStore } from '../../src/store/open.ts';
import type { ServerId } from '../../src/store/server.ts';
import type { PinStore, Store } from '../../src/store/store.ts';
import { value } from '../store/contract-value.ts';
import { pinOf, rules, server } from '../store/pin.ts';

let folder: string;
let store: Store;
let snapshot: Snapshot;
let now: number;
let logged: string[];
const deed = { by: null, at: new Date(0) };
const empty = (hash: string): Promise<Snapshot> => buildSnapshot({ articles: [], problems: [], hash });
const add = (question: string, owner: ServerId = server): ReturnType<PinStore['add']> =>
  store.pins.add(owner, pinOf(question), deed, rules());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svar-overlay-'));
  store = await openStore({ engine: 'sqlite', path: join(folder, 'svar.db') });
  snapshot = await empty('one');
  now = 1_000_000;
  logged = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const numbered = (number: number): ServerId => String(300000000000000000n + BigInt(number)) as ServerId;
const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
const over = (pins: PinStore = store.pins): PinOverlay => pinOverlay(pins, log, () => now);
const questions = async (overlay: PinOverlay, beside = snapshot): Promise<readonly string[] | null> => {
  const set = await overlay.setOf(server, beside);
  return set === null ? null : Array.from(set.pins.values(), ({ question }) => question);
};

/** The store's pins with a gate before each `list`, and a count of what is asked. */
function gated(): { pins: PinStore; open: () => void; close: () => void; lists: () => number } {
  let lists = 0;
  let gate: Promise<void> = Promise.resolve();
  let open: (() => void) | null = null;
  const pins: PinStore = {
    ...store.pins,
    async list(owner, statuses) {
      lists++;
      const read = await store.pins.list(owner, statuses);
      await gate;
      return read;
    },
  };
  return {
    pins,
    lists: () => lists,
    open: () => open?.(),
    close: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
  };
}

describe('the pins of a server in memory', () => {
  it('are those of the store, and after a change of ours the new ones at once', async () => {
    const overlay = over();
    expect(await questions(overlay)).toEqual([]);
    value(await add('a'));
    expect(await questions(overlay)).toEqual([]);
    overlay.refresh(server);
    expect(await questions(overlay)).toEqual(['a']);
  });

  it('are looked up again beside the answers once a second, for what other processes change', async () => {
    const overlay = over();
    await questions(overlay);
    value(await add('a'));
    now += 999;
    expect(await questions(overlay)).toEqual([]);
    now += 1;
    expect(await questions(overlay)).toEqual([]);
    await expect.poll(() => questions(overlay)).toEqual(['a']);
  });

  it('are indexed anew for other articles', async () => {
    const overlay = over();
    value(await add('a'));
    const before = await overlay.setOf(server, snapshot);
    const next = await empty('two');
    const after = await overlay.setOf(server, next);
    expect(after).not.toBe(before);
    expect(await overlay.setOf(server, next)).toBe(after);
  });

  it('are looked up once for all who wait', async () => {
    const { pins, lists, close, open } = gated();
    const overlay = over(pins);
    close();
    const both = Promise.all([questions(overlay), questions(overlay)]);
    open();
    expect(await both).toEqual([[], []]);
    expect(lists()).toBe(1);
  });

  it('are never those of a look that began before a change of ours', async () => {
    const { pins, close, open } = gated();
    const overlay = over(pins);
    value(await add('a'));
    await questions(overlay);
    value(await add('b'));
    now += 1000;
    close();
    // This look reads a and b, and is held up.
    expect(await questions(overlay)).toEqual(['a']);
    await expect.poll(async () => value(await store.pins.list(server, ['live'])).length).toBe(2);
    value(await add('c'));
    overlay.refresh(server);
    const after = questions(overlay);
    open();
    expect(await after).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    expect(await questions(overlay)).toHaveLength(3);
  });

  it('go on answering when the store fails, which is logged once', async () => {
    const overlay = over();
    value(await add('a'));
    await questions(overlay);
    await store.close();
    overlay.refresh(server);
    expect(await questions(overlay)).toEqual(['a']);
    expect(await questions(overlay)).toEqual(['a']);
    expect(logged.filter((line) => line.includes('cannot be read'))).toHaveLength(1);
    expect(await over().setOf(server, snapshot)).toBeNull();
  });

  it('go on answering when the database was lost under them', async () => {
    const lost: PinStore = { ...store.pins, revision: () => Promise.resolve({ ok: true, value: 0 }) };
    let isLost = false;
    const overlay = over({
      ...store.pins,
      revision: (owner) => (isLost ? lost : store.pins).revision(owner),
    });
    value(await add('a'));
    await questions(overlay);
    isLost = true;
    overlay.refresh(server);
    expect(await questions(overlay)).toEqual(['a']);
  });

  it('are answered from while a store throws, and said to be read again once', async () => {
    let isThrowing = true;
    const overlay = over({
      ...store.pins,
      revision: (owner) => {
        if (isThrowing) throw new RangeError('about someone');
        return store.pins.revision(owner);
      },
    });
    expect(await questions(overlay)).toBeNull();
    isThrowing = false;
    expect(await questions(overlay)).toEqual([]);
    overlay.refresh(server);
    expect(await questions(overlay)).toEqual([]);
    expect(logged.map((line) => JSON.parse(line) as { problem?: string; msg: string })).toMatchObject([
      { problem: 'RangeError', msg: 'pins cannot be read; cached ones go on answering' },
      { msg: 'pins can be read again' },
    ]);
    expect(logged.join('')).not.toContain('about someone');
  });

  it('are read once for one revision, and not at all between', async () => {
    const { pins, lists } = gated();
    const overlay = over(pins);
    await questions(overlay);
    await questions(overlay);
    expect(lists()).toBe(1);
    now += 1000;
    await questions(overlay);
    overlay.refresh(server);
    await questions(overlay);
    expect(lists()).toBe(1);
    value(await add('a'));
    overlay.refresh(server);
    await questions(overlay);
    expect(lists()).toBe(2);
  });

  it('are kept of 500 servers, those unused for longest dropped', async () => {
    const { pins, lists } = gated();
    const overlay = over(pins);
    for (let number = 0; number < 500; number++) await overlay.setOf(numbered(number), snapshot);
    await overlay.setOf(numbered(0), snapshot);
    expect(lists()).toBe(500);
    await overlay.setOf(numbered(500), snapshot);
    await overlay.setOf(numbered(0), snapshot);
    expect(lists()).toBe(501);
    await overlay.setOf(numbered(1), snapshot);
    expect(lists()).toBe(502);
  });

  it('go when the database was lost and none was decided', async () => {
    const set = await over({ ...store.pins, revision: () => Promise.resolve({ ok: true, value: 0 }) }).setOf(
      server,
      snapshot,
    );
    expect(set?.pins.size).toBe(0);
  });
});
