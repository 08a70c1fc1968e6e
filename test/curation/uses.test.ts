import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pino } from 'pino';
import { useCounter } from '../../src/curation/pins/uses.ts';
import { openStore } from '../../src/store/open.ts';
import type { PinStore, Store } from '../../src/store/store.ts';
import { value } from '../store/contract-value.ts';
import { pinOf, rules, server } from '../store/pin.ts';

let folder: string;
let store: Store;
let id: string;
const log = pino({ level: 'silent' });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  folder = mkdtempSync(join(tmpdir(), 'svar-uses-'));
  store = await openStore({ engine: 'sqlite', path: join(folder, 'svar.db') });
  ({ id } = value(await store.pins.add(server, pinOf('a'), { by: null, at: new Date(0) }, rules())));
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  rmSync(folder, { recursive: true });
});

const stored = async (): Promise<number> => value(await store.pins.find(server, id))?.uses ?? -1;

it('stores uses every minute by itself, and the rest on close', async () => {
  const uses = useCounter(store.pins, log);
  uses.note(server, id);
  uses.note(server, id);
  vi.advanceTimersByTime(59_999);
  expect(await stored()).toBe(0);
  vi.advanceTimersByTime(1);
  await expect.poll(stored).toBe(2);
  uses.note(server, id);
  await uses.close();
  expect(await stored()).toBe(3);
  uses.note(server, id);
  vi.advanceTimersByTime(120_000);
  expect(await stored()).toBe(3);
});

it('keeps what cannot be stored, with what comes meanwhile', async () => {
  let isDown = true;
  const pins: PinStore = {
    ...store.pins,
    noteUses: (owner, noted) =>
      isDown
        ? Promise.resolve({ ok: false, problem: { kind: 'locked', detail: '' } })
        : store.pins.noteUses(owner, noted),
  };
  const uses = useCounter(pins, log);
  uses.note(server, id);
  await uses.flush();
  uses.note(server, id);
  isDown = false;
  await uses.flush();
  expect(await stored()).toBe(2);
  await uses.flush();
  expect(await stored()).toBe(2);
  await uses.close();
});

it('tells of what could not be stored by its kind alone, and goes on', async () => {
  const logged: Record<string, unknown>[] = [];
  const told = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  let fails: 'says' | 'throws' | 'no' = 'says';
  const pins: PinStore = {
    ...store.pins,
    noteUses(owner, noted) {
      if (fails === 'throws') throw new RangeError('about someone');
      if (fails === 'says')
        return Promise.resolve({ ok: false, problem: { kind: 'locked', detail: 'about' } });
      return store.pins.noteUses(owner, noted);
    },
  };
  const uses = useCounter(pins, told);
  uses.note(server, id);
  vi.advanceTimersByTime(60_000);
  await expect.poll(() => logged.length).toBe(1);
  fails = 'throws';
  vi.advanceTimersByTime(60_000);
  await expect.poll(() => logged.length).toBe(2);
  expect(logged).toMatchObject([
    { problem: 'locked', msg: 'uses of pins could not be stored; they are kept' },
    { fault: 'RangeError', msg: 'uses of pins could not be stored' },
  ]);
  expect(JSON.stringify(logged)).not.toContain('about');
  fails = 'no';
  await uses.close();
});
