import { describe, expect, it } from 'vitest';
import { draftProblem, pinLimits, tidied, type PinDraft } from '../../src/curation/pins/draft.ts';

const draft = (changes: Partial<PinDraft> = {}): PinDraft => ({
  question: 'Er der parkering?',
  phrasings: [],
  target: null,
  text: 'Ja.',
  ...changes,
});
const letters = (count: number): string => 'a'.repeat(count);

describe('a draft is tidied', () => {
  it.each<[string, Partial<PinDraft>, Partial<PinDraft>]>([
    [
      'of blanks around and within its question',
      { question: ' Er \n\t der  p? ' },
      { question: 'Er der p?' },
    ],
    ['of control characters', { question: 'E\u0000r d\u200ber?' }, { question: 'Er der?' }],
    ['of blanks around its text alone', { text: '\n a  b\n\n\tc \n' }, { text: 'a  b\n\n\tc' }],
    ['of control characters in its text', { text: 'J\u0000a\u0007.' }, { text: 'Ja.' }],
    ['of empty phrasings', { phrasings: ['', '  ', 'a'] }, { phrasings: ['a'] }],
    ['of phrasings that come again', { phrasings: ['a b', ' a  b ', 'c'] }, { phrasings: ['a b', 'c'] }],
    ['of a phrasing that is its question', { phrasings: ['Er der  parkering?', 'p'] }, { phrasings: ['p'] }],
    ['and keeps its passage', { target: 'abc' }, { target: 'abc' }],
  ])('%s', (_, given, wanted) => {
    expect(tidied(draft(given))).toEqual(draft(wanted));
  });
});

const many = (count: number): string[] => Array.from({ length: count }, (_, place) => `p${String(place)}`);
const same = (text: string): string => text;

describe('a draft', () => {
  /** So many phrasings of 300 that their joined length is one more than given by the last. */
  const filled = (last: number): string[] => [
    ...Array.from({ length: 13 }, (_, place) => letters(299) + String.fromCharCode(97 + place)),
    letters(last),
  ];
  const joined = 13 * 301;

  it.each<[string, Partial<PinDraft>, ReturnType<typeof draftProblem>]>([
    ['with a text', {}, null],
    ['with a passage', { target: 'abc', text: '' }, null],
    ['without a word in its question', { question: '?' }, { kind: 'question-empty' }],
    ['with the longest question', { question: letters(300) }, null],
    ['with a longer one', { question: letters(301) }, { kind: 'question-long', limit: 300 }],
    ['with 25 phrasings', { phrasings: many(25) }, null],
    ['with 26', { phrasings: many(26) }, { kind: 'phrasings-many', limit: 25 }],
    ['with the longest phrasing', { phrasings: ['b', letters(300)] }, null],
    [
      'with a longer one than that',
      { phrasings: ['b', letters(301)] },
      { kind: 'phrasing-long', phrasing: letters(301), limit: 300 },
    ],
    ['with as many letters of phrasings as the form holds', { phrasings: filled(4000 - joined) }, null],
    ['with one more', { phrasings: filled(4001 - joined) }, { kind: 'phrasings-long', limit: 4000 }],
    ['with a passage and a text', { target: 'abc' }, { kind: 'two-answers' }],
    ['without an answer', { text: '' }, { kind: 'text-empty' }],
    ['with the longest text', { text: letters(4000) }, null],
    ['with a longer text', { text: letters(4001) }, { kind: 'text-long', limit: 4000 }],
  ])('%s', (_, given, problem) => {
    expect(draftProblem(draft(given), (text) => text.replaceAll('?', ''))).toEqual(problem);
  });

  it('without an answer may keep the one there is', () => {
    expect(draftProblem(draft({ text: '' }), same, true)).toBeNull();
    expect(draftProblem(draft({ text: letters(4001) }), same, true)).toEqual({
      kind: 'text-long',
      limit: 4000,
    });
    expect(draftProblem(draft({ question: '', text: '' }), same, true)).toEqual({ kind: 'question-empty' });
  });

  it('is one of a thousand in a server', () => {
    expect(pinLimits.perServer).toBe(1000);
  });
});
