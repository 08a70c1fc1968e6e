import { describe, expect, it } from 'vitest';
import { isPointing, toldLanguage } from '../../src/language/told.ts';

const both = ['da', 'en'];

describe('the language that a text tells', () => {
  it.each([
    ['hvad koster det', 'da'],
    ['er der træning', 'da'],
    ['hej', 'da'],
    ['is there parking', 'en'],
    ['how do i join discord', 'en'],
    ['contact', null],
    ['rugbrød', null],
    ['???', null],
    ['', null],
    ['for members', null],
    ['i', null],
  ])('"%s" tells %s', (text, language) => {
    expect(toldLanguage(text, both)).toBe(language);
  });
  it('is among those that are asked about', () => {
    expect(toldLanguage('hvad koster det', ['en'])).toBeNull();
    expect(toldLanguage('was kostet das', ['de', 'da'])).toBe('de');
    expect(toldLanguage('hvad koster det', [])).toBeNull();
  });
});

describe('a text that only points', () => {
  it.each([
    '',
    '^',
    '👆',
    'kan du?',
    'can you?',
    'help',
    'hjælp',
    'kan du svare på det her?',
    'please answer this',
  ])('"%s" does', (text) => {
    expect(isPointing(text, both)).toBe(true);
  });
  it.each(['pris?', 'træning', 'kan du sige noget om træning', 'parking please'])('"%s" does not', (text) => {
    expect(isPointing(text, both)).toBe(false);
  });
  it('does so in one of the languages that are spoken here', () => {
    expect(isPointing('kan du?', ['en'])).toBe(false);
    expect(isPointing('kan du?', [])).toBe(false);
  });
});
