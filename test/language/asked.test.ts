import { describe, expect, it } from 'vitest';
import { openLanguage, type Language } from '../../src/language/language.ts';
import { packData, packTags } from '../../src/language/packs.ts';
import type { AnalysedQuestion, Side } from '../../src/matcher/input.ts';

const opened = new Map(packTags.map((tag) => [tag, openLanguage(tag)] as const));
const languageOf = (tag: string): Language => opened.get(tag) ?? openLanguage(tag);

function asked(tag: string, text: string): AnalysedQuestion {
  const language = languageOf(tag);
  return language.question(language.read(text), tag);
}

describe('a message that tells of a fault', () => {
  it.each([
    ['da', 'mit netværk er nede'],
    ['da', 'hvorfor virker min mikrofon ikke'],
    ['da', 'serveren er gået ned igen'],
    ['da', 'jeg kan ikke logge ind'],
    ['da', 'appen går i stå hele tiden'],
    ['da', 'får en fejlmelding når jeg betaler'],
    ['en', 'my network is down'],
    ['en', "the app doesn't work"],
    ['en', 'it keeps crashing'],
    ['en', "I can't log in"],
    ['en', 'the link is broken'],
    ['sv', 'appen fungerar inte'],
    ['nb', 'serveren er nede'],
    ['de', 'das WLAN funktioniert nicht'],
    ['de', 'warum geht mein Mikrofon nicht'],
    ['nl', 'de app werkt niet'],
    ['fr', 'le site ne marche pas'],
    ['fr', 'le wifi est en panne'],
    ['es', 'la aplicación no funciona'],
    ['it', "l'app non funziona"],
    ['pt', 'o aplicativo não funciona'],
    ['pl', 'aplikacja nie działa'],
    ['ru', 'приложение не работает'],
    ['fi', 'sovellus ei toimi'],
    ['cs', 'aplikace nefunguje'],
    ['hu', 'az alkalmazás nem működik'],
    ['tr', 'uygulama çalışmıyor'],
  ])('in %s: "%s"', (tag, text) => {
    expect(asked(tag, text).kind).toBe('fault');
  });

  it.each([
    ['da', 'hvad er netværk', 'definition'],
    ['da', 'hvordan virker det', 'how'],
    ['da', 'jeg logger ind i morgen', null],
    ['da', 'hvornår går man ned til stranden', 'when'],
    ['en', 'how does it work', 'how'],
    ['en', 'can I freeze my membership', 'whether'],
    ['de', 'wie funktioniert das', 'how'],
  ])('is told from others: %s "%s"', (tag, text, kind) => {
    expect(asked(tag, text).kind).toBe(kind);
  });

  it('is told in a heading, too', () => {
    expect(languageOf('da').line('Når lyden ikke virker').kind).toBe('fault');
    expect(languageOf('da').line('Hvad gør jeg, hvis lyden virker dårligt?').kind).toBe('how');
    expect(languageOf('da').line('Fejlfinding').kind).toBe('fault');
  });
});

describe('what an answer has to name', () => {
  it.each([
    ['da', 'hvad koster et kort', ['price']],
    ['da', 'hvad er prisen på kontingentet', ['price']],
    ['da', 'hvor længe gælder kortet', ['duration']],
    ['da', 'hvornår åbner I', ['time']],
    ['da', 'hvor ligger det', ['place']],
    ['da', 'hvem skal jeg skrive til', ['person']],
    ['da', 'hvor mange gæster må man tage med', ['amount', 'permission']],
    ['da', 'må man ryge på terrassen', ['permission']],
    ['da', 'kan man bade', []],
    ['en', 'how much is a ticket', ['price']],
    ['en', 'how long does it take', ['duration']],
    ['en', 'where is the hall', ['place']],
    ['en', 'am I allowed to smoke', ['permission']],
    ['sv', 'vad kostar det', ['price']],
    ['nb', 'hvor lenge varer det', ['duration']],
    ['de', 'wie lange dauert das', ['duration']],
    ['nl', 'waar is het', ['place']],
    ['fr', 'combien ça coûte', ['price']],
    ['es', 'cuánto cuesta', ['price']],
    ['it', 'dove si trova', ['place']],
    ['pt', 'quanto custa', ['price']],
    ['pl', 'ile kosztuje', ['price']],
    ['ru', 'сколько стоит', ['price']],
    ['fi', 'paljonko maksaa', ['price']],
    ['cs', 'kolik stojí', ['price']],
    ['hu', 'mennyibe kerül', ['price']],
    ['tr', 'saat kaçta', ['time']],
  ])('in %s "%s": %s', (tag, text, names) => {
    expect(Array.from(asked(tag, text).wanted)).toEqual(names);
  });

  it.each([
    ['Priser', ['price']],
    ['Åbningstider', ['time']],
    ['Adresse og parkering', ['place']],
    ['Kontakt', ['person']],
    ['Regler', []],
  ])('is told by the heading "%s"', (heading, names) => {
    expect(Array.from(languageOf('da').line(heading).wanted)).toEqual(names);
  });
});

const speaksOf = (sides: readonly Side[], pair: number, side: number): boolean =>
  sides.some((found) => found.pair === pair && found.side === side);

/** Whether one text speaks of one side only, and the other of the other side only. */
function areOpposite(tag: string, one: string, other: string): boolean {
  const first = asked(tag, one).sides;
  const second = languageOf(tag).line(other).sides;
  return first.some(
    ({ pair, side }) =>
      !speaksOf(first, pair, 1 - side) && speaksOf(second, pair, 1 - side) && !speaksOf(second, pair, side),
  );
}

describe('opposites', () => {
  it.each([
    ['da', 'hvordan slår man beskeder fra', 'Slå beskeder til', true],
    ['da', 'hvordan slår man beskeder fra', 'Slå beskeder fra', false],
    ['da', 'kan man framelde sig', 'Tilmelding', true],
    ['da', 'hvordan logger jeg ud', 'Log på', true],
    ['da', 'hvad er højst', 'Mindst og højst', false],
    ['da', 'åbner I', 'Hvornår lukker I?', true],
    ['en', 'how do I turn it off', 'Turn it on', true],
    ['en', 'how do I turn it off', 'Turn it on and off', false],
    ['de', 'abmelden', 'Anmeldung', true],
    ['fr', 'fermer', 'Ouverture', true],
    ['fi', 'auki', 'Suljettu', true],
  ])('in %s "%s" and "%s": %s', (tag, one, other, expected) => {
    expect(areOpposite(tag, one, other)).toBe(expected);
  });

  it('of another language are not compared', () => {
    const danish = languageOf('da');
    expect(danish.question(danish.read('how do I turn it off'), 'en').sides).toEqual([]);
  });

  it.each(packTags)('are listed for %s, with faults and what may be asked for', (tag) => {
    const { opposites, faults, asks } = packData(tag);
    expect(opposites.length).toBeGreaterThan(20);
    expect(opposites.filter((sides) => sides.some(({ length }) => length === 0))).toEqual([]);
    expect(faults.length).toBeGreaterThan(30);
    expect(Object.keys(asks)).toHaveLength(7);
  });
});
