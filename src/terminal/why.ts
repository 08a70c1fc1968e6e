import type { Answer } from '../answers/answer.ts';
import type { Match } from '../knowledge/ranking.ts';
import type { Screen } from './answer.ts';
import { visible } from './render.ts';
import { columnsOf, wrapped } from './wrap.ts';

/** Why an answer was chosen: each word of the question with where it was met and what it weighed. */
export function whyText(answer: Answer, screen: Screen): string {
  const { strings, width } = screen;
  const [first, second] = answer.ranking;
  const rows = [strings.why.confidence(Math.round(answer.confidence * 100))];
  if (first !== undefined) rows.push(...matchLines(first, screen));
  if (second !== undefined) {
    const runnerUp = strings.why.runnerUp(visible(second.passage.heading));
    rows.push(wrapped(`${runnerUp} (${second.score.toFixed(2)})`, width, '', '  '));
  }
  return rows.join('\n');
}

function matchLines(
  { passage, score, evidence }: Match,
  { strings, style, width }: Screen,
): readonly string[] {
  const { field, reading, columns, notMet } = strings.why;
  const rows = evidence.words.map((word) => [
    visible(word.asked),
    word.fields.length === 0
      ? ''
      : `${reading[word.reading]}${word.readAs === null ? '' : ` (${visible(word.readAs)})`}`,
    word.fields.length === 0 ? notMet : word.fields.map((name) => field[name]).join(', '),
    `${String(Math.round(word.share * 100))} %`,
    word.score.toFixed(2),
  ]);
  const parts = Object.entries(evidence.parts)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`);
  const title = `${visible(passage.heading)} (${strings.why.score(score.toFixed(2))})`;
  return [
    wrapped(title, width, '', '  ').split('\n').map(style.bold).join('\n'),
    ...aligned([columns, ...rows]),
    wrapped(`${strings.why.parts} ${parts.join(' + ')}`, width, '', '  '),
  ];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => columnsOf(cells[column] ?? ''))),
  );
  return rows.map((cells) =>
    `  ${cells.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}

const padded = (cell: string, width: number): string =>
  cell + ' '.repeat(Math.max(0, width - columnsOf(cell)));
