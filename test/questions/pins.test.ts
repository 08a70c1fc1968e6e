import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { tryPins, type PinTrial } from './pin-set.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Share of these trials in per cent. */
const share = (trials: readonly PinTrial[], holds: (trial: PinTrial) => boolean): number =>
  (100 * trials.filter(holds).length) / trials.length;

/** Whether the right pin was given or offered. */
const shown = ({ answer, got, wanted }: PinTrial): boolean =>
  got === wanted || (answer.kind === 'unsure' && answer.pins.some(({ question }) => question === wanted));

// Floors are some points below what is reached: they catch a change that loses a way of asking, not one question.
describe.each([
  { language: 'da', reached: 70, shown: 86, swallowed: 13 },
  { language: 'en', reached: 82, shown: 94, swallowed: 11 },
])('fixed answers in $language', ({ language, ...floors }) => {
  let same: readonly PinTrial[];
  let other: readonly PinTrial[];
  beforeAll(async () => {
    const trials = await tryPins(join(here, 'pins', language));
    same = trials.filter(({ wanted }) => wanted !== null);
    other = trials.filter(({ wanted }) => wanted === null);
  });

  it('come from a set in which half of the questions ask something else', () => {
    expect(same.length).toBeGreaterThanOrEqual(80);
    expect(other.length).toBeGreaterThanOrEqual(80);
  });
  it('are given to other words for their questions', () => {
    expect(share(same, ({ got, wanted }) => got === wanted)).toBeGreaterThanOrEqual(floors.reached);
  });
  it('are given or offered to nearly all of them', () => {
    expect(share(same, shown)).toBeGreaterThanOrEqual(floors.shown);
  });
  it('are never given to what another pin answers', () => {
    expect(same.filter(({ got, wanted }) => got !== null && got !== wanted)).toEqual([]);
  });
  it('do not swallow other questions on their topics', () => {
    expect(share(other, ({ got }) => got !== null)).toBeLessThanOrEqual(floors.swallowed);
  });
});
