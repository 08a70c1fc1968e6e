import { describe, expect, it } from 'vitest';
import type { Information } from '../../src/matcher/information.ts';
import { rank } from '../../src/matcher/rank.ts';
import { asked, indexOf } from './passages.ts';

const index = indexOf([
  ['Ketsjere', 'Vi ses bagefter.'],
  ['Levering', 'Varerne bringes ud.'],
  ['Priser', 'Levering koster 49 kr.'],
]);
const informationOf = (question: string, passage: number): Information => {
  const { ranking } = rank(index, asked(index, question), { without: new Set(), candidates: 9 });
  const found = ranking.find((one) => one.passage === passage);
  if (found === undefined) throw new Error(`passage ${String(passage)} is not ranked`);
  return found.features;
};

describe('what the words that were met tell', () => {
  it('is more for those that few people say', () => {
    const rare = informationOf('ketsjer', 0);
    const common = informationOf('bagefter', 0);
    expect(rare.spokenMass).toBeGreaterThan(common.spokenMass);
  });
  it('leaves the rarest word unmet where it stands nowhere', () => {
    expect(informationOf('yonex bagefter', 0).rarestUnmet).toBe(1);
    expect(informationOf('yonex tirsdag ketsjer', 0).rarestUnmet).toBe(1);
    expect(informationOf('ketsjer', 0).rarestUnmet).toBe(0);
  });
});

describe('a price that is asked for', () => {
  it('is lacking where the passage names none', () => {
    expect(informationOf('hvad koster levering', 1).lacking).toBe(1);
    expect(informationOf('hvad koster levering', 2).lacking).toBe(0);
    expect(informationOf('hvordan foregår levering', 1).lacking).toBe(0);
  });
});
