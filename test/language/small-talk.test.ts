import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { packData, packTags } from '../../src/language/packs.ts';
import { smallTalk, smallTalkKinds, type SmallTalk } from '../../src/language/small-talk.ts';

const place = (kind: SmallTalk | null): number => smallTalkKinds.findIndex((one) => one === kind);

describe('small talk', () => {
  it.each([
    ['hej', 'greeting'],
    ['Hej hej!', 'greeting'],
    ['heeej', 'greeting'],
    ['heyyyy', 'greeting'],
    ['Godmorgen alle sammen', 'greeting'],
    ['hej svar, hvordan går det?', 'greeting'],
    ["what's up", 'greeting'],
    ['What’s up?', 'greeting'],
    ['hej :)', 'greeting'],
    ['<@100000000000000000> hej', 'greeting'],
    ['Perfekt, mange tak!', 'thanks'],
    ['fedt tak', 'thanks'],
    ['tak, det hjalp', 'thanks'],
    ['takkkk', 'thanks'],
    ['TUSIND TAK ❤️', 'thanks'],
    ['okay nice, så er jeg med', 'thanks'],
    ['hahahahahaha', 'thanks'],
    ['thanks, that worked!', 'thanks'],
    ['cheers', 'thanks'],
    ['hej, mange tak for hjælpen', 'thanks'],
    ['tak for i dag, vi ses', 'thanks'],
    ['farvel', 'goodbye'],
    ['hej hej, hav en god weekend', 'goodbye'],
    ['Have a nice day!', 'goodbye'],
    ['er du en robot?', 'about-bot'],
    ['hej, er du en robot?', 'about-bot'],
    ['hvad kan du hjælpe med', 'about-bot'],
    ['Are you human?', 'about-bot'],
    ['Dzień dobry', 'greeting'],
    ['спасибо большое!', 'thanks'],
    ["c'est parfait, merci", 'thanks'],
    ['c’est parfait, merci', 'thanks'],
    ['cest bon, daccord', 'thanks'],
    ['köszönöm szépen', 'thanks'],
    ['obrigado pela ajuda', 'thanks'],
    ['¿eres un robot?', 'about-bot'],
    ['tusen takk', 'thanks'],
    ['vielen lieben Dank', 'thanks'],
    ['👍', 'thanks'],
    ['🙏🏽❤️', 'thanks'],
    ['ja 👍', 'thanks'],
    [':D', 'thanks'],
    ['😂', 'greeting'],
    ['👋', 'greeting'],
    ['<:smil:100000000000000000>', 'greeting'],
    [':wave:', 'greeting'],
  ])('"%s" is %s', (text, kind) => {
    expect(smallTalk(text)).toBe(kind);
  });

  it.each([
    '',
    '   ',
    '???',
    '^',
    '1',
    'ja',
    'nej',
    'hjælp',
    'help',
    'hej, hvad koster det?',
    'Hej! Hvornår åbner I?',
    'tak, men det virker ikke',
    'det hjalp ikke',
    'tak, men hvad med mandag?',
    'thanks, but how do I cancel?',
    'hvordan går det med byggeriet',
    'er det fint?',
    'er der nogen der ved hvor man parkerer',
    'hvem er du formand for',
    'pris',
    'priser 👍',
    '🤔',
    '👍?',
    '❓',
    '👆',
    'https://example.org/tak',
    'hej '.repeat(31),
  ])('"%s" is none', (text) => {
    expect(smallTalk(text)).toBeNull();
  });

  it('ends with a message of thirty words', () => {
    expect(smallTalk('hej '.repeat(30))).toBe('greeting');
  });

  // Another language may take the same words for more: a greeting here may say goodbye there.
  it.each(packTags)('is listed for %s, every kind of it, and told as what it is listed as', (tag) => {
    const said = packData(tag).smallTalk;
    const mistaken = smallTalkKinds.flatMap((kind) =>
      said[kind].filter((phrase) => place(smallTalk(phrase)) < place(kind)),
    );
    expect(mistaken).toEqual([]);
    expect(Math.min(...smallTalkKinds.map((kind) => said[kind].length))).toBeGreaterThan(15);
  });

  it('is no word that articles are about, but for a few that people say far more often', () => {
    const topics = packTags.flatMap((tag) => packData(tag).synonyms.flat());
    expect(Array.from(new Set(topics.filter((topic) => smallTalk(topic) !== null))).toSorted()).toEqual([
      'flot',
      'greit',
      'helpful',
      'krám',
      'lekker',
      'nice',
      'np',
      'ok',
      'okej',
      'quick test',
      'take a test',
      'take care',
      'test',
      'vale',
    ]);
  });

  it('never throws, and never takes a question word for chat', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('hvornår', 'hvorfor', 'when', 'wann'), (text, word) => {
        expect([...smallTalkKinds, null]).toContain(smallTalk(text));
        expect(smallTalk(`${text} ${word} xqz`)).toBeNull();
      }),
    );
  });
});
