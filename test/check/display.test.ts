import { describe, expect, it } from 'vitest';
import { displayFindings } from '../../src/check/display.ts';
import { worstFirst, type Finding } from '../../src/check/finding.ts';
import { articlesOf } from '../knowledge/snapshot-of.ts';

const found = (markdown: string, limits = { heading: 10, tableColumns: 10 }): unknown[] =>
  articlesOf({ 'a.md': markdown })
    .flatMap((article) => displayFindings(article, limits))
    .map(({ severity, file, ...rest }) => {
      expect([severity, file]).toEqual(['warning', 'a.md']);
      return rest;
    });

describe('what readers would not see as it was written', () => {
  it.each([
    ['a heading of the longest', `## ${'a'.repeat(10)}\n\nx`, []],
    [
      'a longer heading',
      `\n## ${'a'.repeat(11)}\n\nx`,
      [{ code: 'heading-long', line: 2, parameters: { heading: 'a'.repeat(11), length: 11, limit: 10 } }],
    ],
    ['a table of the widest', '## A\n\n| a | b |\n|---|---|\n| 1234 | 123 |\n| 1 | 1234 |', []],
    [
      'a wider table',
      '## A\n\n| a | b |\n|---|---|\n| 1234 | 123 |\n| 1 | 12345 |',
      [{ code: 'table-wide', line: 1, parameters: { heading: 'A', width: 11, limit: 10 } }],
    ],
    ['a table with an emoji', '## A\n\n| a | b |\n|---|---|\n| 😀😀😀😀 | 1234 |', []],
    ['an image with a text', '## A\n\n![b](https://c.dk/d.png)', []],
    [
      'an image with a blank for a text',
      '## A\n\n![ ](https://c.dk/d.png)',
      [{ code: 'image-without-text', line: 1, parameters: { url: 'https://c.dk/d.png' } }],
    ],
    [
      'an image by reference without a text',
      '## A\n\nb ![][e]\n\n[e]: https://c.dk/d.png',
      [{ code: 'image-without-text', line: 1, parameters: { url: 'e' } }],
    ],
    ['a break', '## A\n\nb<br>c<BR/>d', []],
    [
      'blocks and words of HTML that are shown',
      '## A\n\n<p>b</p>\n\n<ul><li>c</li></ul>\n\n<div>\n\nd <kbd>e</kbd>\n\n</div>',
      [],
    ],
    ['a comment', '## A\n\nb <!-- c -->', []],
    [
      'tags, once for a passage',
      '## A\n\nb <MARK>c</MARK> <sub>d</sub>\n\n## E\n\nf <my-tag>g</my-tag>',
      [
        { code: 'html-shown', line: 1, parameters: { tag: 'mark', heading: 'A' } },
        { code: 'html-shown', line: 5, parameters: { tag: 'my-tag', heading: 'E' } },
      ],
    ],
    [
      'several kinds in a quote',
      '## A\n\n> ![](https://c.dk/d.png) <mark>b</mark>',
      [
        { code: 'image-without-text', line: 1, parameters: { url: 'https://c.dk/d.png' } },
        { code: 'html-shown', line: 1, parameters: { tag: 'mark', heading: 'A' } },
      ],
    ],
  ])('with %s', (_, markdown, findings) => {
    expect(found(markdown)).toEqual(findings);
  });
});

const finding = (severity: Finding['severity'], file: string, line: number | null): Finding => ({
  code: 'empty-section',
  severity,
  file,
  line,
  parameters: { heading: '' },
});
describe('findings', () => {
  it('are in order: errors, then files, then lines', () => {
    const sorted = [
      finding('error', 'b.md', 2),
      finding('error', 'c.md', 1),
      finding('warning', 'a.md', null),
      finding('warning', 'a.md', 1),
      finding('warning', 'a.md', 9),
      finding('warning', 'b.md', 3),
    ];
    expect(worstFirst(sorted.toReversed())).toEqual(sorted);
    expect(worstFirst([3, 0, 5, 1, 4, 2].flatMap((place) => sorted[place] ?? []))).toEqual(sorted);
  });
});
