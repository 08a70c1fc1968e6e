import { describe, expect, it } from 'vitest';
import { figuresCsv } from '../../src/answers/service.ts';
import { figuresOf } from '../../src/curation/figures/figures.ts';
import type { Outcome } from '../../src/store/questions.ts';

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
