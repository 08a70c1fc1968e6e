import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/content/body.ts';
import { bodyText, excerpt, pages, weighNothing, type Weigh } from '../../src/discord/cut.ts';
import { splitText } from '../../src/discord/divide.ts';
import { render } from '../../src/discord/render.ts';
import type { Block } from '../../src/discord/block.ts';

const blocksOf = (markdown: string): readonly Block[] =>
  render(parseBody(markdown, null, () => null, null)).blocks;
/** Each word of a question counts the same; a text holds it or not. */
const asking =
  (...words: readonly string[]): Weigh =>
  (texts) =>
    texts.map((text) => words.map((word) => (text.includes(word) ? 1 / words.length : 0)));
const filler = (count: number, word = 'ord'): string => `${`${word} `.repeat(count).trim()}.`;
const cut = (markdown: string, limit: number, weigh: Weigh = weighNothing): string =>
  excerpt(blocksOf(markdown), limit, weigh).text;

const priceList = (rows: number): string =>
  `Her er alle varer.\n\n| Vare | Pris |\n|---|---|\n${Array.from({ length: rows }, (_, row) => `| Vare ${row} | ${row * 7} kr |`).join('\n')}`;

describe('an excerpt', () => {
  it('is the whole body where that fits to the last character', () => {
    const blocks = blocksOf('En.\n\nTo.');
    expect(excerpt(blocks, 8, weighNothing)).toEqual({ text: 'En.\n\nTo.', isCut: false });
    expect(excerpt(blocks, 7, weighNothing)).toEqual({ text: 'En.\n…', isCut: true });
  });
  it('is the beginning where nobody asked', () => {
    expect(cut(`Først.\n\n${filler(40)}\n\n${filler(40)}`, 220)).toBe(`Først.\n\n${filler(40)}\n…`);
  });
  it('stays the beginning where another part holds hardly more', () => {
    const text = `Hvis nogen opfører sig dårligt.\n\n${filler(60)}\n\nEn anden gang er det dårligt.`;
    expect(cut(text, 260, asking('dårligt'))).toMatch(/^Hvis nogen/u);
    expect(cut(text, 260, asking('dårligt', 'Hvis', 'nogen', 'opfører', 'sig', 'gang'))).toMatch(
      /^Hvis nogen/u,
    );
  });
  it('starts at another part that clearly holds more, with dots on that side only', () => {
    const text = `${filler(60)}\n\n${filler(60)}\n\nHunde er velkomne.`;
    expect(cut(text, 270, asking('Hunde'))).toBe(`${filler(60)}\n…\nHunde er velkomne.`);
    expect(cut(text, 53, asking('Hunde'))).toBe('…\nHunde er velkomne.');
  });
  it('has room for that part below the beginning', () => {
    const text = `${filler(20)}\n\n${filler(20)}\n\n${filler(20)}\n\nHunde er velkomne.`;
    expect(cut(text, 200, asking('Hunde'))).toBe(`${filler(20)}\n\n${filler(20)}\n…\nHunde er velkomne.`);
    expect(cut(text, 181, asking('Hunde'))).toBe(`${filler(20)}\n…\nHunde er velkomne.`);
    expect(cut(text, 184, asking('Hunde'))).toBe(`${filler(20)}\n\n${filler(20)}\n…\nHunde er velkomne.`);
  });
  it('joins the beginning and that part without dots where nothing lies between', () => {
    const text = `${filler(20)}\n\nHunde er velkomne.\n\n${filler(60)}`;
    expect(cut(text, 90, asking('Hunde'))).toBe(`…\nHunde er velkomne.\n…`);
    expect(cut(text, 130, asking('Hunde'))).toBe(`${filler(20)}\n\nHunde er velkomne.\n…`);
  });
  it('goes back to the first step from code between the steps, and from the last one', () => {
    const text = `${filler(60)}\n\n1. Hent koden\n\n\`\`\`sh\ngit clone\n\`\`\`\n\n2. Kør den\n\n${filler(60)}`;
    for (const word of ['clone', 'Kør'])
      expect(cut(text, 120, asking(word))).toBe('…\n1. Hent koden\n\n```sh\ngit clone\n```\n\n2. Kør den\n…');
  });
  it('weighs words, not the marks and escapes around them', () => {
    const seen: string[] = [];
    excerpt(blocksOf(`**Fed** \`kode\` 1 \\* 2 a\\_b\n\n${filler(60)}`), 100, (texts) => {
      seen.push(...texts);
      return texts.map(() => []);
    });
    expect(seen[0]?.replaceAll(/ +/gu, ' ').trim()).toBe('Fed kode 1 * 2 a_b');
  });
  it('starts with the line that introduces a list, and shows the list from its first step', () => {
    const steps = Array.from({ length: 6 }, (_, step) => `${step + 1}. Trin ${step + 1} er her`).join('\n');
    const text = `${filler(60)}\n\nSådan gør du:\n\n${steps}\n\n${filler(60)}`;
    expect(cut(text, 200, asking('Trin 4'))).toMatch(
      /^…\nSådan gør du:\n\n1\. Trin 1 er her\n2\. [\s\S]*6\. Trin 6 er her\n…$/u,
    );
  });
  it('goes back to the first step where code stands between the steps', () => {
    const text = `${filler(60)}\n\n1. Hent koden\n\n\`\`\`sh\ngit clone\n\`\`\`\n\n2. Husk npm ci\n\n\`\`\`sh\nnpm ci\n\`\`\`\n\n3. Start\n\n${filler(60)}`;
    expect(cut(text, 200, asking('npm ci'))).toMatch(
      /^…\n1\. Hent koden\n\n```sh\ngit clone\n```\n\n2\. Husk npm ci/u,
    );
  });
  it('keeps the numbers of a long list around the item that is asked for', () => {
    const rules = Array.from({ length: 60 }, (_, rule) => `${rule + 1}. Regel om emne${rule + 1}z`).join(
      '\n',
    );
    const text = cut(rules, 300, asking('emne47z'));
    expect(text).toContain('\n47. Regel om emne47z');
    expect(text).toMatch(/^…\n\d+\. /u);
    expect(text).toMatch(/\n…$/u);
    expect(text.length).toBeGreaterThan(270);
  });
  it('keeps the header of a table above the rows around the one asked for', () => {
    const text = cut(priceList(80), 400, asking('Vare 33 '));
    expect(text).toMatch(/^…\n```\nVare +Pris\n─+ +─+\nVare \d+/u);
    expect(text).toContain('Vare 33  231 kr');
    expect(text).toMatch(/\n```\n…$/u);
  });
  it('uses the room above where the row asked for is among the last', () => {
    const text = cut(priceList(80), 400, asking('Vare 78'));
    expect(text).toContain('Vare 79');
    expect(text).not.toMatch(/…$/u);
    expect(text.length).toBeGreaterThan(370);
  });
  it('has no dots behind the last paragraph, nor before the first', () => {
    expect(cut(`${filler(60)}\n\nSlut.`, 200, asking('Slut'))).not.toMatch(/…$/u);
    expect(cut(`Start.\n\n${filler(60)}`, 100, asking('Start'))).not.toMatch(/^…/u);
  });
  it('never ends with the line that introduces what is left out', () => {
    const text = `${filler(20)}\n\nSådan gør du:\n\n${filler(60)}`;
    expect(cut(text, 110)).toBe(`${filler(20)}\n…`);
  });
  it('finds the sentence in a long paragraph', () => {
    const text = `${'Her er en sætning. '.repeat(40)}Giraffer spiser blade. ${'Og en til. '.repeat(40)}`;
    expect(cut(text, 200, asking('Giraffer'))).toMatch(
      /^…\n(?:Her er en sætning\. ){2}Giraffer spiser blade\. Og en til\./u,
    );
  });
  it('cuts a single long paragraph behind a sentence', () => {
    expect(cut('Kort sætning her. '.repeat(30), 100)).toBe(`${'Kort sætning her. '.repeat(5).trim()}\n…`);
  });
});

