import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect.ts';
import { installedTag, openLanguage } from '../../src/language/language.ts';
import { packData, packTags } from '../../src/language/packs.ts';

const danish = openLanguage('da');
const english = openLanguage('en');
const neutral = openLanguage('und');
const terms = (text: string): string[] => danish.text(text).words.map(({ term }) => term);
const told = (text: string): string[] =>
  danish
    .question(danish.read(text), 'da')
    .words.filter(({ role }) => role !== 'function')
    .map(({ folded }) => folded);

describe('Danish analysis', () => {
  it.each([
    ['netværk', 'netvaerk'],
    ['NETVÆRK', 'netværk'],
    ['blåbærgrød', 'blaabaergroed'],
    ['café', 'cafe'],
    ['netva\u0308rk', 'netværk'],
    ['virksomheder', 'virksomhed'],
    ['bøgerne', 'bog'],
    ['børn', 'barn'],
    ['netværker', 'netværk'],
    ['betaling', 'betale'],
    ['gik', 'gå'],
    ['kontoen', 'konto'],
    ['bankkontoerne', 'bankkonto'],
    ['firmaet', 'firma'],
    ['direktoer', 'direktør'],
  ])('reads "%s" as "%s"', (one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it.each([
    ['Det koster f.eks. 100 kr. om måneden. Så er det sagt.', 2],
    ['Vi mødes kl. 19. Kom gerne.', 2],
    ['Første linje\nanden linje', 2],
    ['Bl.a. derfor', 1],
  ])('finds the sentences of "%s"', (text, count) => {
    expect(danish.text(text).sentences).toHaveLength(count);
  });

  it.each([
    ['Hej, er der nogen der ved hvad en faktura er?', ['faktura']],
    ['Jeg har et spørgsmål om levering', ['levering']],
    ['kan nogen fortælle mig prisen', ['prisen']],
    ['tak for hjælpen', []],
    ['hvordan kommer man pa nettet', ['nettet']],
  ])('leaves of "%s" what it is about', (question, words) => {
    expect(told(question)).toEqual(words);
  });

  it.each([
    ['Hvad er netværk?', 'definition'],
    ['Hvordan netværker man', 'how'],
    ['hvorfor skal jeg betale', 'why'],
    ['hvornår åbner I', 'when'],
    ['hvad koster det', 'how-much'],
    ['de vigtigste pointer om netværk', 'summary'],
    ['netværk', null],
  ])('tells what kind of question "%s" is', (question, kind) => {
    expect(danish.question(danish.read(question), 'da').kind).toBe(kind);
  });

  it.each([
    ['Hvordan netværker man?', 'hvordan netværker jeg', true],
    ['Hej, hvordan netværker man?', 'hvordan netværker man', true],
    ['Kan jeg betale med kort?', 'Kan jeg betale uden kort?', false],
    ['Hvordan betaler jeg?', 'Hvornår betaler jeg?', false],
  ])('tells whether "%s" and "%s" are the same question', (one, other, isSame) => {
    expect(danish.key(one) === danish.key(other)).toBe(isSame);
  });

  it.each([
    ['måling', 'måle'],
    ['udbetalt', 'udbetaling'],
    ['anmeldelse', 'anmelder'],
    ['crowdfunder', 'crowdfunding'],
  ])('finds a root that "%s" and "%s" share', (one, other) => {
    const roots = new Set(danish.rootsOf(terms(one)[0] ?? ''));
    expect(danish.rootsOf(terms(other)[0] ?? '').some((root) => roots.has(root))).toBe(true);
  });

  it.each([
    ['cyklen er gået i stykker', 'stykker', 'defekt'],
    ['kan jeg få penge tilbage', 'penge', 'refusion'],
  ])('knows of "%s" that %s stands for %s', (question, word, other) => {
    const found = danish.question(danish.read(question), 'da').words.find(({ raw }) => raw === word);
    expect(found?.alternatives.map(({ term }) => term)).toContain(terms(other)[0]);
  });

  it.each([
    ['what do invoices cost', 'invoices', 'faktura'],
    ['when are the meetings', 'meetings', 'møde'],
  ])('translates "%s" in whatever form its words stand', (question, word, ours) => {
    const found = danish.question(danish.read(question), 'en').words.find(({ raw }) => raw === word);
    expect(found?.alternatives.map(({ term }) => term)).toContain(terms(ours)[0]);
  });

  it('translates what is asked in English', () => {
    const { words, isForeign } = danish.question(danish.read('what is the price'), 'en');
    expect(isForeign).toBe(true);
    expect(words.find(({ raw }) => raw === 'price')?.alternatives.map(({ term }) => term)).toContain(
      terms('pris')[0],
    );
  });

  it.each([
    ['adgangskode', ['adgang', 'kode']],
    ['medlemsmøde', ['medlem', 'møde']],
    ['kodemøde', ['kode', 'møde']],
    ['kode', []],
  ])('splits "%s" into words of the articles', (word, parts) => {
    const known = new Set(['adgang', 'kode', 'medlem', 'møde'].map((one) => terms(one)[0]));
    expect(danish.splitCompound(word, (stem) => (known.has(stem) ? 10 : 0))).toEqual(
      parts.map((part) => terms(part)[0]),
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['a long run', 'a.b-c'.repeat(20_000)],
    ['null bytes', 'net\u0000værk'],
    ['lone surrogates', '\uD800\uDC00\uD800'],
    ['zalgo', `n${'\u0335'.repeat(500)}`],
    ['mentions', '<@100000000000000000> <:smil:100000000000000000> @everyone'],
  ])('of %s is analysed', (_, text) => {
    expect(() => danish.question(danish.read(text), 'da')).not.toThrow();
  });
});

describe('German analysis', () => {
  const german = openLanguage('de');
  const term = (word: string): string | undefined => german.text(word).words[0]?.term;
  it.each([
    ['ueber', 'über'],
    ['neuen', 'neu'],
    ['bauen', 'bau'],
  ])('reads "%s" as "%s"', (one, other) => {
    expect(term(one)).toBe(term(other));
  });
});

describe('languages', () => {
  it.each([
    ['Hvordan kan jeg netværke effektivt, og hvorfor er det vigtigt?', 'da'],
    ['How can I network effectively, and why is it important?', 'en'],
    ['netværk', null],
  ])('tell that "%s" is %s', (text, tag) => {
    expect(detectLanguage(text, [danish, english])).toBe(tag);
  });
  it.each([
    ['da-DK', 'da'],
    ['en_GB', 'en'],
    ['xx', 'und'],
  ])('are found by the tag %s', (bcp47, tag) => {
    expect(installedTag(bcp47)).toBe(tag);
  });
  it('are read from their packs without a mistake', () => {
    for (const tag of packTags) expect(packData(tag).name).not.toBe('');
  });
  it('without a pack still fold and compare words', () => {
    expect(neutral.text('Żółw ŻÓŁW').words.map(({ term }) => term)).toEqual(['zolw', 'zolw']);
  });
  it('without a pack take short words for weak, and what begins alike for related', () => {
    const roles = neutral.text('mit kaj hus').words.map(({ role }) => role);
    expect(roles).toEqual(['weak', 'weak', 'weak']);
    expect(neutral.rootsOf('reservering')[1]).toBe(neutral.rootsOf('reserveert')[1]);
  });
  it('without blanks between words become pairs of characters', () => {
    expect(neutral.text('東京都').words.map(({ term }) => term)).toEqual(['東京', '京都']);
  });
});
