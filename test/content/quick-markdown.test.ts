import { readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { fullMarkdown, readFully } from '../../src/content/markdown.ts';
import { cutPieces, type Piece } from '../../src/content/pieces.ts';
import { quickMarkdown } from '../../src/content/quick-markdown.ts';
import fc from '../any-input.ts';

const fencesOf = ({ text, line }: Piece): ('yaml' | 'toml')[] =>
  line === 0 && /^(?:---|\+\+\+)/u.test(text) ? ['yaml', 'toml'] : [];

/** The children of a tree without what only writing Markdown needs. */
const bare = ({ children }: { readonly children: readonly Nodes[] }): unknown =>
  JSON.parse(JSON.stringify(children, (key, value: unknown) => (key === 'spread' ? undefined : value)));

/** How much of a piece is handed to micromark; all of it where the quick reading gives up. */
function fullyRead(piece: Piece): number {
  let length = 0;
  const root = quickMarkdown(piece, fencesOf(piece), (part, whole, definitions) => {
    length += part.text.length;
    return readFully(part, whole, definitions);
  });
  return root === null ? piece.text.length : length;
}

/** The pieces of a source that are read quickly, as either way gives them. */
const readings = (source: string, way: 'quick' | 'full'): unknown =>
  cutPieces(source).map((piece) => {
    const quick = quickMarkdown(piece, fencesOf(piece), readFully);
    return quick === null ? null : bare(way === 'quick' ? quick : fullMarkdown(piece, fencesOf(piece)));
  });

const everyday: readonly (readonly [string, string])[] = [
  ['a heading, closed', '## Hvad *er* det? ##\n\nDet er **godt**.  \nNy linje\\\nog en til.\n'],
  ['lists in lists', '1. Et\n   og mere\n\n   - under **x**\n   - to\n2. [a](/b "t") ![i *j*](x.png)\n'],
  ['a list below its paragraph', 'Husk:\n- kaffe\n- te\n\n* andre\n'],
  ['a quote', '> Citat **med** [link](/a)\n> og mere\nog mere\n'],
  [
    'code',
    '```js a b\nkode\n  mere\n```\n\n- a\n\n  ```\n  b\n  ```\n\nTekst med `x` og `` ` ``.\n\n    kode\n',
  ],
  ['HTML', '<!-- a\n\nb -->\n\nEn <b>to</b> <br/> <!-- c -->\n\n<div>\nx\n</div>\n'],
  ['entities and escapes', 'A &amp; B &copy; \\*c\\* &ukendt; [y] 2 \\* 3\n'],
  ['front matter', '---\ntitle: A\n---\n\n# A\n\nb\n'],
  ['TOML front matter', '+++\ntitle = "A"\n+++\n# A\n'],
];
const odd: readonly (readonly [string, string])[] = [
  ['a quote with lone marks', '>\n> Citat\n>\n> - liste\n>\n> - mere\n>> indre\n'],
  ['marks that pair oddly', '***a* b** *c **d*** _e_f_ **format 1..* (g)**\n'],
  ['an item that is not text', '- a\n5. b\n\n1.\n\n   > c\n'],
  ['a list below code', '    kode\n\n4. fire\n'],
  ['an escape in brackets', '[y\\]z]\n'],
];
const partly: readonly (readonly [string, string])[] = [
  ['a table', 'Før.\n\n| a | b |\n|---|---|\n| c | **d** |\n\nEfter.\n'],
  ['an address', 'Se **her**.\n\nSkriv til a@b.dk eller www.c.dk.\n\n[d](https://e.dk)\n'],
  ['definitions', 'Se [a] og [b][a].\n\nIntet.\n\n[a]: /c "d"\n[e]: <f g>\n'],
  ['marks of a site', 'Før.\n\n:::tip[Titel]\n\nI.\n\n:::\n\n{% x %}\n'],
];

describe('the quick reading of Markdown', () => {
  it.each([...everyday, ...odd, ...partly])('gives the tree of micromark: %s', (_, source) => {
    expect(readings(source, 'quick')).toEqual(readings(source, 'full'));
    expect(readings(`Først.\n\n## Så\n\n${source}`, 'quick')).toEqual(
      readings(`Først.\n\n## Så\n\n${source}`, 'full'),
    );
  });

  it.each(everyday)('needs no micromark for %s', (_, source) => {
    expect(cutPieces(source).map(fullyRead)).toEqual(cutPieces(source).map(() => 0));
  });

  it.each(partly)('needs micromark for nothing else than %s', (_, source) => {
    const read = cutPieces(source)
      .map(fullyRead)
      .reduce((sum, length) => sum + length, 0);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(source.length);
  });

  it('gives the tree of micromark for the sample article, all of it read quickly but a little', () => {
    const source = readFileSync('content/networking.md', 'utf8');
    expect(readings(source, 'quick')).toEqual(readings(source, 'full'));
    const read = cutPieces(source)
      .map(fullyRead)
      .reduce((sum, length) => sum + length, 0);
    expect(read).toBeLessThan(source.length / 3);
  });

  const starts = fc.constantFrom(
    '',
    '',
    '',
    '- ',
    '* ',
    '1. ',
    '2. ',
    '> ',
    '>',
    '> - ',
    '  ',
    '    ',
    '      ',
    '- - ',
    '# ',
    '## ',
    '---',
    '***',
    '===',
    '```',
    '~~~',
    '```js a',
    '<div>',
    '</div>',
    '<!-- a',
    '-->',
    '<!-- x -->',
    '1.',
    '-',
    '   - ',
    '- ```',
    '+++',
    '[x]: /u',
    '| a | b |',
    '|---|---|',
    ':::',
    '!!! note',
    '-     a',
  );
  const parts = fc.constantFrom(
    'a',
    'ø du',
    '**',
    '*',
    '_',
    '***',
    '`',
    '`x`',
    '[a](b)',
    '![i](p.png)',
    '[',
    '](',
    '](/u "t")',
    ')',
    ']',
    '!',
    '[x]',
    '<b>',
    '</b>',
    '<a href="x">',
    '<br/>',
    '<!-- k -->',
    '&amp;',
    '&copy;',
    '&x;',
    '&#0;',
    '\\',
    '\\*',
    '\\[',
    '  ',
    ' ',
    '.',
    '**fed**',
    '*k*',
    '_k_',
    '"',
    '(',
    '<http://a.b>',
    'http',
    '—',
    '😀',
    '\u{A0}',
    '1',
    '#',
    '|',
    '-',
    '+',
    '>',
    '<',
    '[a](<b c>)',
    "[a](b 't')",
    '[a]()',
    '[a [b](c) d](e)',
    '![*a*](b)',
    '*[a](b)*',
    '~~x~~',
    'www.a.dk',
    '{{ b }}',
    '[[c]]',
  );
  const line = fc
    .tuple(starts, fc.array(parts, { maxLength: 4 }), fc.constantFrom('', ' ', '  ', '\\'))
    .map(([start, rest, end]) => `${start}${rest.join('')}${end}`);

  it.each(['![_a ', '_a ', '![a', '[', '**a '])(
    'leaves what is deeper than the stack to micromark: %s',
    (open) => {
      const text = open.repeat(3000);
      expect(quickMarkdown({ text, offset: 0, line: 0 }, [], readFully)).toBeNull();
    },
  );

  it('gives the tree of micromark for whatever people write', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const source = lines.join('\n');
        expect(readings(source, 'quick')).toEqual(readings(source, 'full'));
      }),
      { numRuns: 400 },
    );
  });
});
