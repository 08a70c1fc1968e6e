import fc from '../any-input.ts';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/content/markdown.ts';

/** The whole source at once with all of GFM: slow, and what the fast way must equal. */
const plainly = (source: string): unknown =>
  fromMarkdown(source, {
    extensions: [frontmatter(), gfm()],
    mdastExtensions: [frontmatterFromMarkdown(), gfmFromMarkdown()],
  }).children;

const kindsIn = (node: Nodes): string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(kindsIn) : []),
];

/** Lines that open, close and interrupt one another in every way. */
const lines = fc.constantFrom(
  '# En',
  '## To',
  '### Tre ##',
  '#',
  '',
  '',
  '',
  '   ',
  'Tekst med *fed* og `kode`',
  'Mere',
  '- punkt',
  '  - under',
  '  ```',
  '    indrykket',
  '1. et',
  '> citat',
  '>',
  '```',
  '```js',
  '~~~~',
  '---',
  '===',
  '<div>',
  '</div>',
  '<!-- kommentar',
  '-->',
  '<!-- kort -->',
  '<pre>',
  '</pre>',
  '| a | b |',
  '|---|---|',
  '[a]: https://example.org',
  'Se [a] og [b](/c)',
  '- [ ] opgave',
  '~~slettet~~',
  'Fodnote[^1]',
  '[^1]: note',
  'https://example.org/a_b',
  'skriv til ida@example.org',
);

describe('parsing piece by piece', () => {
  it('gives the tree of the whole', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 30 }), fc.boolean(), (rows, hasFrontMatter) => {
        const source = `${hasFrontMatter ? '---\ntitle: T\n\n# note\n---\n' : ''}${rows.join('\n')}`;
        expect(parseMarkdown(source).children).toEqual(plainly(source));
      }),
      { numRuns: 500 },
    );
  });
});

describe('GitHub’s Markdown', () => {
  it.each([
    ['table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['table', 'a | b\n-|-\n1 | 2'],
    ['table', '- punkt\n\n  | a |\n  |:-:|\n  | 1 |'],
    ['delete', 'et ~~slettet~~ ord'],
    ['footnoteReference', 'Se[^1]\n\n[^1]: note'],
    ['link', 'på https://example.org i dag'],
    ['link', 'på www.example.org i dag'],
    ['link', 'skriv til ida@example.org i dag'],
    ['link', 'Se [her](/a) og www.example.org'],
  ])('finds a %s in %j', (kind, source) => {
    expect(kindsIn(parseMarkdown(source))).toContain(kind);
  });

  it('finds the state of a task', () => {
    const [list] = parseMarkdown('- [x] gjort\n').children;
    expect(list).toMatchObject({ type: 'list', children: [{ checked: true }] });
  });
});

const deep = 5000;
const hostile: [title: string, source: string][] = [
  ['quotes in quotes', `${'> '.repeat(deep)}x`],
  ['quotes without blanks', `${'>'.repeat(deep)}x`],
  ['lists in lists', `${'- '.repeat(deep)}x`],
  ['lists in quotes', `${'> 1. '.repeat(deep)}x`],
  [
    'lists by indentation',
    Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n'),
  ],
  ['emphasis in emphasis', `${'*a **b '.repeat(700)}${' c** d*'.repeat(700)}`],
  ['brackets', '['.repeat(deep)],
  ['open images', '!['.repeat(deep)],
  ['stars', `${'*'.repeat(deep)}a${'*'.repeat(deep)}`],
  ['tags', '<a '.repeat(deep)],
  ['entities', '&amp;'.repeat(deep)],
  ['pipes', `${'|'.repeat(deep)}\n${'|-'.repeat(deep)}|`],
  ['tildes', '~a '.repeat(deep)],
  ['at signs', 'a@'.repeat(deep)],
  ['addresses', 'www.'.repeat(deep)],
  ['comments', '<!-- '.repeat(deep)],
  ['NUL bytes', '\0'.repeat(deep)],
  ['one long line', 'å'.repeat(100_000)],
  ['footnotes in footnotes', `${'[^a]: '.repeat(deep)}x`],
];

const depthOf = (node: Nodes): number =>
  'children' in node ? 1 + node.children.reduce((most, child) => Math.max(most, depthOf(child)), 0) : 0;

describe('hostile Markdown', () => {
  it.each(hostile)('of %s parses to a tree that can be walked', (_, source) => {
    expect(depthOf(parseMarkdown(source))).toBeLessThanOrEqual(101);
  });
});
