import { describe, expect, it } from 'vitest';
import { openLanguage } from '../../src/language/language.ts';
import { needsIn } from '../../src/language/needs.ts';
import type { Alternative } from '../../src/matcher/input.ts';

const languages = { da: openLanguage('da'), en: openLanguage('en') };
type Tag = keyof typeof languages;

const asOne = (tag: Tag, text: string): string =>
  languages[tag]
    .text(text)
    .words.map(({ term }) => term)
    .join(' ');

function standIns(tag: Tag, question: string): readonly Alternative[] {
  const language = languages[tag];
  return language.question(language.read(question), tag).words.flatMap(({ alternatives }) => alternatives);
}

describe('an everyday need', () => {
  it.each([
    ['da', 'jeg er syg i morgen', 'afbud'],
    ['da', 'kan jeg få mine penge tilbage', 'refusion'],
    ['da', 'den gider ikke', 'fejlfinding'],
    ['da', 'naboen larmer hele natten', 'støj'],
    ['da', 'vi er smækket ude, jeg har mistet min nøgle', 'nøgler'],
    ['en', 'I got banned for no reason', 'appeals'],
    ['en', 'my card got declined', 'failed payment'],
    ['en', 'are there any spots left', 'waitlist'],
  ] as const)('in %s "%s" is headed "%s"', (tag, question, heading) => {
    const found = standIns(tag, question).filter(({ term }) => term === asOne(tag, heading));
    expect(found.map(({ reading, weight }) => [reading, weight])).toContainEqual(['synonym', 0.25]);
  });

  it.each([
    ['da', 'afbud', 'er syg'],
    ['en', 'ban appeal', 'got banned'],
  ] as const)('in %s "%s" is said "%s"', (tag, question, said) => {
    expect(standIns(tag, question).map(({ term }) => term)).toContain(asOne(tag, said));
  });

  it.each([
    ['da', 'hvornår er der træning', 'afbud'],
    ['da', 'jeg har penge', 'refusion'],
  ] as const)('in %s is not found in "%s"', (tag, question, heading) => {
    expect(standIns(tag, question).map(({ term }) => term)).not.toContain(asOne(tag, heading));
  });

  it.each(['da', 'en'] as const)(
    'is written down in %s a hundred times, said and headed, nothing twice',
    (tag) => {
      const needs = Object.entries(needsIn(tag));
      expect(needs.length).toBeGreaterThanOrEqual(100);
      const mistaken = needs.filter(([, { said, headed }]) => {
        const all = [...said, ...headed];
        return said.length === 0 || headed.length === 0 || new Set(all).size < all.length;
      });
      expect(mistaken.map(([name]) => name)).toEqual([]);
    },
  );

  it('is not needed by a language', () => {
    expect(needsIn('sv')).toEqual({});
    expect(openLanguage('sv').read('avbokning')).toHaveLength(1);
  });
});
