import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { splitQuestions } from '../../src/answers/split.ts';

const table: readonly (readonly [string, string, readonly string[]])[] = [
  ['one question', 'Hvad koster det?', ['Hvad koster det?']],
  ['a statement', ' hvad koster det at være med ', ['hvad koster det at være med']],
  [
    'two questions',
    'Hvad koster det? Hvornår er der træning?',
    ['Hvad koster det?', 'Hvornår er der træning?'],
  ],
  [
    'four questions',
    'Hvad koster det? Hvor er det henne? Hvem kan være med? Må hunde komme?',
    ['Hvad koster det?', 'Hvor er det henne?', 'Hvem kan være med?', 'Må hunde komme?'],
  ],
  [
    'a greeting before',
    'Hej alle. Jeg er ny her. Hvad koster det?',
    ['Hej alle. Jeg er ny her. Hvad koster det?'],
  ],
  ['an explanation behind', 'Hvad koster det? Jeg er 12 år.', ['Hvad koster det? Jeg er 12 år.']],
  ['a fragment', 'Hvad koster det? Og hvornår? Tak', ['Hvad koster det? Og hvornår? Tak']],
  [
    'an empty line between',
    'Hvad koster det?\n\nHvornår er der træning?',
    ['Hvad koster det?', 'Hvornår er der træning?'],
  ],
  [
    'a quoted question',
    'Hvad betyder "er du med?" her i klubben?',
    ['Hvad betyder "er du med?" her i klubben?'],
  ],
  [
    'full width marks',
    '会費は いくら ですか？ 練習は いつ ですか？',
    ['会費は いくら ですか？', '練習は いつ ですか？'],
  ],
  [
    'a numbered list in one line',
    '1) hvad koster det 2) hvornår er der træning',
    ['hvad koster det', 'hvornår er der træning'],
  ],
  [
    'a numbered list with full stops',
    '1. Hvad koster det? 2. Hvornår er der træning?',
    ['Hvad koster det?', 'Hvornår er der træning?'],
  ],
  [
    'a numbered list behind a greeting',
    'Hej! 1) hvad koster det 2) hvornår er der træning',
    ['hvad koster det', 'hvornår er der træning'],
  ],
  [
    'numbers in brackets',
    '(1) hvad koster det (2) hvem kan være med',
    ['hvad koster det', 'hvem kan være med'],
  ],
  [
    'a list of lines',
    'Hej\n- hvad koster det\n- hvornår er der træning',
    ['hvad koster det', 'hvornår er der træning'],
  ],
  ['letters', 'a) hvad koster det\nb) hvor er det', ['hvad koster det', 'hvor er det']],
  [
    'a number that counts nothing',
    'Hvad betyder regel 2. i reglerne?',
    ['Hvad betyder regel 2. i reglerne?'],
  ],
  ['a list of things', 'Hvad skal jeg have med?\n- sko\n- bold', ['Hvad skal jeg have med? - sko\n- bold']],
  ['numbers out of order', 'Hvad er 2) og 3) for noget?', ['Hvad er 2) og 3) for noget?']],
  ['a mark before one line only', '- hvad koster det', ['- hvad koster det']],
  [
    'a list behind two lines',
    'Hej\nJeg er ny her\n- hvad koster det\n- hvornår er der træning',
    ['Hej\nJeg er ny her\n- hvad koster det\n- hvornår er der træning'],
  ],
  [
    'blanks between the lines of a list',
    '- hvad koster det\n  \n- hvornår er der træning',
    ['hvad koster det', 'hvornår er der træning'],
  ],
  [
    'three blanks behind a question',
    'Hvad koster det?   Hvornår er der træning?',
    ['Hvad koster det?', 'Hvornår er der træning?'],
  ],
  ['a list of single words', '- pris\n- træning', ['- pris\n- træning']],
  ['a list of one word and one question', '1) pris 2) hvem er med', ['1) pris 2) hvem er med']],
  ['a word in front of a list', 'Spørgsmål: - hvad koster det', ['Spørgsmål: - hvad koster det']],
  [
    'a number that is missing',
    '1) hvad koster det 3) hvem er med 2) hvor er det',
    ['hvad koster det 3) hvem er med', 'hvor er det'],
  ],
  ['a question of three words', 'Hvor er I? Hvem er du?', ['Hvor er I?', 'Hvem er du?']],
  [
    'a question in brackets',
    'Hvad koster det (eller er det gratis?) Hvem er med?',
    ['Hvad koster det (eller er det gratis?) Hvem er med?'],
  ],
  ['nothing', '  ', ['']],
];

describe('the questions of a message', () => {
  it.each(table)('with %s', (_, text, questions) => {
    expect(splitQuestions(text)).toEqual(questions);
  });
  it('hold every word of the message that is no mark of a list', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '?', '.', ' ', '\n', 'x y z? ') }), (text) => {
        const joined = splitQuestions(text).join('').replace(/\s/gu, '');
        expect(joined).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
