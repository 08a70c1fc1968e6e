import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { addCosines } from '../../src/matcher/grams.ts';
import { row } from '../../src/matcher/rows.ts';
import { forget, retrieve, wordsIn, type Candidate, type Sought } from '../../src/matcher/retrieve.ts';
import type { PassageIndex } from '../../src/matcher/index-builder.ts';
import { workspaceOf } from '../../src/matcher/workspace.ts';
import type { Substitute } from '../../src/matcher/groups.ts';
import { stageOne } from '../../src/matcher/weights.ts';
import { asked, indexOf, type Row } from './passages.ts';

const topics = [
  'træning',
  'kontingent',
  'bold',
  'hal',
  'turnering',
  'ketsjer',
  'formand',
  'parkering',
  'kaffe',
];
const rows = Array.from({ length: 40 }, (_, number): Row => {
  const word = (step: number): string => topics[(number * step + step) % topics.length] ?? '';
  return [`${word(1)} ${String(number)}`, `Om ${word(2)} og ${word(5)}. Husk ${word(7)} ${word(2)}.`];
});
const index = indexOf(rows);

/** What a term gives to a passage, 0..1, looked up one by one. */
function saturation({ term }: Substitute, passage: number): number {
  const { offsets, passages, impacts, idf } = index.postings;
  for (let place = offsets[term] ?? 0; place < (offsets[term + 1] ?? 0); place++) {
    if (passages[place] === passage)
      return (impacts[place] ?? 0) / ((idf[term] ?? 1) * (stageOne.k1.value + 1));
  }
  return 0;
}

function found(over: PassageIndex, sought: Sought, limit: number): readonly Candidate[] {
  const workspace = workspaceOf(over);
  const candidates = retrieve(over, sought, workspace, limit);
  forget(workspace);
  return candidates;
}

/** Every passage scored by itself, the whole lot sorted. */
function everything(text: string): readonly (readonly [passage: number, words: number, rough: number])[] {
  const { groups, vector } = asked(index, text);
  const cosines = new Float64Array(index.lineTerms.offsets.length - 1);
  if (vector !== null) addCosines(index.grams, vector, cosines, new Uint32Array(cosines.length));
  return Array.from({ length: index.size }, (_, passage) => {
    const words = groups.reduce((sum, { substitutes, parts, share }) => {
      const single = Math.max(0, ...substitutes.map((one) => one.weight * saturation(one, passage)));
      const together = parts.reduce((total, one) => total + one.weight * saturation(one, passage), 0);
      return sum + share * Math.max(single, together);
    }, 0);
    const likeness = Math.max(...Array.from(row(index.lines, passage), (line) => cosines[line] ?? 0));
    return [passage, words, words + stageOne.likeness.value * likeness] as const;
  })
    .filter(([, , rough]) => rough > 0)
    .toSorted((a, b) => b[2] - a[2] || a[0] - b[0]);
}

describe('stage one', () => {
  it('finds what looking at every passage finds, in the same order', () => {
    const words = fc.array(fc.constantFrom(...topics, '7', 'zebra', 'halturnering'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 50 }), (chosen, limit) => {
        const text = chosen.join(' ');
        const sought = asked(index, text);
        const best = found(index, sought, limit);
        const all = everything(text).slice(0, limit);
        expect(best.map(({ passage }) => passage)).toEqual(all.map(([passage]) => passage));
        best.forEach(({ passage, words: score }, place) => {
          expect(score).toBeCloseTo(all[place]?.[1] ?? NaN, 9);
          expect(wordsIn(index, sought.groups, passage)).toBeCloseTo(score, 12);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('finds nothing for nothing', () => {
    expect(found(index, { groups: [], vector: null }, 5)).toEqual([]);
    expect(found(index, { groups: asked(index, 'zebra').groups, vector: null }, 5)).toEqual([]);
  });

  it('keeps the order of the articles where passages are alike', () => {
    const twins = indexOf([
      ['Bold', 'Her.'],
      ['Andet', 'Der.'],
      ['Bold', 'Her.'],
      ['Bold', 'Her.'],
    ]);
    expect(found(twins, asked(twins, 'bold'), 2).map(({ passage }) => passage)).toEqual([0, 2]);
  });
});
