import type { Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { cleanText } from './escape.ts';
import { renderInline, type Document } from './render-inline.ts';
import { measures } from './limits.ts';

/** A table as an aligned code block where a phone can show it, else as a list with one entry a row. */
export function renderTable(table: Table, document: Document): string {
  const rows = table.children.map((row) => row.children.map((cell) => cleanText(toString(cell)).trim()));
  const widths = columnWidths(rows);
  const width = widths.reduce((sum, column) => sum + column + 2, -2);
  const isPlain = !rows.flat().some((cell) => cell.includes('```'));
  return width <= measures.tableColumns && isPlain ? asCode(rows, widths) : asList(table, document);
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
}

function asCode(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => pad(row[column] ?? '', width))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return ['```', line(head), rule, ...body.map(line), '```'].join('\n');
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Characters as people count them. */
const widthOf = (text: string): number => Array.from(new Intl.Segmenter().segment(text)).length;

function asList(table: Table, document: Document): string {
  const [head, ...body] = table.children.map((row) =>
    row.children.map((cell) => renderInline(cell.children, document).replaceAll('\n', ' ').trim()),
  );
  const entry = (row: readonly string[]): string =>
    row
      .map((cell, column) => ({ name: head?.[column] ?? '', cell }))
      .filter(({ cell }) => cell !== '')
      .map(({ name, cell }, column) => (column === 0 || name === '' ? `**${cell}**` : `${name}: ${cell}`))
      .join(' · ');
  return (body.length === 0 ? [head ?? []] : body).map((row) => `- ${entry(row)}`).join('\n');
}
