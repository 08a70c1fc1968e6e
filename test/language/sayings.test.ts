import { describe, expect, it } from 'vitest';
import { openLanguage, type Language } from '../../src/language/language.ts';
import { needsIn } from '../../src/language/needs.ts';
import { packData, packTags } from '../../src/language/packs.ts';

const danish = openLanguage('da');
const english = openLanguage('en');

const termsOf = (language: Language, text: string): string[] =>
  language.text(text).words.map(({ term }) => term);
const asOne = (language: Language, text: string): string => termsOf(language, text).join(' ');
const standIns = (language: Language, question: string): string[] =>
  language
    .question(language.read(question), language.tag)
    .words.flatMap(({ alternatives }) => alternatives)
    .filter(({ reading }) => reading === 'synonym')
    .map(({ term }) => term);

describe('what is said in several words', () => {
  it.each([
    ['Du får pengene tilbage inden en uge.', 'penge tilbage', 3],
    ['Sådan melder du dig ud', 'melde ud', 4],
    ['Skal man melde sin søn ud igen?', 'melde ud', 5],
  ])('"%s" says "%s"', (text, saying, ends) => {
    const { sayings } = danish.text(text);
    expect(sayings.map(({ word, ends: at }) => [word.term, at])).toContainEqual([
      asOne(danish, saying),
      ends,
    ]);
  });

  it.each([
    ['Meld dig ind, og gå aldrig ud', 'melde ud'],
    ['Du melder det først lørdag aften når alle går ud', 'melde ud'],
  ])('"%s" does not say "%s"', (text, saying) => {
    const { sayings } = danish.text(text);
    expect(sayings.map(({ word }) => word.term)).not.toContain(asOne(danish, saying));
  });

  it('stands for its synonyms, and they for it as a whole', () => {
    expect(standIns(danish, 'kan jeg få pengene tilbage')).toContain(asOne(danish, 'refusion'));
    expect(standIns(danish, 'refusion')).toContain(asOne(danish, 'penge tilbage'));
    expect(standIns(danish, 'refusion')).not.toContain(asOne(danish, 'penge'));
  });

  it.each([
    [english, 'delete', 'account'],
    [english, 'homework', 'assign'],
    [danish, 'slet', 'konto'],
    [danish, 'fødselsdag', 'år'],
  ])('gives none of its words: %#', (language, asked, other) => {
    expect(standIns(language, asked)).not.toContain(asOne(language, other));
  });
});

/** Word → what stands beside it in a row as a word of its own. */
function besideIn(rows: readonly (readonly string[])[], language: Language): Map<string, Set<string>> {
  const beside = new Map<string, Set<string>>();
  for (const row of rows) {
    const single = row.map((entry) => termsOf(language, entry)).filter(({ length }) => length === 1);
    for (const [word = ''] of single) {
      beside.set(word, new Set([...(beside.get(word) ?? []), ...single.flat()]));
    }
  }
  return beside;
}

describe.each(packTags)('the pack %s', (tag) => {
  const language = openLanguage(tag);
  const { synonyms } = packData(tag);

  it('reads no word as another word through a phrase', () => {
    const needs = Object.values(needsIn(tag)).map(({ said, headed }) => [...said, ...headed]);
    const beside = besideIn([...synonyms, ...needs], language);
    const words = new Set(synonyms.flat().filter((entry) => termsOf(language, entry).length === 1));
    const mistaken = Array.from(words).flatMap((word) => {
      const own = beside.get(termsOf(language, word)[0] ?? '') ?? new Set();
      return standIns(language, word)
        .filter((term) => !term.includes(' ') && !own.has(term))
        .map((term) => `${word} → ${term}`);
    });
    expect(mistaken).toEqual([]);
  });
});
