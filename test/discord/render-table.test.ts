import type { Table } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/content/markdown.ts';
import type { Block } from '../../src/discord/block.ts';
import { renderTable } from '../../src/discord/render-table.ts';

const document = { definitions: new Map(), footnotes: new Map(), image: null };
function tableOf(markdown: string): Block {
  const [node] = parseMarkdown(markdown).children;
  if (node?.type !== 'table') throw new Error('no table');
  return renderTable(node satisfies Table, document);
}
const code = (head: string, ...rows: readonly string[]): Partial<Block> => ({
  kind: 'table',
  head: `\`\`\`\n${head}\n`,
  foot: '\n```',
  rows,
});
const list = (...rows: readonly string[]): Partial<Block> => ({ kind: 'table', head: '', foot: '', rows });

describe('a table', () => {
  it('is aligned, with the rows as pieces', () => {
    expect(tableOf('| a | bcd | e |\n|---|---|---|\n| fgh | i | j |\n| k | | |')).toMatchObject(
      code('a    bcd  e\n───  ───  ─', 'fgh  i    j', 'k'),
    );
  });
  it('is as wide as a phone shows, and a list beyond that', () => {
    expect(tableOf(`| a | b |\n|---|---|\n| ${'c'.repeat(39)} | d |`)).toMatchObject({ foot: '\n```' });
    expect(tableOf(`| a | b |\n|---|---|\n| ${'c'.repeat(40)} | d |`)).toMatchObject(
      list(`- **${'c'.repeat(40)}** · b: d`),
    );
  });
  it.each([
    ['a link', '[c](https://d.dk)', '- **[c](https://d.dk/)** · b: e'],
    ['an image', '![c](https://d.dk/e.svg)', '- **[c](https://d.dk/e.svg)** · b: e'],
    ['a link in bold', '**[c](https://d.dk)**', '- **[c](https://d.dk/)** · b: e'],
  ])('is a list where a cell holds %s', (_, cell, row) => {
    expect(tableOf(`| a | b |\n|---|---|\n| ${cell} | e |`)).toMatchObject(list(row));
  });
  it('is a list where a cell would end its block', () => {
    expect(tableOf('| a | b |\n|---|---|\n| x```y | c |').foot).toBe('');
  });
  it('names each cell of a list by its column, the first and nameless ones in bold', () => {
    const wide = 'w'.repeat(45);
    expect(tableOf(`| | b | |\n|---|---|---|\n| ${wide} | c | d |\n| | e<br>f | |`)).toMatchObject(
      list(`- **${wide}** · b: c · **d**`, '- **e f**'),
    );
  });
});
