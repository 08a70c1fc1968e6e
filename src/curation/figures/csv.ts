import type { Figures } from './figures.ts';

/**
 * Figures as comma-separated values (RFC 4180): a row for each day, kind and answer.
 * @param nameOf what a target is called; null where it is gone
 */
export function figuresCsv({ outcomes, votes }: Figures, nameOf: (target: string) => string | null): string {
  const rows = [
    ...outcomes.map(({ day, kind, target, count }) => [day, kind, nameOf(target) ?? target, count] as const),
    ...votes.flatMap(({ day, up, down }) => [
      ...(up > 0 ? [[day, 'up', '', up] as const] : []),
      ...(down > 0 ? [[day, 'down', '', down] as const] : []),
    ]),
  ];
  const sorted = rows.toSorted((a, b) => a[0].localeCompare(b[0]));
  return [['day', 'kind', 'answer', 'count'], ...sorted]
    .map((cells) => `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`)
    .join('');
}

/** A spreadsheet must not take a heading for a formula. */
const quoted = (cell: string): string => {
  const safe = /^[=+\-@\t]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