describe('a divided text', () => {
  it.each([
    ['bold', `**${filler(30)}**`],
    ['struck out', `~~${filler(30)}~~`],
    ['bold, struck out and slanted at once', `**~~*${filler(30)}*~~**`],
    ['code', `\`${'kode '.repeat(30).trim()}\``],
  ])('that is %s closes and opens it in each piece', (_, text) => {
    const mark = /^[*~`]+/u.exec(text)?.[0] ?? '';
    for (const piece of splitText(text, 60)) {
      expect(piece.length).toBeLessThanOrEqual(60);
      expect(piece.startsWith(mark)).toBe(true);
      expect(piece.endsWith(Array.from(mark).toReversed().join(''))).toBe(true);
    }
  });
  it('is never cut within an escape', () => {
    for (const piece of splitText('\\*\\\\'.repeat(60), 41)) expect(piece).toMatch(/^(?:\\[*\\])+$/u);
  });
  it('is never cut within a link', () => {
    const link = '[en tekst](https://example.org/en/lang/adresse)';
    for (const piece of splitText(`${filler(9)} ${link} `.repeat(5), 100)) {
      expect(piece.split('](').length).toBe(piece.split(')').length);
    }
  });
  it('is not cut behind an abbreviation', () => {
    expect(splitText(`Vi mødes hos Preben kl. Nitten. ${'x'.repeat(30)}`, 33)[0]).toBe(
      'Vi mødes hos Preben kl. Nitten.',
    );
  });
});

const code = Array.from(
  { length: 200 },
  (_, line) => `${'    '.repeat(line % 4)}linje(${line})  # **ikke fed**`,
);

describe('pages', () => {
  it('keep the fences and the indentation of long code, and no mark comes in', () => {
    const all = pages(blocksOf(`\`\`\`python\n${code.join('\n')}\n\`\`\``), 2000);
    for (const page of all) expect(page).toMatch(/^```python\n[\s\S]*\n```$/u);
    expect(all.map((page) => page.slice(10, -4)).join('\n')).toBe(code.join('\n'));
  });
  it('keep the fences of code within a list', () => {
    const text = `1. Kør:\n\n   \`\`\`sh\n${code.map((line) => `   ${line}`).join('\n')}\n   \`\`\``;
    for (const page of pages(blocksOf(text), 2000)) expect(page.split('```').length % 2).toBe(1);
  });
  it('keep the mark of a quote on every line', () => {
    for (const page of pages(blocksOf(`> ${'Et langt citat. '.repeat(300)}`), 2000)) {
      expect(page.length).toBeLessThanOrEqual(2000);
      expect(page.split('\n').every((line) => line.startsWith('> '))).toBe(true);
    }
  });
  it('repeat the header of a table', () => {
    for (const page of pages(blocksOf(priceList(300)).slice(1), 2000))
      expect(page).toMatch(/^```\nVare +Pris\n/u);
  });
});

const word = fc.oneof(
  fc.constantFrom(
    'ord',
    '**',
    '*',
    '~~',
    '`',
    '\\',
    '\\\\',
    '[a](https://e.org)',
    '<',
    '>',
    '#',
    '-',
    '1.',
    '|',
    '\n',
    '\n\n',
    'kl.',
  ),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);
const markdown = fc.array(word, { maxLength: 300 }).map((words) => words.join(' '));
const bare = (text: string): string => text.replace(/[\s*~`>[\]()<]|https:\/\/e\.org\/?/gu, '');

describe('for any text', () => {
  it('pages are within the limit, and joined they are the text', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 60, max: 2000 }), (text, limit) => {
        const blocks = blocksOf(text).filter(({ kind }) => kind === 'text' || kind === 'quote');
        const all = pages(blocks, limit);
        for (const page of all) expect(page.length).toBeLessThanOrEqual(limit);
        expect(bare(all.join(''))).toBe(bare(bodyText(blocks)));
      }),
    );
  });
  it('pages of everything are within the limit', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const page of pages(blocksOf(text), 300)) expect(page.length).toBeLessThanOrEqual(300);
      }),
    );
  });
  it('an excerpt is within the limit and never empty, whatever weighs most', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 20, max: 900 }), fc.nat(), (text, limit, seed) => {
        const weigh: Weigh = (texts) => texts.map((_, index) => [((index * 7919 + seed) % 13) / 13]);
        const blocks = blocksOf(text);
        const { text: shown, isCut } = excerpt(blocks, limit, weigh);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(shown === '').toBe(blocks.length === 0);
        expect(isCut).toBe(bodyText(blocks).length > limit);
      }),
    );
  });
});
