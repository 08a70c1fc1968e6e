import { describe, expect, it } from 'vitest';
import { openLanguage } from '../../src/language/language.ts';

describe('what a text can be seen to name', () => {
  it.each([
    ['da', 'Kontingentet er 450 kr. om halvåret.', ['price']],
    ['da', 'Et gæstekort koster 25,- og købes i baren', ['price']],
    ['da', 'Prøvetræning er gratis.', ['price']],
    ['da', 'Varerne er fremme efter to dage.', ['duration']],
    ['da', 'Sagen tager op til 3 måneder.', ['duration']],
    ['da', 'Vi spiller tirsdag og torsdag.', ['time']],
    ['da', 'Porten lukkes kl. 21.30.', ['time']],
    ['da', 'Fristen er den 1. marts.', ['time']],
    ['da', 'Skriv til kasserer@klubben.dk', ['person']],
    ['da', 'Ring til Mette, hvis du er syg.', ['person']],
    ['da', 'Ring til klubhuset på 12 34 56 78.', ['person']],
    ['da', 'Hold knappen nede, til lampen lyser.', []],
    ['da', 'Krydderier er tilladt.', []],
    ['en', 'Delivery is £4 and takes 3 days.', ['price', 'duration']],
    ['en', 'shipping is free on mondays', ['price', 'time']],
    ['pl', 'Wstęp jest bezpłatny.', ['price']],
    ['und', '€ 12', ['price']],
  ])('is told in %s of "%s"', (tag, text, names) => {
    expect(Array.from(openLanguage(tag).named(text))).toEqual(names);
  });
});
