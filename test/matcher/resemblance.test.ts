import { describe, expect, it } from 'vitest';
import { alikeFrom, resemblances } from '../../src/matcher/resemblance.ts';
import { indexOf } from './passages.ts';

const index = indexOf([
  ['Generalforsamling', 'Medlemmer stemmer om vedtægter, budget og bestyrelse hvert forår i klubhuset.'],
  [
    'Hvornår stemmer vi?',
    'Medlemmer stemmer om vedtægter, budget og bestyrelse hvert forår i klubhuset. Husk kaffe.',
  ],
  ['Fest', 'Musik, dans, mad og øl hver fredag.'],
  ['Kort', 'Vedtægter, budget.'],
  ['Halvt', 'Medlemmer stemmer om vedtægter, men danser med musik til sent ud på natten.'],
]);
const alike = resemblances(index);

describe('the resemblance of two passages', () => {
  it('is high where one repeats the other, whichever comes first', () => {
    expect(alike(0, 1)).toBeGreaterThan(alikeFrom);
    expect(alike(1, 0)).toBe(alike(0, 1));
  });
  it('is all of a passage with itself', () => {
    expect(alike(0, 0)).toBe(1);
  });
  it('is nothing where no word is shared', () => {
    expect(alike(0, 2)).toBe(0);
  });
  it('is in between where some are', () => {
    expect(alike(0, 4)).toBeGreaterThan(0);
    expect(alike(0, 4)).toBeLessThan(alikeFrom);
  });
  it('is not told from so few words', () => {
    expect(alike(0, 3)).toBe(0);
  });
});
