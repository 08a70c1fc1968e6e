import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { alignmentDistance, spellingIndex } from '../../src/matcher/typo.ts';
import { growingVocabulary } from '../../src/matcher/vocabulary.ts';
import { readings } from '../../src/matcher/weights.ts';

const words = [
  'adgangskode',
  'medlemskab',
  'kontingent',
  'træning',
  'badminton',
  'badmintonhal',
  'hal',
  'bold',
];
const vocabulary = growingVocabulary();
for (const word of words) vocabulary.intern({ raw: word, folded: word, term: word, role: 'content' });
vocabulary.intern({ raw: 'hvordan', folded: 'hvordan', term: 'hvordan', role: 'function' });
const loosen = (folded: string): string => folded.replaceAll('æ', 'a');
const index = spellingIndex(vocabulary, loosen);
const corrected = (word: string): readonly (readonly [string, number, string])[] =>
  index.corrections(word).map(({ spelling, weight, reading }) => [spelling, weight, reading]);

const { loose, oneOff, twoOff, prefix, beginning } = readings;

describe('a misspelt word', () => {
  it.each([
    ['adgangskdoe', 'adgangskode', oneOff.value, 'spelling'],
    ['adgangkode', 'adgangskode', oneOff.value, 'spelling'],
    ['adgangskodee', 'adgangskode', oneOff.value, 'spelling'],
    ['adgamgslode', 'adgangskode', twoOff.value, 'spelling'],
    ['traning', 'træning', loose.value, 'spelling'],
    ['kontingenter', 'kontingent', prefix.value, 'prefix'],
  ])('%s is read as %s', (typed, spelling, weight, reading) => {
    expect(corrected(typed)[0]).toEqual([spelling, weight, reading]);
  });

  it('begins a compound, for less than another form', () => {
    expect(corrected('badmin')).toEqual([
      ['badminton', prefix.value, 'prefix'],
      ['badmintonhal', beginning.value, 'prefix'],
    ]);
  });

  it.each(['bolt', 'hul', 'xdgangskode', 'adgamxslode', 'trening', 'hvordam', 'qwerty', ''])(
    '"%s" is not read as another that is short, begins otherwise, is too far off or says nothing',
    (typed) => {
      const allowed = typed === 'trening' ? ['træning'] : [];
      expect(corrected(typed).map(([spelling]) => spelling)).toEqual(allowed);
    },
  );
});

/** Optimal string alignment by its recursive definition. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
  const same = one.at(-1) === other.at(-1);
  const swapped =
    one.length > 1 && b !== '' && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
      ? distance(one.slice(0, -2), other.slice(0, -2)) + 1
      : Infinity;
  return Math.min(distance(a, other) + 1, distance(one, b) + 1, distance(a, b) + (same ? 0 : 1), swapped);
}

describe('the distance of two spellings', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  it('is that of its definition, up to the limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (one, other, limit) => {
        const found = alignmentDistance(one, other, limit);
        const exact = distance(one, other);
        expect(exact <= limit ? found : found > limit).toBe(exact <= limit ? exact : true);
      }),
      { numRuns: 300 },
    );
  });
});
