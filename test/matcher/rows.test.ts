import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { at, GrowingNumbers, row, rowsBuilder, transposed, type Rows } from '../../src/matcher/rows.ts';

function rowsOf(lists: readonly (readonly number[])[]): Rows {
  const builder = rowsBuilder();
  for (const list of lists) {
    for (const value of list) builder.push(value);
    builder.endRow();
  }
  return builder.finish();
}
const listsOf = (rows: Rows): readonly (readonly number[])[] =>
  Array.from({ length: rows.offsets.length - 1 }, (_, index) => Array.from(row(rows, index)));

describe('rows', () => {
  it('give back what was pushed, empty rows too', () => {
    const lists = [[3, 1], [], [2], []];
    expect(listsOf(rowsOf(lists))).toEqual(lists);
    expect(rowsOf([]).offsets).toEqual(Uint32Array.of(0));
  });

  it('count the rows that are closed', () => {
    const builder = rowsBuilder();
    expect(builder.length).toBe(0);
    builder.push(1);
    expect(builder.length).toBe(0);
    builder.endRow();
    expect(builder.length).toBe(1);
  });

  it('are turned around', () => {
    expect(listsOf(transposed(rowsOf([[0, 2], [2], [], [1, 2]]), 4))).toEqual([[0], [3], [0, 1, 3], []]);
  });

  it('are the same after being turned around twice', () => {
    const lists = fc.array(fc.uniqueArray(fc.nat(8)).map((list) => list.toSorted((a, b) => a - b)));
    fc.assert(
      fc.property(lists, (given) => {
        const back = transposed(transposed(rowsOf(given), 9), given.length);
        expect(listsOf(back)).toEqual(given);
      }),
    );
  });

  it('are 0 beyond their end', () => {
    expect([at(Uint32Array.of(7), 0), at(Uint32Array.of(7), 1), at(Uint32Array.of(7), -1)]).toEqual([
      7, 0, 0,
    ]);
  });
});

describe('growing numbers', () => {
  it('keep what they held when they grow', () => {
    const numbers = new GrowingNumbers(2);
    for (let value = 0; value < 9; value++) numbers.push(value * 3);
    expect(numbers.length).toBe(9);
    expect(Array.from(numbers.finish())).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
  });
});
