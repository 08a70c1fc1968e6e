import { describe, expect, it } from 'vitest';
import { openBreaker, type Answered, type Breaker } from '../../src/ops/breaker.ts';

const minutes = 60_000;
const answer = (status: number, more: Partial<Answered> = {}): Answered => ({
  status,
  isShared: false,
  isSigned: true,
  ...more,
});

/** Sends a request every `every` milliseconds for ten minutes, answered at once in turn as given; how many were sent. */
async function sentIn(breaker: Breaker, every: number, ...given: readonly Answered[]): Promise<number> {
  let sent = 0;
  for (let now = 0; now < 10 * minutes; now += every) {
    if (!(await breaker.admits(now))) continue;
    const next = given[sent % given.length];
    sent += 1;
    if (next !== undefined) breaker.came(next, now);
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
  ])('of %s', async (_, every, given, most) => {
    expect(await sentIn(openBreaker(), every, given)).toBe(most);
  });
  it.each([
    ['answers', answer(200)],
    ['faults of Discord', answer(500)],
    ['what is not found', answer(404)],
    ['limits that others filled', answer(429, { isShared: true })],
  ])('of %s holds nothing back', async (_, given) => {
    expect(await sentIn(openBreaker(), 100, given)).toBe(6000);
  });
  it('of one refusal in twenty holds nothing back', async () => {
    const given = [answer(429), ...Array.from({ length: 19 }, () => answer(204))];
    expect(await sentIn(openBreaker(), 20, ...given)).toBe(30_000);
  });
  it('of one refusal in three stays far below what Discord bears', async () => {
    const sent = await sentIn(openBreaker(), 20, answer(403), answer(204), answer(204));
    expect(sent / 3).toBeLessThan(200);
  });
  it('of one refusal in twelve stays below a fifth of what Discord bears', async () => {
    const given = [answer(403), ...Array.from({ length: 11 }, () => answer(204))];
    const sent = await sentIn(openBreaker(), 5, ...given);
    expect(sent / 12).toBeGreaterThan(1500);
    expect(sent / 12).toBeLessThan(2001);
  });
});

describe('the breaker', () => {
  it('lets a rush through while all is well, and then no more at once than may go wrong', async () => {
    const breaker = openBreaker();
    for (let each = 0; each < 5000; each++) expect(await breaker.admits(0)).toBe(true);
    breaker.came(answer(403), 0);
    let admitted = 0;
    for (let each = 0; each < 100; each++) void breaker.admits(0).then((is) => (admitted += Number(is)));
    for (let each = 0; each < 4940; each++) breaker.failed(0);
    await Promise.resolve();
    expect(admitted).toBe(0);
    for (let each = 0; each < 59; each++) breaker.failed(0);
    await Promise.resolve();
    expect(admitted).toBe(59);
    for (let each = 0; each < 41; each++) breaker.came(answer(204), 0);
    await Promise.resolve();
    expect(admitted).toBe(100);
  });
  it('lets nobody wait for what cannot come', async () => {
    const breaker = openBreaker();
    for (let each = 0; each < 60; each++) await breaker.admits(0);
    breaker.came(answer(403), 0);
    const late = breaker.admits(0);
    for (let each = 0; each < 59; each++) breaker.came(answer(403), 0);
    expect([await late, await breaker.admits(0)]).toEqual([false, false]);
  });
  it('tells of a refused token', async () => {
    const breaker = openBreaker();
    breaker.came(answer(401, { isSigned: false }), 0);
    expect(breaker.revoked.aborted).toBe(false);
    breaker.came(answer(401), 0);
    expect([breaker.revoked.aborted, await breaker.admits(99 * minutes)]).toEqual([true, false]);
  });
});
