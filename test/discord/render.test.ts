import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/content/body.ts';
import { bodyText } from '../../src/discord/cut.ts';
import { render, type Rendered } from '../../src/discord/render.ts';

const rendered = (markdown: string): Rendered => render(parseBody(markdown, null, () => null, null));
const shown = (markdown: string): string => bodyText(rendered(markdown).blocks);
const wide = 'en meget lang celle som ingen telefon kan vise';

describe('an article in Discord', () => {
  it.each([
    ['formatting', '**fed** *skrå* ~~væk~~ `kode`', '**fed** *skrå* ~~væk~~ `kode`'],
    ['the same formatting twice', '**a __b__ c** *a _b_ c*', '**a b c** *a b c*'],
    ['bold and slanted text', '***a***', '***a***'],
    ['nothing in bold', 'a****b', 'a\\*\\*\\*\\*b'],
    ['marks that are text', '1 * 2 * 3 @everyone <@1>', '1 \\* 2 \\* 3 \\@everyone \\<\\@1\\>'],
    ['code with backticks', '`` a`b ``', '`` a`b ``'],
    ['a line break', 'a  \nb', 'a\nb'],
    ['a line end', 'a\nb', 'a b'],
    ['a link', '[a](https://b.dk/c)', '[a](https://b.dk/c)'],
    ['a link with brackets in its address', '[a](<https://b.dk/c_(d)>)', '[a](https://b.dk/c_%28d%29)'],
    ['a link that leads nowhere', '[a](/b) [c](javascript:d) [e](mailto:f@g.dk)', 'a c e'],
    ['a link that shows another address', '[https://a.dk](https://b.dk)', '<https://b.dk/>'],
    ['a link without text', '[](https://b.dk)', '<https://b.dk/>'],
    ['a link of a blank', '[&nbsp;](https://b.dk)', '<https://b.dk/>'],
    ['a bare address', 'se https://b.dk/c nu', 'se <https://b.dk/c> nu'],
    ['a link by reference', '[a][b]\n\n[b]: https://c.dk', '[a](https://c.dk/)'],
    ['a heading', '# **a** b', '**a b**'],
    ['a quote', '> a\n>\n> b', '> a\n> b'],
    ['a quote in a quote', '> > a', '> a'],
    ['a rule', 'a\n\n---\n\nb', 'a\n\n⸻\n\nb'],
    ['a list', '- a\n- b\n  - c', '- a\n- b\n  - c'],
    ['a numbered list', '3. a\n4. b', '3. a\n4. b'],
    ['paragraphs in a list', '1. a\n\n   b', '1. a\n   b'],
    ['tasks', '- [ ] a\n- [x] b', '- ☐ a\n- ☑ b'],
    ['a footnote', 'a[^1]\n\n[^1]: b\n    c', 'a\\[1\\]\n\n-# \\[1\\] b c'],
    ['code', '```js\na < b\n```', '```js\na < b\n```'],
    ['code of a language that is none', '```js title="a"\nb\n```', '```js\nb\n```'],
    ['code of a language with a strange sign', '```!js\nb\n```', '```\nb\n```'],
    ['code of a language with a long name', `\`\`\`${'a'.repeat(21)}\nb\n\`\`\``, '```\nb\n```'],
    ['code that would end its block', '~~~\n```\n~~~', '```\n`\u200b``\n```'],
    ['a narrow table', '| a | b |\n|---|---|\n| c | d |', '```\na  b\n─  ─\nc  d\n```'],
    ['a table with an emoji', '| 😀 | b |\n|---|---|\n| ab | d |', '```\n😀   b\n──  ─\nab  d\n```'],
    ['a table without rows', '| a | b |\n|---|---|', '- **a** · b: b'],
    ['a wide table', `| a | b |\n|---|---|\n| ${wide} | **d** |`, `- **${wide}** · b: **d**`],
    [
      'a table with a link',
      '| a | b |\n|---|---|\n| c | [d](https://e.dk) |',
      '- **c** · b: [d](https://e.dk/)',
    ],
    ['a cell with a break', `| a | b |\n|---|---|\n| ${wide} | c<br>d<br> |`, `- **${wide}** · b: c d`],
    ['an empty cell', `| a | b | c |\n|---|---|---|\n| ${wide} | | d |`, `- **${wide}** · c: d`],
    ['bold in the first column', `| a | b |\n|---|---|\n| **${wide}** | d |`, `- **${wide}** · b: d`],
    ['a box that opens', '<details><summary>Mere</summary>\n\nTeksten\n\n</details>', 'Mere\n\nTeksten'],
    ['HTML', '<p>a &amp; b<br>c</p><script>d</script>', 'a & b\nc'],
    ['HTML in a line', 'a <sub>b</sub><br/>c', 'a b\nc'],
    ['a comment', 'a <!-- b --> c', 'a  c'],
  ])('has %s', (_, markdown, text) => {
    expect(shown(markdown)).toBe(text);
  });
  it('has formatting no deeper than anyone reads, and ends', () => {
    expect(shown(`${'> '.repeat(60)}a`)).not.toContain('a');
    expect(shown(`${'> '.repeat(9)}a`)).toBe('> a');
  });
});

