import { describe, expect, it } from 'vitest';
import { questionVector } from '../../src/matcher/gram-reader.ts';
import { addCosines, gramIndex, gramsOf, gramVector } from '../../src/matcher/grams.ts';
import type { Role, Word } from '../../src/matcher/input.ts';

const word = (folded: string, role: Role = 'content', term = folded): Word => ({
  raw: folded,
  folded,
  term,
  role,
});
const line = (text: string): readonly string[] => gramsOf(text.split(' ').map((one) => word(one)));

describe('the features of a line', () => {
  it('are its words, pairs and letters', () => {
    expect(gramsOf([word('at', 'function'), word('ror', 'content', 'ro')])).toEqual([
      'fat',
      'h_at',
      'hat_',
      'h_at_',
      'wro',
      'pat ro',
      'g_ro',
      'gror',
      'gor_',
      'g_ror',
      'gror_',
      'g_ror_',
    ]);
  });
  it('are each met once', () => {
    expect(gramsOf([word('ro'), word('ro'), word('ro')])).toEqual(['wro', 'g_ro', 'gro_', 'g_ro_', 'pro ro']);
  });
  it('have no letters of what is no word of letters', () => {
    expect(gramsOf([word('ps5')])).toEqual(['wps5']);
  });
});

describe('the likeness of a question to lines', () => {
  const lines = ['glemt adgangskode', 'pris medlemskab', 'adgangskode'].map(line);
  const index = gramIndex(lines);
  const cosines = (text: string): readonly [values: readonly number[], touched: number] => {
    const values = new Float64Array(lines.length);
    const touched = addCosines(index, gramVector(index, line(text)), values, new Uint32Array(lines.length));
    return [Array.from(values), touched];
  };
  const likeness = (text: string): readonly number[] => cosines(text)[0];

  it.each(['glemt adgangskode', 'pris medlemskab', 'adgangskode'])('is 1 for "%s" itself', (text) => {
    expect(likeness(text)[lines.findIndex((one) => one.join() === line(text).join())]).toBeCloseTo(1, 5);
  });
  it('is 0 for what shares nothing, and touches nothing', () => {
    expect(cosines('zzz')).toEqual([[0, 0, 0], 0]);
  });
  it('is more for a misspelling than for another word', () => {
    const [, price = 0, password = 0] = likeness('adgangkode');
    expect(password).toBeGreaterThan(0.1);
    expect(price).toBe(0);
  });
  it('is less where half the question is unknown', () => {
    const [, , whole = 0] = likeness('adgangskode');
    const [, , half = 0] = likeness('adgangskode zebra');
    expect(half).toBeLessThan(whole * 0.8);
    expect(half).toBeGreaterThan(0);
  });
  it('is the product of the two vectors over their lengths', () => {
    const asked = gramVector(index, line('glemt'));
    const length = Math.hypot(
      ...(lines[0]?.map((gram) => index.weights[index.ids.get(gram) ?? -1] ?? 0) ?? []),
    );
    const product = asked.features.reduce(
      (sum, feature, place) => sum + (asked.values[place] ?? 0) * (index.weights[feature] ?? 0),
      0,
    );
    expect(likeness('glemt')[0]).toBeCloseTo(product / length, 5);
  });

  it('is of the same vector whether or not its words were met before', () => {
    const texts = [
      'glemt adgangskode',
      'adgangskode adgangskode',
      'zebra glemt zebra',
      'pris at adgangkode',
      '',
    ];
    for (const text of [...texts, ...texts]) {
      const words = text.split(' ').map((one) => word(one, one === 'at' ? 'function' : 'content'));
      const plain = gramVector(index, gramsOf(words));
      const fast = questionVector(index, words);
      const valueOf = (vector: typeof plain): ReadonlyMap<number, number> =>
        new Map(Array.from(vector.features, (feature, place) => [feature, vector.values[place] ?? NaN]));
      expect(valueOf(fast).size).toBe(plain.features.length);
      for (const [feature, value] of valueOf(plain))
        expect(valueOf(fast).get(feature)).toBeCloseTo(value, 12);
    }
  });
});
