import { describe, expect, it } from 'vitest';
import fc from '../any-input.ts';
import { articleShares } from '../../src/matcher/article-shares.ts';
import { BestLines } from '../../src/matcher/best-lines.ts';
import { fieldsMet } from '../../src/matcher/close-look.ts';
import { featuresOf, metFields, metPlainly } from '../../src/matcher/features.ts';
import { addCosines } from '../../src/matcher/grams.ts';
import { aggregated } from '../../src/matcher/line-match.ts';
import { rank } from '../../src/matcher/rank.ts';
import { wordsIn } from '../../src/matcher/retrieve.ts';
import { asked, indexOf, type Row } from './passages.ts';

const words =
  'træning kontingent medlemskab medlem hal hal2 bold boldhal badminton badmintonhal turnering ketsjer pris koster gratis hvad hvordan hvornår hvor hvem kan ikke melde ud ind til fra lyd slå virker parkering kode adgangskode glemt skift 2 7 PS5 C++'.split(
    ' ',
  );
const word = fc.constantFrom(...words);
const line = fc.array(word, { maxLength: 7 }).map((chosen) => chosen.join(' '));
const body = fc
  .array(fc.tuple(line, fc.constantFrom('.', '?', '\n', ' ')), { maxLength: 8 })
  .map((pieces) => pieces.flat().join(''));
const passage = fc
  .tuple(line, body, fc.array(line, { maxLength: 5 }))
  .map(([heading, text, phrasings]): Row => [heading, text, ...phrasings]);
const article = fc.record({
  title: line,
  keywords: line,
  parents: line,
  rows: fc.array(passage, { minLength: 1, maxLength: 4 }),
});
const typed = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: word }, fc.constantFrom('trænning', 'zebra', 'medlemsakb', 'lyden')),
    {
      maxLength: 9,
    },
  )
  .map((chosen) => chosen.join(' '));

describe('the close look', () => {
  it('says what looking plainly says, of every passage', () => {
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 4 }),
        fc.array(typed, { minLength: 1 }),
        (articles, texts) => {
          const index = indexOf(...articles);
          for (const text of texts) {
            const question = asked(index, text);
            const cosines = new Float64Array(index.lineTerms.offsets.length - 1);
            if (question.vector !== null)
              addCosines(index.grams, question.vector, cosines, new Uint32Array(cosines.length));
            const surroundings = { cosines, articles: articleShares(index, question.groups) };
            for (const { passage: number, features } of rank(index, question, everything).ranking) {
              const candidate = { passage: number, words: wordsIn(index, question.groups, number) };
              const plain = featuresOf(index, question, candidate, surroundings);
              expect(furthest({ ...features }, { ...plain })).toBeLessThan(1e-9);
              const met = fieldsMet(index, question, number);
              const expected = metPlainly(index, question, number);
              for (const field of metFields)
                expect(Array.from(met[field])).toEqual(Array.from(expected[field]));
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('weighs the best lines as they are weighed all at once', () => {
    const lines = new BestLines();
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }), (values) => {
        lines.clear();
        for (const value of values) lines.add(value);
        expect(lines.value).toBeCloseTo(aggregated(values), 12);
      }),
    );
  });

  it('leaves nothing behind for the next question', () => {
    const index = indexOf([
      ['Hvad koster et medlemskab?', 'Det koster 200 kr.'],
      ['Træning', 'Hver tirsdag i hallen.'],
    ]);
    const first = rank(index, asked(index, 'medlemskab'), everything).ranking;
    rank(index, asked(index, 'træning i hallen'), everything);
    const again = rank(index, asked(index, 'medlemskab'), everything).ranking;
    expect(again.map(({ score, features }) => [score, features])).toEqual(
      first.map(({ score, features }) => [score, features]),
    );
  });
});

/** How far two looks at a passage are apart, in the feature that they differ most in. */
function furthest(one: Record<string, number>, other: Record<string, number>): number {
  expect(Object.keys(one).toSorted()).toEqual(Object.keys(other).toSorted());
  return Math.max(...Object.keys(one).map((name) => Math.abs((one[name] ?? NaN) - (other[name] ?? NaN))));
}

const everything = { without: new Set<never>(), candidates: 100 };
