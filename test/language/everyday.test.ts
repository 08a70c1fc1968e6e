import { describe, expect, it } from 'vitest';
import { openLanguage } from '../../src/language/language.ts';
import { packTags } from '../../src/language/packs.ts';

/** The rarity in everyday speech of the words of a question, as typed. */
function raritiesOf(text: string, tag = 'da', guess = tag): Readonly<Record<string, number>> {
  const language = openLanguage(tag);
  const { words } = language.question(language.read(text), guess);
  return Object.fromEntries(words.map(({ raw, spokenRarity }) => [raw, spokenRarity]));
}

describe('how rare a word is in everyday speech', () => {
  it.each([
    ['da', 'bagefter', 'ketsjer'],
    ['da', 'torsdag', 'depositum'],
    ['en', 'tomorrow', 'racket'],
    ['de', 'morgen', 'vereinsheim'],
  ])('is told in %s: %s less than %s', (tag, common, rare) => {
    const rarities = raritiesOf(`${common} ${rare}`, tag);
    expect(rarities[common]).toBeLessThan(rarities[rare] ?? 0);
  });

  it('is the same for every form of a word', () => {
    const { kampen, kampene } = raritiesOf('kampen kampene');
    expect(kampen).toBe(kampene);
    expect(kampen).toBeLessThan(1);
  });

  it('is whole where nobody says it', () => {
    expect(raritiesOf('bankafstemningshjælp')).toEqual({ bankafstemningshjælp: 1 });
    expect(raritiesOf('bagefter', 'und')).toEqual({ bagefter: 1 });
  });

  it.each(packTags)('is known in %s', (tag) => {
    const words = openLanguage(tag).question(
      openLanguage(tag).read('internet hotel taxi radio интернет такси'),
      tag,
    ).words;
    expect(Math.min(...words.map(({ spokenRarity }) => spokenRarity))).toBeLessThan(1);
  });

  it('goes by the language that is asked in', () => {
    const { tomorrow } = raritiesOf('is there badminton tomorrow', 'da', 'en');
    expect(tomorrow).toBe(raritiesOf('tomorrow', 'en')['tomorrow']);
  });
});
