import { describe, expect, it } from 'vitest';
import { articleShares } from '../../src/matcher/article-shares.ts';
import type { Features } from '../../src/matcher/features.ts';
import { rank } from '../../src/matcher/rank.ts';
import { asked, indexOf } from './passages.ts';

const shop = indexOf([
  ['Hvor lang tid tager levering?', 'Levering tager to dage.'],
  ['Hvad koster levering?', 'Levering koster 49 kr.'],
  ['Hvordan slår jeg lyden til?', 'Tryk på knappen.'],
  ['Hvordan slår jeg lyden fra?', 'Hold knappen nede.'],
  ['Hal 2', 'Hal 2 ligger ved skolen.'],
  ['Omklædning', 'Omklædning er ved siden af hallen.'],
]);

function featuresFor(question: string, passage: number): Features {
  const { ranking } = rank(shop, asked(shop, question), { without: new Set(), candidates: 20 });
  const found = ranking.find((one) => one.passage === passage);
  if (found === undefined) throw new Error(`passage ${String(passage)} is not ranked`);
  return found.features;
}

describe('what a question demands', () => {
  it.each([
    ['hvad koster levering', 0, { otherWanted: 1, sameWanted: 0 }],
    ['hvad koster levering', 1, { otherWanted: 0, sameWanted: 1 }],
    ['hvor lang tid tager levering', 0, { otherWanted: 0, sameWanted: 1 }],
    ['hvor lang tid tager levering', 1, { otherWanted: 1, sameWanted: 0 }],
    ['levering', 0, { otherWanted: 0, sameWanted: 0 }],
    ['hvad koster omklædning', 5, { otherWanted: 0, sameWanted: 0 }],
  ])('wants the same thing named or another: "%s", passage %i', (question, passage, told) => {
    expect(featuresFor(question, passage)).toMatchObject(told);
  });

  it.each([
    ['slå lyden til', 2, 0],
    ['slå lyden til', 3, 1],
    ['slå lyden fra', 2, 1],
    ['slå lyden fra', 3, 0],
    ['hvad med lyden', 2, 0],
  ])('speaks of one side of opposites: "%s", passage %i', (question, passage, opposite) => {
    expect(featuresFor(question, passage).opposite).toBe(opposite);
  });

  it.each([
    ['hvor ligger hal 7', 4, 1],
    ['hvor ligger hal 2', 4, 0],
    ['hvor er omklædning i hal 7', 5, 0],
  ])('names one thing and not another: "%s", passage %i', (question, passage, otherName) => {
    expect(featuresFor(question, passage).otherName).toBe(otherName);
  });
});

describe('what the whole article holds', () => {
  const clubs = indexOf(
    [
      ['Priser', 'Det koster 200 kr. om året.'],
      ['Om os', 'Vi spiller badminton i hallen.'],
    ],
    [
      ['Priser', 'Det koster 200 kr. om året.'],
      ['Om os', 'Vi svømmer i bassinet.'],
    ],
  );
  const question = asked(clubs, 'priser for badminton');

  it('is the share of the question that is met anywhere in it', () => {
    const [first, second] = articleShares(clubs, question.groups);
    expect(first).toBeCloseTo(1, 6);
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThan(0.6);
  });

  it('puts the passage of the article that is named first', () => {
    const { ranking } = rank(clubs, question, { without: new Set(), candidates: 20 });
    const [first, second] = ranking.filter(({ passage }) => passage === 0 || passage === 2);
    expect(first?.passage).toBe(0);
    expect(first?.parts.article).toBeGreaterThan(second?.parts.article ?? 1);
    expect(first?.score).toBeGreaterThan(second?.score ?? 9);
    const without = rank(clubs, question, { without: new Set(['article']), candidates: 20 });
    expect(without.ranking.map(({ parts }) => parts.article)).toEqual(without.ranking.map(() => 0));
  });
});
