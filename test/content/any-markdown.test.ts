import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/content/body.ts';
import { parseArticle } from '../../src/content/parse.ts';

/** Lines that begin, hold and end entries of every style; `§` becomes a word that stands nowhere else. */
const lines = fc.constantFrom(
  '',
  '',
  '',
  '## §',
  '##§',
  '§ §',
  '§',
  '    §',
  '  §',
  '**§?**',
  '**§?** §',
  '**§? **',
  '<b>§?</b> <kbd>§</kbd><br>§',
  '<b>§',
  '§</b>',
  '- <details>',
  '- <details><summary>§?</summary>§</details>',
  '::card{title="§?"}',
  '::',
  '**Q: §?**',
  '**Q:** §',
  'A: §',
  '**Svar:** §',
  '- **§?**',
  '- **§?** §',
  '  §',
  '- §',
  '1. **§?**',
  '> **§?**',
  '> §',
  '>',
  '> [!faq]- §?',
  '> [!note]',
  '<details>',
  '<details><summary>§?</summary>',
  '<summary>§?</summary>',
  '</details>',
  '<details><summary>§?</summary>§</details>',
  '<h3>§</h3>',
  '<p>§</p>',
  '<dl>',
  '<dt>§</dt>',
  '<dd>§</dd>',
  '</dl>',
  '<Accordion title="Hvad?">',
  '</Accordion>',
  '<Q>§?',
  '<A>§</A>',
  '</Q>',
  '<Faq question="Hvad?" answer="Det." />',
  ': §',
  ':   §',
  '??? question "§?"',
  '!!! note',
  '!!! §',
  '=== "§"',
  ':::tip[§?]',
  '::: note §',
  ':::',
  '::::',
  '{% details "Hvad?" %}',
  '{% enddetails %}',
  '{% hint %}',
  '§ {#id}',
  '§ ^blok',
  '[[a|§]]',
  '{{ x }}',
  '---',
  '```',
  '<!-- note -->',
  '[TOC]',
  '| § | § |',
  '|---|---|',
);

function sourceOf(rows: readonly string[]): { source: string; words: string[] } {
  const words: string[] = [];
  const source = `# Titel\n\n${rows.join('\n')}`.replaceAll('§', () => `ord${words.push('') - 1}x`);
  return { source, words: words.map((_, number) => `ord${number}x`) };
}

describe('any Markdown', () => {
  it('keeps every word: as text, heading, phrasing, or heading above', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 14 }), (rows) => {
        const { source, words } = sourceOf(rows);
        const { passages, headings, article } = parseArticle('a.md', source);
        const read = JSON.stringify([passages, headings, article.title]);
        expect(words.filter((word) => !read.includes(word))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is posted with every word of a passage’s text', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 10 }), (rows) => {
        for (const passage of parseArticle('a.md', sourceOf(rows).source).passages) {
          const shown = JSON.stringify(parseBody(passage.markdown, null, () => null, null));
          const words = passage.text.match(/ord\d+x/gu) ?? [];
          expect(words.filter((word) => !shown.includes(word))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has ids that are unique, hashes of their own, and lines within the file', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 14 }), (rows) => {
        const { passages } = parseArticle('a.md', rows.join('\n').replaceAll('§', 'ord'));
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
        for (const { line, level } of passages) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(Math.max(1, rows.length));
          expect(level).toBeLessThanOrEqual(6);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (source) => {
        expect(() => parseArticle('a.mdx', source)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

const many = 1500;
const hostile: [title: string, source: string][] = [
  ['open details', '<details><summary>Hvad?</summary>x\n\n'.repeat(many)],
  ['closed details', '<details><summary>Hvad?</summary>x</details>\n'.repeat(many)],
  [
    'nested details',
    `${'<details><summary>Hvad?</summary>\n\n'.repeat(300)}x\n\n${'</details>\n\n'.repeat(300)}`,
  ],
  ['nested fences', `${':::tip[Hvad?]\n'.repeat(300)}x\n${':::\n'.repeat(300)}`],
  [
    'nested callouts',
    Array.from({ length: 60 }, (_, depth) => `${'> '.repeat(depth + 1)}[!faq] Hvad?`).join('\n'),
  ],
  [
    'nested boxes',
    Array.from({ length: 90 }, (_, depth) => `${'    '.repeat(depth)}??? q "Hvad?"`).join('\n'),
  ],
  ['open braces', '{{'.repeat(many)],
  ['open template tags', '{% a '.repeat(many)],
  ['open comments', '{/* a '.repeat(many)],
  ['open components', '<A b={'.repeat(many)],
  ['components with braces', '<A b={"'.repeat(many)],
  ['open wiki links', '[[a'.repeat(many)],
  ['open templated links', '[a]({{'.repeat(many)],
  ['tags without an end', `<A ${'<b "'.repeat(many)}`],
  ['closing tags', `${'<a>'.repeat(many)}${'</b>'.repeat(many)}`],
  ['bold questions', '**Hvad?** x\n\n'.repeat(many)],
  ['terms', 'Hvad?\n: x\n\n'.repeat(many)],
  ['colons', `Hvad?\n${': x\n'.repeat(many)}`],
  ['exports', 'export const a = {\n\n'.repeat(many)],
];

describe('hostile mark-up', () => {
  it.each(hostile)('of %s is read to its end', (_, source) => {
    expect(parseArticle('a.md', source).article.id).toBe('a.md');
  });
});
