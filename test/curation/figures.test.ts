import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { figuresCsv } from '../../src/answers/service.ts';
import { figuresOf } from '../../src/curation/figures/figures.ts';
import type { Outcome } from '../../src/store/questions.ts';
import { value } from '../store/contract-value.ts';
import { server } from '../store/pin.ts';

const outcome = (day: string, kind: Outcome['kind'], target: string, count: number): Outcome => ({
  day,
  kind,
  target,
  count,
});
const figures = figuresOf(
  7,
  [
    outcome('2026-01-01', 'found', 'a', 2),
    outcome('2026-01-01', 'unknown', '', 3),
    outcome('2026-01-02', 'found', 'b', 3),
    outcome('2026-01-02', 'found', 'a', 2),
    outcome('2026-01-02', 'pinned', 'p1', 5),
    outcome('2026-01-02', 'unsure', '', 1),
  ],
  [
    { day: '2026-01-01', up: 3, down: 0 },
    { day: '2026-01-03', up: 1, down: 2 },
  ],
);

describe('figures', () => {
  it('sum up days by what became of the questions', () => {
    expect(figures).toMatchObject({
      days: 7,
      asked: 16,
      counts: { pinned: 5, found: 7, unsure: 1, unknown: 3 },
      up: 4,
      down: 2,
      most: [
        { target: 'p1', count: 5 },
        { target: 'a', count: 4 },
        { target: 'b', count: 3 },
      ],
    });
  });
  it('are none where nobody asked', () => {
    expect(figuresOf(1, [], [])).toMatchObject({ asked: 0, up: 0, down: 0, most: [] });
  });
  it('go into a spreadsheet day by day, and no name becomes a formula', () => {
    const names: Record<string, string> = { a: 'x.md#Pris, "alt" inkl.', b: '=SUM(1)' };
    expect(figuresCsv(figures, (target) => names[target] ?? null).split('\r\n')).toEqual([
      'day,kind,answer,count',
      '2026-01-01,found,"x.md#Pris, ""alt"" inkl.",2',
      '2026-01-01,unknown,,3',
      '2026-01-01,up,,3',
      "2026-01-02,found,'=SUM(1),3",
      '2026-01-02,found,"x.md#Pris, ""alt"" inkl.",2',
      '2026-01-02,pinned,p1,5',
      '2026-01-02,unsure,,1',
      '2026-01-03,up,,1',
      '2026-01-03,down,,2',
      '',
    ]);
  });
});

it('figures compare with the days before, and name what nobody asks once enough is asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'svar-figures-'));
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const env = { LOG_LEVEL: 'silent', DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` };
  const app = await openApp(readConfig(env, root), { watches: false, keepsPins: true });
  const [article] = app.answers.content().articles;
  const [first, second] = article?.passages ?? [];
  if (first === undefined || second === undefined) throw new Error('no passages');
  const ask = (times: number, kind: Outcome['kind'], target: string | null): void => {
    for (let time = 0; time < times; time++)
      app.gaps?.note(server, { text: 'x', isDirect: false, kind, target });
  };
  const figuresNow = async () =>
    value((await app.figures?.of(server, 7)) ?? { ok: false, problem: { kind: '' } });
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-13T12:00:00Z') });
  ask(19, 'unknown', null);
  await app.gaps?.flush();
  vi.setSystemTime(new Date('2026-11-16T12:00:00Z'));
  ask(1, 'found', first.hash);
  vi.setSystemTime(new Date('2026-11-21T12:00:00Z'));
  const draft = { question: 'Hvad?', phrasings: [], target: second.hash, text: '' };
  const pin = value(
    (await app.answers.pins?.add(server, draft, null)) ?? { ok: false, problem: { kind: '' } },
  );
  ask(30, 'found', first.hash);
  ask(18, 'pinned', `p${pin.id}`);
  expect(await figuresNow()).toMatchObject({ asked: 49, before: null, neverAsked: [] });
  ask(2, 'unknown', null);
  vi.setSystemTime(new Date('2026-11-26T12:00:00Z'));
  const { asked, before, neverAsked, passages } = await figuresNow();
  expect([asked, before]).toEqual([50, { asked: 20, answered: 1 }]);
  expect(neverAsked).toHaveLength(passages - 2);
  expect(neverAsked.map(({ passage }) => passage.hash)).not.toContain(second.hash);
  vi.useRealTimers();
  await app.close();
  await rm(folder, { recursive: true });
});
