import { beforeAll, describe, expect, it } from 'vitest';
import { gramsOf, gramVector } from '../../src/matcher/grams.ts';
import { lineModel, probabilities, type LineModel } from '../../src/matcher/line-model.ts';
import { rowsBuilder, type Rows } from '../../src/matcher/rows.ts';

const gramsOfText = (text: string): readonly string[] =>
  gramsOf(text.split(' ').map((one) => ({ raw: one, folded: one, term: one, role: 'content' })));

/** Entries as customers ask for them, three phrasings or more each. */
const golden: readonly (readonly string[])[] = [
  ['track my order', 'where is my order', 'when will my package arrive', 'delivery status of the package'],
  ['return the mattress', 'send the mattress back', 'how do refunds work', 'money back for a return'],
  ['size of the mattress', 'which dimensions are there', 'custom size in inches', 'what thickness has it'],
  ['pay in instalments', 'is there a monthly plan', 'emi on my card'],
  ['only one line'],
];

function linesOf(entries: readonly (readonly string[])[]): Rows {
  const builder = rowsBuilder();
  let line = 0;
  for (const entry of entries) {
    for (const text of entry) {
      builder.push(line++);
      expect(text).not.toBe('');
    }
    builder.endRow();
  }
  return builder.finish();
}
const modelOf = (entries: readonly (readonly string[])[]): LineModel | null =>
  lineModel(linesOf(entries), entries.flat().map(gramsOfText));

describe('the model of phrasings', () => {
  let model: LineModel | null;
  beforeAll(() => {
    model = modelOf(golden);
  });
  const chances = (text: string): ReadonlyMap<number, number> =>
    model === null ? new Map() : probabilities(model, gramVector(model.grams, gramsOfText(text)));

  it.each([
    ['where is the package', 0],
    ['my order status', 0],
    ['i want my money back', 1],
    ['send it back please', 1],
    ['dimensions in inches', 2],
    ['custom thickness', 2],
    ['monthly instalments on a card', 3],
  ])('takes "%s" for entry %i', (text, entry) => {
    const [best] = Array.from(chances(text)).toSorted((a, b) => b[1] - a[1]);
    expect(best?.[0]).toBe(entry);
    expect(best?.[1]).toBeGreaterThan(0.5);
  });
  it('knows the entries with three phrasings or more, and is as sure of all together as of one', () => {
    const found = chances('anything');
    expect(Array.from(found.keys())).toEqual([0, 1, 2, 3]);
    expect(Array.from(found.values()).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
  });
  it('is the same on every build', () => {
    expect(modelOf(golden)?.weights).toEqual(model?.weights);
  });
  it.each([
    ['one entry alone', golden.slice(0, 1)],
    ['entries of two phrasings', golden.map((entry) => entry.slice(0, 2))],
    ['nothing', []],
  ])('is not made of %s', (_, entries) => {
    expect(modelOf(entries)).toBeNull();
  });
});
