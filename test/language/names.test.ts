import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { openLanguage } from '../../src/language/language.ts';
import { cleaned, tokenise } from '../../src/language/tokenise.ts';
import { wordsOf } from '../../src/language/words.ts';

const danish = openLanguage('da');
const english = openLanguage('en');
const neutral = openLanguage('und');
const terms = (text: string, language = danish): string[] =>
  language.text(text).words.map(({ term }) => term);

describe('names with signs', () => {
  it.each([
    ['Er der en kanal for C++?', ['er', 'der', 'en', 'kanal', 'for', 'c++']],
    ['(C#)', ['c#']],
    ['F#, J# og C.', ['f#', 'j#', 'og', 'c']],
    ['C/C++', ['c', 'c++']],
    ['C++17', ['c++', '17']],
    ['c#-kanal', ['c#', 'kanal']],
    ['x+1', ['x', '1']],
    ['#general', ['general']],
    ['A+ og B+', ['a+', 'og', 'b+']],
    ['Disney+', ['disney']],
    ['Galaxy S20+', ['galaxy', 's20+']],
    ['.NET', ['.net']],
    ['node.js og vue.js.', ['node.js', 'og', 'vue.js']],
    ['Q&A', ['q&a']],
    ['Q & A', ['q&a']],
    ['A/S', ['a/s']],
    ['A/B/C', ['a', 'b', 'c']],
    ['og/eller', ['og', 'eller']],
    ['TCP/IP', ['tcp', 'ip']],
    ['PS4/PS5', ['ps4', 'ps5']],
    ['3D og 4K', ['3d', 'og', '4k']],
    ['MP3', ['mp3']],
    ['H2O', ['h2o']],
    ['4x4', ['4x4']],
    ['7.b', ['7b']],
    ['S.U. er penge', ['su', 'er', 'penge']],
    ['e-mail-adresse', ['email', 'adresse']],
    ['vitamin-c', ['vitamin', 'c']],
    ['AB-møde', ['ab', 'møde']],
    ['IT-support', ['it', 'support']],
    ['Gaming-PC', ['gaming', 'pc']],
    ['2-3 dage', ['2', '3', 'dage']],
    ['K-8-modul', ['k8', 'modul']],
    ['C#-канал', ['c#', 'канал']],
  ])('in "%s" stay whole', (text, words) => {
    expect(danish.text(text).words.map(({ folded }) => folded)).toEqual(words);
  });

  it.each([
    ['cpp', 'C++'],
    ['c-sharp', 'C#'],
    ['csharp', 'C#'],
    ['C♯', 'c#'],
    ['fsharp', 'F#'],
    ['dotnet', '.NET'],
    ['objective-c', 'Objective-C'],
    ['K-8', 'k8'],
    ['PS-5', 'ps5'],
    ['PS 5', 'PS5'],
    ['TV 2', 'tv2'],
    ['3-D', '3d'],
    ['4-K', '4k'],
    ['7-b', '7.B'],
    ['x-ray', 'xray'],
    ['E-mail', 'email'],
    ['wi-fi', 'WiFi'],
    ['Wi‑Fi', 'wifi'],
    ['plug-in', 'plugin'],
    ['plug-ins', 'plugins'],
    ['pop-up', 'popup'],
    ['on-line', 'online'],
    ['off-topic', 'offtopic'],
    ['t-shirt', 'tshirt'],
    ['covid-19', 'covid19'],
    ['covid 19', 'covid19'],
    ['Windows11', 'windows 11'],
    ['16GB', '16 gb'],
    ['v4.2', '4.2'],
    ['CO₂', 'co2'],
    ['m²', 'm2'],
  ])('are read alike as "%s" and "%s"', (one, other) => {
    for (const language of [danish, english, neutral]) {
      expect(terms(one, language)).toEqual(terms(other, language));
    }
  });

  it.each([
    ['C', 'C++'],
    ['C', 'C#'],
    ['C++', 'C#'],
    ['C#', 'F#'],
    ['C', 'Objective-C'],
    ['.net', 'net'],
    ['node.js', 'vue.js'],
    ['A', 'A+'],
    ['PS4', 'PS5'],
    ['3D', '4D'],
    ['K-8', 'K-9'],
    ['4.2', '4.3'],
    ['4.2', '42'],
    ['1.500', '1.5'],
  ])('tell "%s" from "%s"', (one, other) => {
    for (const language of [danish, english, neutral]) {
      expect(terms(one, language)).not.toEqual(terms(other, language));
    }
  });

  it.each([
    ['va-t-il bien', ['va', 't', 'il', 'bien']],
    ['TV 250', ['TV', '250']],
    ['kl 7', ['kl', '7']],
    ['東京3D', ['東京', '京3', '3D']],
  ])('are not seen in "%s"', (text, words) => {
    expect(tokenise(cleaned(text)).flatMap(wordsOf)).toEqual(words);
  });

  it('are not stemmed', () => {
    expect(terms('k8s')).toEqual(['k8s']);
    expect(terms('IPv4s')).toEqual(['ipv4s']);
  });
});

describe('numbers', () => {
  it.each([
    ['version 4.2', ['4.2']],
    ['hal 7', ['7']],
    ['2026', ['2026']],
    ['kl. 19.30', ['19.30']],
    ['kl. 19:30', ['19.30']],
    ['kl. 19.00', ['19']],
    ['1.500 kr', ['1500']],
    ['1,500', ['1500']],
    ['1\u{A0}500', ['1500']],
    ['1.500,00 kr.', ['1500']],
    ['1.500,75 kr.', ['1500.75']],
    ['49,00 kr.', ['49']],
    ['49,50 kr.', ['49.50']],
    ['1.000.000', ['1000000']],
    ['4.2.1', ['4.2.1']],
    ['24.12.2026', ['24.12.2026']],
    ['12:30:45', ['12.30.45']],
    ['1,2,3', ['1', '2', '3']],
    ['10-18', ['10', '18']],
    ['24/7', ['24', '7']],
    ['1,5 kg', ['1.5']],
  ])('of "%s" stay whole in one spelling', (text, numbers) => {
    expect(terms(text).filter((term) => /\d/u.test(term))).toEqual(numbers);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'c',
    'C++',
    '#',
    '.',
    'net',
    '-',
    'e',
    'mail',
    '4',
    '2',
    '/',
    '&',
    ' ',
    '\n',
    'ø',
    '東',
    'zqnamezq',
  );
  it('gives only words of letters, digits and the signs of names', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const word of tokenise(cleaned(pieces.join(''))).flatMap(wordsOf)) {
          expect(word).toMatch(/^[\p{L}\p{M}\p{N}+#.&/]+$/u);
          expect(word).toMatch(/[\p{L}\p{N}]/u);
          expect(word).not.toBe('zqnamezq');
        }
      }),
    );
  });
  it('keeps every run of letters without signs', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zæøå]{3,9}$/u), { maxLength: 12 }), (words) => {
        const spoken = new Set(['cpp', 'csharp', 'fsharp', 'dotnet', 'zqnamezq']);
        const plain = words.filter((word) => !spoken.has(word));
        expect(tokenise(plain.join(', ')).flatMap(wordsOf)).toEqual(plain);
      }),
    );
  });
  it.each(['a.', 'a-', 'ab-', '1.', '1,', 'a1', 'c+', 'a&', 'a/', '東3', 'A 1'])(
    'made of "%s" a hundred thousand times is read in steps that grow with its length',
    (repeated) => {
      expect(() => tokenise(repeated.repeat(100_000 / repeated.length)).flatMap(wordsOf)).not.toThrow();
    },
  );
});
