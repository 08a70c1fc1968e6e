import { expect, it } from 'vitest';
import fc from '../any-input.ts';
import { cooldownRates, openCooldowns, type Turn } from '../../src/ops/cooldowns.ts';

const { capacity, interval } = cooldownRates.question;

/** Asks so often at once. */
function burst(turn: () => Turn, count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const given = turn();
    if (given.isFree) return 'free';
    return given.tell ? `told ${String(given.wait)}` : 'silence';
  });
}

it('lets a person ask as fast as they can read, tells them once to wait, and says nothing then', () => {
  let now = 1_000_000;
  const cooldowns = openCooldowns({ now: () => now });
  const turn = (): Turn => cooldowns.turn('question', 'anna');
  expect(burst(turn, capacity)).toEqual(Array.from({ length: capacity }, () => 'free'));
  now += interval / 4;
  expect(burst(turn, 3)).toEqual([`told ${String((interval * 3) / 4)}`, 'silence', 'silence']);
  now += interval;
  // One more is allowed, but who goes on is not told with every one.
  expect(burst(turn, 3)).toEqual(['free', 'silence', 'silence']);
  now += interval * capacity;
  expect(burst(turn, capacity + 1).at(-1)).toBe(`told ${String(interval)}`);
});

it('counts each person, each deed and each channel by itself', () => {
  const cooldowns = openCooldowns({ now: () => 5 });
  burst(() => cooldowns.turn('question', 'anna'), capacity);
  expect(cooldowns.turn('question', 'anna').isFree).toBe(false);
  expect(cooldowns.turn('question', 'bo').isFree).toBe(true);
  expect(cooldowns.turn('press', 'anna').isFree).toBe(true);
});

it('grants no more than the rate says in any span of time, however the clock goes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10_000, max: 20_000 }), { maxLength: 200 }), (steps) => {
      let now = 0;
      let latest = 0;
      let granted = 0;
      const cooldowns = openCooldowns({ now: () => now });
      for (const step of steps) {
        now += step;
        // Only time that runs forward brings turns.
        latest += Math.max(0, step);
        if (cooldowns.turn('question', 'anna').isFree) granted++;
      }
      expect(granted).toBeLessThanOrEqual(capacity + latest / interval);
    }),
  );
});

it('does once in so long what is to be done once', () => {
  let now = 0;
  const cooldowns = openCooldowns({ now: () => now });
  expect([cooldowns.once('a', 100), cooldowns.once('a', 100), cooldowns.once('b', 100)]).toEqual([
    true,
    false,
    true,
  ]);
  now = 100;
  expect(cooldowns.once('a', 100)).toBe(true);
});
