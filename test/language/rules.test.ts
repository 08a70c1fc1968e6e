import { describe, expect, it } from 'vitest';
import { compoundSplitter } from '../../src/language/compound.ts';
import { rootsOf } from '../../src/language/derive.ts';
import { detectLanguage } from '../../src/language/detect.ts';
import { foldingOf, looseningOf, type FoldingData } from '../../src/language/fold.ts';
import { readNumber } from '../../src/language/numbers.ts';
import { phrasesIn, phraseTable } from '../../src/language/phrases.ts';
import { isOneSlip, respelling } from '../../src/language/respell.ts';
import { stemmer } from '../../src/language/stem.ts';

describe('roots', () => {
  const roots = rootsOf(['ing', 'else', 't', 'er']);
  it.each([
    ['måling', ['måling', 'mål']],
    ['åling', ['åling']],
    ['hængelse', ['hængelse', 'hæng']],
    ['bagt', ['bagt']],
    ['lavet', ['lavet', 'lave']],
    ['bager', ['bager']],
    ['målter', ['målter', 'målt']],
    ['sport', ['sport', 'spor']],
    ['hus', ['hus']],
    ['på måling', ['på måling']],
  ])('of "%s"', (stem, wanted) => {
    expect(roots(stem)).toEqual(wanted);
  });
  it.each([
    ['abcd', ['abcd']],
    ['abcde', ['abcde', 'abcde…']],
    ['abcdef', ['abcdef', 'abcde…']],
    ['abcdef gh', ['abcdef gh']],
  ])('of "%s" where no endings are known', (stem, wanted) => {
    expect(rootsOf([])(stem)).toEqual(wanted);
  });
});

const splitBy = (frequencies: Readonly<Record<string, number>>): readonly string[] =>
  compoundSplitter((word) => word, [])('abcdefgh', (term) => frequencies[term] ?? 0);

describe('compounds', () => {
  const counts: Readonly<Record<string, number>> = {
    fodbold: 2,
    fod: 1,
    bold: 9,
    bane: 5,
    dreng: 3,
    klub: 4,
    ur: 9,
  };
  const split = compoundSplitter((word) => word, ['s', 'e']);
  const parts = (word: string): readonly string[] => split(word, (term) => counts[term] ?? 0);
  it.each([
    ['fodboldbane', ['fodbold', 'fod', 'bold', 'bane']],
    ['fodbold', ['fod', 'bold']],
    ['drengeklub', ['dreng', 'klub']],
    ['klubsbane', ['klub', 'bane']],
    ['boldur', []],
    ['urbold', []],
    ['fodfod', []],
    ['klubhest', []],
    ['hestklub', []],
    ['klub', []],
  ])('"%s"', (word, wanted) => {
    expect(parts(word)).toEqual(wanted);
  });
  it('are split where the halves are frequent and long', () => {
    expect(splitBy({ abc: 9, defgh: 9, abcd: 9, efgh: 9 })).toEqual(['abcd', 'efgh']);
    expect(splitBy({ abc: 99, defgh: 99, abcd: 1, efgh: 1 })).toEqual(['abc', 'defgh']);
    expect(splitBy({ abcd: 1, efgh: 1, abcde: 99, fgh: 99 })).toEqual(['abcde', 'fgh']);
  });
  it('are no shorter than seven letters', () => {
    expect(split('abcdef', () => 1)).toEqual([]);
    expect(split('abcdefg', () => 1)).not.toEqual([]);
  });
});

const voter = (tag: string, share: number) => ({
  tag,
  functionShare: () => share,
  functionWords: () => 0,
  isFunctionWord: () => false,
});
describe('the language of a text', () => {
  it.each([
    ['the one of most function words', [0.3, 0.5, 0.4], 'b'],
    ['the first of two equal ones', [0.3, 0.3], 'a'],
    ['none of few', [0.15, 0.1], null],
    ['one above the least', [0.16], 'a'],
    ['none of none', [], null],
  ])('is %s', (_, shares, tag) => {
    expect(
      detectLanguage(
        'x',
        shares.map((share, n) => voter('abc'.charAt(n), share)),
      ),
    ).toBe(tag);
  });
});

