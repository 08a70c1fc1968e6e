import { describe, expect, it } from 'vitest';
import { valuesOf, weightTables } from '../../src/matcher/weights.ts';

const rows = Object.entries(weightTables).flatMap(([table, weights]) =>
  Object.entries(weights).map(([name, weight]) => ({ name: `${table}.${name}`, ...weight })),
);

describe('the weights', () => {
  it.each(rows)('$name lies within its range', ({ value, range: [least, most] }) => {
    expect(least).toBeLessThan(most);
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  });

  it.each(rows)('$name tells its unit and where it comes from', ({ unit, origin }) => {
    expect(unit).toMatch(/^\S.{2,60}$/u);
    expect(origin).toMatch(/^\S.{5,80}$/u);
  });

  it('are given by their names', () => {
    const { k1 } = valuesOf({ k1: { value: 1.2, unit: 'u', range: [0, 2], origin: 'o' } });
    expect(k1).toBe(1.2);
  });
});
