/** A week is over on Monday at seven, UTC: eight or nine in Denmark. Milliseconds after midnight. */
const ends = 7 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** The Monday on which the week began that a moment lies in, as `2026-11-23`. */
export function weekName(now: Date): string {
  const at = new Date(now.getTime() - ends);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * day).toISOString().slice(0, 10);
}