describe('folding', () => {
  const data: FoldingData = {
    foldings: [
      ['ae', 'æ'],
      ['oe', 'ø'],
      ['aa', 'å'],
      ['aae', 'ôe'],
    ],
    letters: 'é',
    hiatus: ['konto', 'ra'],
    apart: '',
  };
  const fold = foldingOf(data);
  it.each([
    ['ÆBLE', 'æble'],
    ['aeble', 'æble'],
    ['gaaer', 'gôer'],
    ['kontoen', 'kontoen'],
    ['kontoenhederne', 'kontønhederne'],
    ['caféer', 'caféer'],
    ['crème über Łódź ß ı đ œ', 'creme uber lodz ss i d oe'],
    ['ﬁn Ａ', 'fin a'],
    ['Ё é', 'е é'],
    ['ガ', 'ガ'],
  ])('reads "%s" as "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
  it('takes no two letters for one behind certain vowels', () => {
    const german = foldingOf({ foldings: [['ue', 'ü']], letters: '', hiatus: [], apart: 'ae' });
    expect(german('neue mueller aue')).toBe('neue müller aue');
  });
  it('without any foldings still takes accents off', () => {
    expect(foldingOf({ foldings: [], letters: '', hiatus: [], apart: '' })('ÆÉ')).toBe('æe');
  });
  it('is loosened to the letters that people type instead', () => {
    expect(looseningOf(data.foldings)('blåbærgrød')).toBe('blabargrod');
    expect(looseningOf([['ä', 'æ']])('bær')).toBe('bær');
  });
});

describe('a number', () => {
  it.each([
    ['19:30', ['19.30']],
    ['4,2', ['4.2']],
    ['1.500', ['1500']],
    ['1,500,000', ['1500000']],
    ['1.500,00', ['1500']],
    ['1.500,5', ['1500.5']],
    ['1500.500', ['1500.500']],
    ['49,00', ['49']],
    ['49.0', ['49.0']],
    ['1.20.4', ['1.20.4']],
    ['1,2,3', ['1', '2', '3']],
    ['12:30:15', ['12.30.15']],
    ['7', ['7']],
  ])('"%s"', (written, read) => {
    expect(readNumber(written)).toEqual(read);
  });
});

describe('phrases', () => {
  const table = phraseTable<number>([
    [['melde', 'fra'], 1],
    [['melde'], 2],
    [['a', 'b', 'c'], 3],
    [['a'], 4],
    [['a'], 5],
    [[], 6],
  ]);
  it('are found at their longest, the earlier of two equal ones', () => {
    expect(table.at(['a', 'b', 'c'], 0)).toEqual({ length: 3, value: 3 });
    expect(table.at(['a', 'b'], 0)).toEqual({ length: 1, value: 4 });
    expect(table.at(['x', 'a'], 1)).toEqual({ length: 1, value: 4 });
    expect(table.at(['b'], 0)).toBeNull();
    expect(table.at([], 0)).toBeNull();
  });
  const met = (text: string): unknown[] =>
    Array.from(
      phrasesIn(text.split(' '), table, (word) => word === 'fra' || word === 'til'),
      ({ places, value }) => [places, value],
    );
  it.each([
    ['a b c', [[[0, 1, 2], 3]]],
    ['melde fra', [[[0, 1], 1]]],
    [
      'melde mig fra',
      [
        [[0], 2],
        [[0, 2], 1],
      ],
    ],
    [
      'melde x y z fra',
      [
        [[0], 2],
        [[0, 4], 1],
      ],
    ],
    ['melde w x y z fra', [[[0], 2]]],
    ['melde mig til fra', [[[0], 2]]],
    ['x fra', []],
  ])('of "%s" are met at their places', (text, wanted) => {
    expect(met(text)).toEqual(wanted);
  });
});

describe('one slip', () => {
  it.each([
    ['hvordan', 'hvordan', false],
    ['hvrodan', 'hvordan', true],
    ['hvordna', 'hvordan', true],
    ['hvorda', 'hvordan', true],
    ['vordan', 'hvordan', true],
    ['hvordann', 'hvordan', true],
    ['xhvordan', 'hvordan', true],
    ['hvorden', 'hvordan', false],
    ['hvoradn', 'hvordan', true],
    ['hvrodna', 'hvordan', false],
    ['vorda', 'hvordan', false],
    ['hvoxdannn', 'hvordan', false],
    ['hxvorda', 'hvordan', false],
  ])('parts "%s" and "%s": %s', (typed, meant, isSlip) => {
    expect(isOneSlip(typed, meant)).toBe(isSlip);
  });
  it('is read as the question word, but for short words and other beginnings', () => {
    const read = respelling(new Map([['ik', 'ikke']]), ['hvordan', 'hvornår', 'hvem', 'hvorfor']);
    expect(['ik', 'hvrodan', 'hvorfo', 'hvordan', 'hvme', 'vordan', 'hvornaar'].map(read)).toEqual([
      'ikke',
      'hvordan',
      'hvorfor',
      'hvordan',
      'hvme',
      'vordan',
      'hvornaar',
    ]);
    expect(respelling(new Map(), ['abcdef', 'abcde'])('abcdf')).toBe('abcdef');
    expect(respelling(new Map(), ['abcde'])('abcd')).toBe('abcd');
  });
});

describe('a stemmer', () => {
  it('cuts words of its language', () => {
    expect(stemmer('danish')('bilerne')).toBe('bil');
    expect(stemmer('english')('running')).toBe('run');
  });
});
