import { describe, expect, it } from 'vitest';
import { RecentIds } from '../../src/discord/recent.ts';

describe('ids seen lately', () => {
  it('are new once', () => {
    const recent = new RecentIds(3);
    expect(['a', 'b', 'a', 'b', 'c'].map((id) => recent.add(id))).toEqual([true, true, false, false, true]);
  });
  it('are forgotten beyond the size, the oldest first', () => {
    const recent = new RecentIds(2);
    for (const id of ['a', 'b', 'c']) recent.add(id);
    expect(recent.add('b')).toBe(false);
    expect(recent.add('c')).toBe(false);
    expect(recent.add('a')).toBe(true);
    expect(recent.add('b')).toBe(true);
  });
  it('of a memory of one are the last', () => {
    const recent = new RecentIds(1);
    expect([recent.add('a'), recent.add('a'), recent.add('b'), recent.add('a')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
  it('are all told apart from 10,000 that come again', () => {
    const recent = new RecentIds(10_000);
    const events = Array.from({ length: 10_000 }, (_, index) => String(10n ** 18n + BigInt(index)));
    expect(events.filter((id) => recent.add(id))).toHaveLength(10_000);
    expect(events.filter((id) => recent.add(id))).toEqual([]);
  });
});
