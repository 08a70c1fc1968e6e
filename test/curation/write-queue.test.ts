import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeQueue, type WriteQueue } from '../../src/curation/write-queue.ts';
import type { ServerId } from '../../src/store/server.ts';
import { server } from '../store/pin.ts';

const other = '300000000000000300' as ServerId;
interface Entry {
  readonly server: ServerId;
  readonly name: string;
}
let written: (readonly [ServerId, string])[];
let logged: Record<string, unknown>[];
let fault: 'none' | 'locked' | 'thrown';
let queue: WriteQueue<Entry>;
const named = (name: string, one = server): Entry => ({ server: one, name });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  written = [];
  logged = [];
  fault = 'none';
  const log = pino({ base: null }, { write: (line: string) => logged.push(JSON.parse(line)) });
  queue = writeQueue<Entry>('entries', log, (one, entries) => {
    if (fault === 'thrown') throw new TypeError('secret words');
    if (fault === 'locked') return Promise.resolve({ ok: false, problem: { kind: 'locked', detail: 'x' } });
    written.push([one, entries.map(({ name }) => name).join()]);
    return Promise.resolve({ ok: true, value: null });
  });
});
afterEach(async () => {
  await queue.close();
  vi.useRealTimers();
});

it('writes a server at a time, in order, and every ten seconds by itself', async () => {
  queue.add(named('a'));
  queue.add(named('b', other));
  queue.add(named('c'));
  vi.advanceTimersByTime(9999);
  await Promise.resolve();
  expect(written).toEqual([]);
  vi.advanceTimersByTime(1);
  await expect.poll(() => written.length).toBe(2);
  expect(written).toEqual([
    [server, 'a,c'],
    [other, 'b'],
  ]);
  await queue.flush();
  expect(written).toHaveLength(2);
});

it.each(['locked', 'thrown'] as const)(
  'keeps what cannot be written (%s), and logs no text',
  async (kind) => {
    fault = kind;
    queue.add(named('a'));
    await queue.flush();
    queue.add(named('b'));
    expect(logged).toMatchObject([{ what: 'entries', problem: kind === 'locked' ? 'locked' : 'TypeError' }]);
    expect(JSON.stringify(logged)).not.toContain('secret words');
    fault = 'none';
    await queue.flush();
    expect(written).toEqual([[server, 'a,b']]);
  },
);

it('lets a thousand wait, and drops the oldest beyond, which it tells once', async () => {
  fault = 'locked';
  for (let number = 0; number < 1000; number++) queue.add(named(String(number)));
  await queue.flush();
  expect(JSON.stringify(logged)).not.toContain('dropped');
  for (let number = 1000; number < 1050; number++) queue.add(named(String(number)));
  await queue.flush();
  expect(logged.filter((line) => 'dropped' in line)).toMatchObject([{ dropped: 50 }]);
  fault = 'none';
  await queue.flush();
  const names = written.flatMap(([, some]) => some.split(','));
  expect(names).toEqual(Array.from({ length: 1000 }, (_, place) => String(place + 50)));
});

it('writes two hundred before their time, a hundred in one go', async () => {
  for (let number = 0; number < 250; number++) queue.add(named(String(number)));
  await expect.poll(() => written.length).toBe(3);
  expect(written.map(([, some]) => some.split(',').length)).toEqual([100, 100, 50]);
  await queue.flush();
  expect(written).toHaveLength(3);
});

it('leaves it to the timer to try again where the store fails', async () => {
  fault = 'locked';
  for (let number = 0; number < 200; number++) queue.add(named(String(number)));
  await expect.poll(() => logged.length).toBe(1);
  for (let number = 200; number < 300; number++) queue.add(named(String(number)));
  await queue.flush();
  expect(logged).toHaveLength(2);
});

it('writes the rest on close, and nothing by itself afterwards', async () => {
  queue.add(named('a'));
  await queue.close();
  expect(written).toEqual([[server, 'a']]);
  queue.add(named('b'));
  vi.advanceTimersByTime(60_000);
  await Promise.resolve();
  expect(written).toHaveLength(1);
});
