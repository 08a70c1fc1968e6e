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

it('lets a thousand wait, and drops the oldest beyond', async () => {
  fault = 'locked';
  for (let number = 0; number < 1000; number++) queue.add(named(String(number)));
  expect(logged).toEqual([]);
  queue.add(named('1000'));
  expect(logged).toMatchObject([{ dropped: 1 }]);
  await queue.flush();
  fault = 'none';
  await queue.flush();
  expect(written[0]?.[1].split(',')).toHaveLength(1000);
  expect(written[0]?.[1].startsWith('1,2,')).toBe(true);
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
