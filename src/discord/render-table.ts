import type { Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { plainBlock, type Block } from './block.ts';
import { cleanText } from './escape.ts';
import { renderInline, type Document } from './render-inline.ts';
import { measures } from './limits.ts';

/** A table as an aligned code block where a phone can show it and nothing in it can be pressed, else as a list with one entry a row. */
export function renderTable(table: Table, document: Document): Block {
  const rows = table.children.map((row) => row.children.map((cell) => cleanText(toString(cell)).trim()));
  const widths = columnWidths(rows);
  const width = widths.reduce((sum, column) => sum + column + 2, -2);
  const isPlain = !rows.flat().some((cell) => cell.includes('```'));
  const isCode = width <= measures.tableColumns && isPlain && rows.length > 1 && !holdsLink(table);
  return isCode ? asCode(rows, widths) : asList(table, document);
}

/** A code block would show a link's text without its address, and no image. */
const holdsLink = (node: Nodes): boolean =>
  ['link', 'linkReference', 'image', 'imageReference'].includes(node.type) ||
  ('children' in node && node.children.some(holdsLink));

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
}

function asCode(rows: readonly (readonly string[])[], widths: readonly number[]): Block {
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => pad(row[column] ?? '', width))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return {
    ...plainBlock('table', body.map(line)),
    head: ['```', line(head), rule, ''].join('\n'),
    foot: '\n```',
  };
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Characters as people count them. */
const widthOf = (text: string): number => Array.from(new Intl.Segmenter().segment(text)).length;

function asList(table: Table, document: Document): Block {
  const [head, ...body] = table.children.map((row) =>
    row.children.map((cell, column) =>
      renderInline(cell.children, document, column === 0 ? ['**'] : [])
        .replaceAll('\n', ' ')
        .trim(),
    ),
  );
  const entry = (row: readonly string[]): string =>
    row
      .map((cell, column) => ({ name: head?.[column] ?? '', cell }))
      .filter(({ cell }) => cell !== '')
      .map(({ name, cell }, column) => (column === 0 || name === '' ? `**${cell}**` : `${name}: ${cell}`))
      .join(' · ');
  const rows = body.length === 0 ? [head ?? []] : body;
  return plainBlock(
    'table',
    rows.map((row) => `- ${entry(row)}`),
  );
}