describe('an image', () => {
  const picture = 'https://a.dk/kort.png';
  it('is shown by its address, and links beside it ask for no preview', () => {
    expect(rendered(`![Kort](${picture}) [b](https://b.dk)`).image).toBe(picture);
    expect(shown(`![Kort](${picture}) [b](https://b.dk)`)).toBe(`[Kort](${picture}) [b](<https://b.dk/>)`);
  });
  it.each([
    ['without a text', `![](${picture})`, picture],
    [
      'that is the second',
      `![a](${picture}) ![b](https://a.dk/b.jpg)`,
      `[a](${picture}) [b](<https://a.dk/b.jpg>)`,
    ],
    ['by reference', `![a][b]\n\n[b]: ${picture}`, `[a](${picture})`],
  ])('%s', (_, markdown, text) => {
    expect(shown(markdown)).toBe(text);
    expect(rendered(markdown).image).toBe(picture);
  });
  it.each([
    ['of a kind that Discord does not show', '![a](https://a.dk/b.svg)', '[a](https://a.dk/b.svg)'],
    ['that is no address', '![a](b.png)', 'a'],
    ['in a link', `[![a](${picture})](https://b.dk)`, '[a](https://b.dk/)'],
    ['in HTML without an address', 'a <img src="b.png" alt="Et kort">', 'a Et kort'],
  ])('%s is told by its text', (_, markdown, text) => {
    expect(shown(markdown)).toBe(text);
    expect(rendered(markdown).image).toBeNull();
  });
  it.each(['png', 'PNG', 'jpg', 'jpeg', 'gif', 'webp'])('ends in .%s', (ending) => {
    expect(rendered(`![a](https://a.dk/b.${ending}?c=d)`).image).toBe(`https://a.dk/b.${ending}?c=d`);
  });
});

describe('for any article', () => {
  it('nobody is called, no block is empty, and code stays closed', () => {
    const piece = fc.constantFrom(
      '@everyone',
      '<@100000000000000101>',
      '**',
      '`',
      '```',
      '\n\n',
      '\n',
      '# ',
      '> ',
      '- ',
      '| a |',
      '[',
      '](https://a.dk)',
      '<b>',
      ' ',
      'ord',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { blocks } = rendered(pieces.join(''));
        for (const block of blocks) expect(bodyText([block]).trim()).not.toBe('');
        const fences = bodyText(blocks).match(/^```/gmu) ?? [];
        expect(fences.length % 2).toBe(0);
        const text = blocks.filter(({ kind }) => kind === 'text');
        expect(bodyText(text).replace(/(`+)[^`]+\1/gu, '')).not.toMatch(/(?<!\\)<@\d|(?<!\\)@everyone/u);
      }),
    );
  });
});
