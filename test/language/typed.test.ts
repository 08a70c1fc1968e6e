import { describe, expect, it } from 'vitest';
import { openLanguage } from '../../src/language/language.ts';
import { isOneSlip } from '../../src/language/respell.ts';

const danish = openLanguage('da');
const english = openLanguage('en');
const terms = (text: string, language = danish): string[] =>
  language.text(text).words.map(({ term }) => term);

describe('inflected abbreviations', () => {
  it.each([
    ["AB'en", 'ab'],
    ['AB’ens', 'ab'],
    ['AB´en', 'ab'],
    ['ABen', 'ab'],
    ["pc'er", 'pc'],
    ['pcer', 'pc'],
    ["PC'erne", 'pc'],
    ['PCerne', 'pc'],
    ['pcen', 'pc'],
    ["DVD'ens", 'dvd'],
    ['dvden', 'dvd'],
    ["tv'et", 'tv'],
    ['tvet', 'tv'],
    ["sms'er", 'sms'],
    ['smsen', 'sms'],
    ["wc'et", 'wc'],
    ['WCet', 'wc'],
    ["PDF'en", 'pdf'],
    ["80'erne", '80'],
    ["C++'en", 'c++'],
    ["server'en", 'server'],
  ])('read the Danish "%s" as "%s"', (typed, short) => {
    expect(terms(typed)).toEqual(terms(short));
  });

  it.each(['åben', 'gren', 'sten', 'sker', 'hver', 'slet', 'VIRKER', 'GRATIS', 'mobilen'])(
    'leave "%s" as it is',
    (word) => {
      expect(danish.text(word).words.map(({ folded }) => folded)).toEqual([word.toLowerCase()]);
    },
  );

  it('know that "aben" may be an AB', () => {
    const [word] = danish.question(danish.read('aben'), 'da').words;
    expect(word?.alternatives.map(({ term }) => term)).toContain('ab');
  });

  it.each([
    ['sv', 'tv:n', 'tv'],
    ['nb', 'PC-en', 'pc'],
    ['nb', 'pcen', 'pc'],
    ['fi', 'EU:ssa', 'eu'],
    ['tr', "PC'lerden", 'pc'],
    ['hu', 'tv-t', 'tv'],
    ['nl', "pc's", 'pc'],
  ])('of %s read "%s" as "%s"', (tag, typed, short) => {
    expect(terms(typed, openLanguage(tag))).toEqual([short]);
  });
});

describe('spellings of chats', () => {
  it.each([
    ['hvrodan melder jeg mig ud', 'hvordan melder jeg mig ud'],
    ['hvofor er der ingen mad', 'hvorfor er der ingen mad'],
    ['hvornåer åbner hallen', 'hvornår åbner hallen'],
    ['hvornaar åbner hallen', 'hvornår åbner hallen'],
    ['hvornar åbner hallen', 'hvornår åbner hallen'],
    ['vordan kommer jeg ind', 'hvordan kommer jeg ind'],
    ['hvodan kommer jeg ind', 'hvordan kommer jeg ind'],
    ['hva koster det', 'hvad koster det'],
    ['kan man ik betale', 'kan man ikke betale'],
    ['ka man betale', 'kan man betale'],
    ['sku man ha betalt', 'skulle man have betalt'],
    ['er der nåt mad', 'er der noget mad'],
  ])('make "%s" the same question as "%s"', (typed, meant) => {
    expect(danish.key(typed)).toBe(danish.key(meant));
    const read = danish.question(danish.read(typed), 'da');
    expect(read.kind).toBe(danish.question(danish.read(meant), 'da').kind);
    expect(read.words.map(({ role }) => role)).toEqual(
      danish.question(danish.read(meant), 'da').words.map(({ role }) => role),
    );
  });

  it('are negations where they mean one', () => {
    const [, , word] = danish.text('kan man ik').words;
    expect(word !== undefined && danish.isNegation(word)).toBe(true);
  });

  it.each([
    ['waht does it cost', 'what does it cost'],
    ['wehn do you open', 'when do you open'],
    ['wich room is it', 'which room is it'],
  ])('make "%s" the same question as "%s" in English', (typed, meant) => {
    expect(english.key(typed)).toBe(english.key(meant));
  });

  it.each([
    ['de', 'weiche'],
    ['en', 'shoulder'],
    ['en', 'weather'],
    ['da', 'bilvej'],
  ])('of %s leave "%s" alone', (tag, word) => {
    expect(openLanguage(tag).text(word).words[0]?.folded).toBe(word);
  });

  it('keep the word as it was typed', () => {
    expect(danish.text('hvrodan').words[0]).toMatchObject({
      raw: 'hvrodan',
      folded: 'hvordan',
      role: 'function',
    });
  });
});

describe('one slip', () => {
  it.each([
    ['hvrodan', 'hvordan', true],
    ['hvodan', 'hvordan', true],
    ['hvordann', 'hvordan', true],
    ['vordan', 'hvordan', true],
    ['hvorda', 'hvordan', true],
    ['hvordan', 'hvordan', false],
    ['hvorden', 'hvordan', false],
    ['hrvodna', 'hvordan', false],
    ['hvordanxx', 'hvordan', false],
    ['hvord', 'hvordan', false],
    ['dvorhan', 'hvordan', false],
  ])('between "%s" and "%s" is %s', (typed, meant, isSlip) => {
    expect(isOneSlip(typed, meant)).toBe(isSlip);
  });
});
