import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { columnsOf, wrapped } from '../../src/terminal/wrap.ts';

describe('a text on a screen', () => {
  it.each([
    ['that fits stays', 'to ord', 6, '', '', 'to ord'],
    ['breaks between words', 'to ord', 5, '', '', 'to\nord'],
    ['begins and goes on as told', 'et to tre fire', 8, '1. ', '   ', '1. et to\n   tre\n   fire'],
    ['keeps its own line ends', 'et\nto', 9, '', '> ', 'et\n> to'],
    ['has a word cut that is longer than a line', 'abcdefgh', 3, '', '', 'abc\ndef\ngh'],
    ['has the cut part below its indent', 'a bcdefg', 5, '- ', '  ', '- a\n  bcd\n  efg'],
    ['counts wide characters twice', '日本語', 4, '', '', '日本\n語'],
    ['drops blanks too many', '  a   b  ', 9, '', '', 'a b'],
    ['may be empty', '', 9, '- ', '', '- '],
  ])('%s', (_, text, width, first, rest, shown) => {
    expect(wrapped(text, width, first, rest)).toBe(shown);
  });
  it.each([
    ['æøå', 3],
    ['e\u0301', 1],
    ['日本', 4],
    ['👍', 2],
    ['', 0],
  ])('"%s" takes its columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
  it('is never wider than the screen, and loses no letter', () => {
    const words = fc.array(fc.stringMatching(/^[a-zæøå]{1,12}$/u), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (list, width) => {
        const shown = wrapped(list.join(' '), width, '', '');
        expect(shown.split('\n').every((line) => columnsOf(line) <= width)).toBe(true);
        expect(shown.replaceAll(/\s/gu, '')).toBe(list.join(''));
      }),
    );
  });
});
