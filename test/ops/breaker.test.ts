import { describe, expect, it } from 'vitest';
import { openBreaker, type Answered, type Breaker } from '../../src/ops/breaker.ts';

const minutes = 60_000;
const answer = (status: number, more: Partial<Answered> = {}): Answered => ({
  status,
  isShared: false,
  isSigned: true,
  ...more,
});

/** Sends a request every `every` milliseconds for ten minutes, each answered at once; how many were sent. */
function sentIn(breaker: Breaker, every: number, given: Answered): number {
  let sent = 0;
  for (let now = 0; now < 10 * minutes; now += every) {
    if (!breaker.admits(now)) continue;
    sent += 1;
    breaker.came(given, now);
  }
  return sent;
}

describe('a storm of ten minutes', () => {
  it.each([
    ['403, fifty a second', 20, answer(403), 97],
    ['429, fifty a second', 20, answer(429), 97],
    ['401 about an interaction', 20, answer(401, { isSigned: false }), 97],
    ['403, one a second', 1000, answer(403), 97],
    ['401', 20, answer(401), 1],
  ])('of %s', (_, every, given, most) => {
    expect(sentIn(openBreaker(), every, given)).toBe(most);
  });
  it.each([
    ['answers', answer(200)],
    ['faults of Discord', answer(500)],
    ['what is not found', answer(404)],
    ['limits that others filled', answer(429, { isShared: true })],
  ])('of %s holds nothing back', (_, given) => {
    expect(sentIn(openBreaker(), 100, given)).toBe(6000);
  });
});

describe('the breaker', () => {
  it('lets a rush through while all is well, and counts what is under way once something is not', () => {
    const breaker = openBreaker();
    for (let each = 0; each < 5000; each++) expect(breaker.admits(0)).toBe(true);
    breaker.came(answer(403), 0);
    expect(breaker.admits(0)).toBe(false);
    for (let each = 0; each < 4940; each++) breaker.failed();
    expect(breaker.admits(0)).toBe(false);
    breaker.failed();
    expect(breaker.admits(0)).toBe(true);
    expect(breaker.admits(0)).toBe(false);
  });
  it('tells of a refused token', () => {
    const breaker = openBreaker();
    breaker.came(answer(401, { isSigned: false }), 0);
    expect(breaker.revoked.aborted).toBe(false);
    breaker.came(answer(401), 0);
    expect([breaker.revoked.aborted, breaker.admits(99 * minutes)]).toEqual([true, false]);
  });
});
