/** Two-sided 95 % of the normal distribution. */
const z = 1.96;

/**
 * Where the share among all lies, with 95 % confidence, when `hits` of a sample of `size` were hits: Wilson's interval,
 * narrowed as the sample comes to hold a good part of `all`.
 * @returns lower and upper bound, 0..1
 */
export function interval(hits: number, size: number, all: number): readonly [number, number] {
  if (size === 0) return [0, 1];
  const rest = all <= 1 ? 0 : Math.max(0, (all - size) / (all - 1));
  const spread = (z * z * rest) / size;
  const share = hits / size;
  const middle = (share + spread / 2) / (1 + spread);
  const half = Math.sqrt(spread * share * (1 - share) + (spread * spread) / 4) / (1 + spread);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
