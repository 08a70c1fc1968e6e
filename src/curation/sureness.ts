import type { Sureness } from '../store/questions.ts';

/** How many parts the range of confidence is counted in. */
const steps = 50;

/** The part of the range that a confidence of 0..1 falls into. */
export const sureStep = (confidence: number): number =>
  Math.min(steps - 1, Math.max(0, Math.floor(confidence * steps)));

/** How many questions were counted, and the share of them at or above each bar; within a part they lie evenly. */
export function sharesOf(
  counted: readonly Omit<Sureness, 'day'>[],
  bars: readonly number[],
): { readonly asked: number; readonly shares: readonly number[] } {
  const asked = counted.reduce((sum, { count }) => sum + count, 0);
  const above = (bar: number): number =>
    counted.reduce((sum, { step, count }) => {
      const part = Math.min(1, Math.max(0, step + 1 - bar * steps));
      return sum + part * count;
    }, 0);
  return { asked, shares: bars.map((bar) => (asked === 0 ? 0 : above(bar) / asked)) };
}
