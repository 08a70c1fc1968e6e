import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { cleanText, escapeLine, escapeText, shorten, unescapeLine } from '../../src/discord/escape.ts';
import { quoteLine } from '../../src/discord/quote.ts';

describe('escaped text', () => {
  it.each([
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['stars', '*a* **b**', '\\*a\\* \\*\\*b\\*\\*'],
    ['an underscore', 'a_b_', 'a\\_b\\_'],
    ['strikes', '~~a~~', '\\~\\~a\\~\\~'],
    ['a spoiler', '||a||', '\\|\\|a\\|\\|'],
    ['code', '`a`', '\\`a\\`'],
    ['a masked link', '[a](https://b.dk)', '\\[a\\](https://b.dk)'],
    ['a time stamp', '<t:0:R>', '\\<t\\:0:R\\>'],
    ['a quote', '> a', '\\> a'],
    ['everyone', '@everyone', '\\@everyone'],
    ['everyone in capitals', '@EVERYONE', '\\@EVERYONE'],
    ['here', '@here', '\\@here'],
    ['a user', '<@100000000000000101>', '\\<\\@100000000000000101\\>'],
    ['a user by nickname', '<@!100000000000000101>', '\\<\\@!100000000000000101\\>'],
    ['a role', '<@&100000000000000101>', '\\<\\@&100000000000000101\\>'],
    ['an address of mail', 'bo@klub.dk', 'bo@klub.dk'],
    ['an emoji', ':smile:', '\\:smile:'],
    ['an emoji with marks', ':+1: :a_b:', '\\:+1: :a\\_b:'],
    ['the time', 'kl. 10:30', 'kl. 10:30'],
    ['a heading', '# a', '\\# a'],
    ['a deep heading', '###### a', '\\###### a'],
    ['a number sign within', 'a # b', 'a # b'],
    ['a word behind a number sign', '#a', '#a'],
    ['small print', '-# a', '\\-# a'],
    ['a list', '- a\n+ b', '\\- a\n\\+ b'],
    ['a list that is indented', '  - a', '  \\- a'],
    ['a dash alone', '-', '\\-'],
    ['a dash within', 'a - b', 'a - b'],
    ['a number', '1. a', '1\\. a'],
    ['a number in brackets', '12) a', '12\\) a'],
    ['a number with decimals', '1.5 a', '1.5 a'],
    ['a number at the end of a line', 'a 1.', 'a 1.'],
  ])('shows %s as it is', (_, text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
  it.each([
    ['blanks and line ends', ' a \n b ', 'a b'],
    ['an address', 'se https://a.dk og HTTP://b.dk', 'se https\\://a.dk og HTTP\\://b.dk'],
    ['an address of an app', 'discord://a steam://b', 'discord\\://a steam\\://b'],
    ['a colon', 'a: b', 'a: b'],
  ])('keeps %s on one line, and opens nothing', (_, text, escaped) => {
    expect(escapeLine(text)).toBe(escaped);
  });
});

describe('clean text', () => {
  it.each([
    ['control characters', 'a\u0000b\u0007c\u009f', 'abc'],
    ['tabs and line ends, which stay', 'a\tb\nc', 'a\tb\nc'],
    ['overrides of direction', '\u202Ea\u202C\u2066b\u2069\u200E', 'ab'],
    ['a mark of byte order', '\ufeffa', 'a'],
    ['half a character', 'a\uD800b', 'ab'],
    ['whole characters, which stay', 'a😀', 'a😀'],
    ['three accents, which stay', 'e\u0301\u0301\u0301', 'e\u0301\u0301\u0301'],
    ['a tower of accents', 'e\u0301\u0302\u0303\u0304\u0305', 'e\u0301\u0302\u0303'],
  ])('is without %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});

const marks = fc.constantFrom(
  '\\',
  '*',
  '_',
  '~',
  '|',
  '`',
  '[',
  ']',
  '<',
  '>',
  '@',
  '#',
  '-',
  '+',
  '1.',
  ':',
  '(',
  ')',
  '\n',
  ' ',
  'everyone',
  'here',
  '100000000000000101',
  'https://',
  'a',
  '😀',
  '\u202e',
  '\ud800',
  '&',
  '!',
  't',
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(marks).map((parts) => parts.join('')),
);
/** What Discord would read as mark-up in an escaped text: marks with an even number of backslashes before them. */
const awake = (escaped: string): string => escaped.replace(/\\[^\p{L}\p{N}\s]/gu, '¤');

describe('for any text', () => {
  it('what is escaped reads back as the clean text', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(unescapeLine(escapeText(typed))).toBe(cleanText(typed));
      }),
    );
  });
  it('a line that is escaped reads back as the clean line', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(unescapeLine(escapeLine(typed))).toBe(cleanText(typed.replace(/\s+/gu, ' ').trim()));
      }),
    );
  });
  it('no mark-up wakes and nobody is called', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const shown = awake(escapeText(typed));
        expect(shown).not.toMatch(/[\\*_~|`[\]<>]/u);
        expect(shown).not.toMatch(/@(?:everyone|here|[!&]?\d)/iu);
        expect(shown).not.toMatch(/^\s*(?:#{1,6}|-#?|\+|\d+[.)])(?:\s|$)/mu);
        expect(shown).not.toMatch(/:[\w+-]+:/u);
      }),
    );
  });
  it('a shortened one is within its length and whole to the character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (typed, length) => {
        const short = shorten(typed, length);
        expect(short.length).toBeLessThanOrEqual(Math.max(length, 1));
        expect(short === typed || (short.endsWith('…') && typed.startsWith(short.slice(0, -1)))).toBe(true);
      }),
    );
  });
});

describe('a shortened text', () => {
  it.each([
    ['that fits stays', 'abc', 3, 'abc'],
    ['that does not ends in dots', 'abcd', 3, 'ab…'],
    ['has no blank before the dots', 'a bcd', 3, 'a…'],
    ['keeps no half of a character', '👩‍👩‍👧abc', 4, '…'],
  ])('%s', (_, long, length, short) => {
    expect(shorten(long, length)).toBe(short);
  });
});

describe('a quoted question', () => {
  it.each([
    ['people', 'hvad siger <@100000000000000102>?', '> hvad siger <@100000000000000102>?'],
    ['roles', 'er <@&100000000000000102> her?', '> er <@&100000000000000102> her?'],
    ['channels', 'må jeg skrive i <#200000000000000201>?', '> må jeg skrive i <#200000000000000201>?'],
  ])('names %s as Discord shows them', (_, question, line) => {
    expect(quoteLine(question)).toBe(line);
    expect(unescapeLine(line.slice(2))).toBe(question);
  });
  it.each([
    ['everyone', '@everyone <@everyone>', '> \\@everyone \\<\\@everyone\\>'],
    ['what only looks like a mention', '<@12> <#a>', '> \\<\\@12\\> \\<#a\\>'],
    ['mark-up', '**a** <t:1>', '> \\*\\*a\\*\\* \\<t:1\\>'],
  ])('wakes no %s', (_, question, line) => {
    expect(quoteLine(question)).toBe(line);
  });
  it('is cut to its room', () => {
    expect(quoteLine('a'.repeat(500))).toBe(`> ${'a'.repeat(299)}…`);
    expect(quoteLine('abcdef', 4)).toBe('> abc…');
  });
});
