import { describe, expect, it } from 'vitest';
import { passageLanguages } from '../../src/language/passage-language.ts';
import { packTags } from '../../src/language/packs.ts';
import { translatedFrom } from '../../src/language/reverse.ts';
import { voterOf } from '../../src/language/voter.ts';

const others = packTags.map(voterOf);
const languagesIn = (article: string, heading: string, text: string): string => {
  const found = passageLanguages({ heading, text }, voterOf(article), others);
  return `${found.heading}/${found.text}`;
};

describe('the languages of a passage', () => {
  const english =
    'Open the list of players and press the plus sign. Your friend gets a message and can join.';
  const danish = 'Du kan hente kortene på siden, og så lægger du dem i den mappe, som programmet læser fra.';
  it.each([
    ['da', 'Hvordan får jeg flere kort?', danish, 'da/da'],
    ['da', 'How do I invite a friend?', english, 'en/en'],
    ['da', 'Hvordan inviterer jeg en ven?', english, 'da/en'],
    ['da', 'How do I get more maps?', danish, 'en/da'],
    ['da', 'Installation', english, 'en/en'],
    ['da', 'Installation', danish, 'da/da'],
    ['da', 'My cards are gone', 'Restart.', 'en/en'],
    ['da', 'Åbningstider', 'Mandag 10-18.', 'da/da'],
    ['da', 'Call of Duty: The Game', danish, 'da/da'],
    ['da', 'Minecraft', 'Hent Minecraft Java Edition, Discord og OBS Studio.', 'da/da'],
    ['da', 'Fejlen "You are not allowed"', danish, 'da/da'],
    ['en', 'Hvordan opretter jeg en profil?', danish, 'da/da'],
    ['en', 'Hvordan opretter jeg en profil?', english, 'da/en'],
    ['da', 'Hvordan gjør jeg det?', 'Du må først gå til siden, og så kan du ikke velge noe annet.', 'da/da'],
    ['de', 'Wie lade ich einen Freund ein?', english, 'de/en'],
    ['fr', 'Comment inviter un ami ?', english, 'fr/en'],
    ['en', '', '', 'en/en'],
  ])('in an article in %s: "%s", "%s" is %s', (article, heading, text, expected) => {
    expect(languagesIn(article, heading, text)).toBe(expected);
  });

  it('takes four function words of a text, and one language for many times the other', () => {
    expect(languagesIn('da', 'Kort', 'The cards are in it.')).toBe('en/en');
    expect(languagesIn('da', 'Kort', 'The cards are gone.')).toBe('da/da');
  });
});

describe('translations read backwards', () => {
  it('lead from Danish to English', () => {
    const rows = translatedFrom('en', ['da', 'en']).translations['da'] ?? [];
    expect(new Map(rows).get('faktura')).toContain('invoice');
  });
  it('add nothing where no pack translates, and leave what a pack lists itself', () => {
    expect(translatedFrom('sv', ['da'])).toBe(translatedFrom('sv', []));
    expect(translatedFrom('da', ['en']).translations).toEqual(translatedFrom('da', []).translations);
  });
});
