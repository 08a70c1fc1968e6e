import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { groupAlike } from '../../src/curation/gaps/group.ts';

/** Rows from links that hold both ways. */
function rowsOf(
  count: number,
  links: readonly (readonly [one: number, other: number, alike: number])[],
): readonly ReadonlyMap<number, number>[] {
  const rows = Array.from({ length: count }, () => new Map<number, number>());
  for (const [one, other, alike] of links) {
    rows[one]?.set(other, alike);
    rows[other]?.set(one, alike);
  }
  return rows;
}

const table: readonly (readonly [what: string, ...Parameters<typeof rowsOf>, groups: readonly number[][]])[] =
  [
    ['nothing', 0, [], []],
    ['strangers', 2, [[0, 1, 0.34]], [[0], [1]]],
    ['two that are alike enough', 2, [[0, 1, 0.35]], [[0, 1]]],
    [
      'one that is like only one of two',
      3,
      [
        [0, 1, 1],
        [1, 2, 0.69],
      ],
      [[0, 1], [2]],
    ],
    [
      'one that is very like one of two',
      3,
      [
        [0, 1, 1],
        [1, 2, 0.7],
      ],
      [[0, 1, 2]],
    ],
    [
      'one that is like two of three',
      4,
      [
        [0, 1, 1],
        [0, 2, 1],
        [3, 1, 0.4],
        [3, 2, 0.3],
      ],
      [[0, 1, 2, 3]],
    ],
    [
      'one that is like two groups: the nearer one',
      3,
      [
        [0, 2, 0.4],
        [1, 2, 0.5],
      ],
      [[0], [1, 2]],
    ],
    [
      'one that is as like two groups: the first',
      3,
      [
        [1, 2, 0.5],
        [0, 2, 0.5],
      ],
      [[0, 2], [1]],
    ],
  ];

describe('grouping', () => {
  it.each(table)('%s', (_, count, links, groups) => {
    expect(groupAlike(rowsOf(count, links))).toEqual(groups);
  });
  it('takes the mean of both directions', () => {
    expect(groupAlike([new Map([[1, 0.2]]), new Map([[0, 0.5]])])).toEqual([[0, 1]]);
    expect(groupAlike([new Map([[1, 0.1]]), new Map([[0, 0.5]])])).toEqual([[0], [1]]);
  });
  it('puts each into one group, and what comes later parts nothing', () => {
    const link = fc.tuple(fc.nat(11), fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const rows = rowsOf(
          12,
          links.filter(([one, other]) => one !== other),
        );
        const all = groupAlike(rows);
        expect(all.flat().toSorted((a, b) => a - b)).toEqual(Array.from(rows.keys()));
        const before = groupAlike(rows.slice(0, 8));
        expect(
          all.map((group) => group.filter((place) => place < 8)).filter(({ length }) => length > 0),
        ).toEqual(before);
      }),
    );
  });
});
