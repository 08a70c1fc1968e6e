import { expect, it } from 'vitest';
import { precisionOf, shareOf, simulateMonth } from './month.ts';

it('a month with a moderator who spends ten clicks a week makes the answers better', async () => {
  const weeks = await simulateMonth(240);
  const [first, , , last] = weeks;
  if (first === undefined || last === undefined) throw new Error('there is no month');
  for (const { clicks } of weeks) expect(clicks).toBeLessThanOrEqual(10);
  expect(shareOf(last)).toBeGreaterThan(shareOf(first) + 0.1);
  expect(precisionOf(last)).toBeGreaterThanOrEqual(precisionOf(first));
}, 120_000);
