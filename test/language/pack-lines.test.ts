import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packData, packTags } from '../../src/language/packs.ts';

const linesOf = (tag: string): string[] =>
  readFileSync(new URL(`../../src/language/packs/${tag}.yml`, import.meta.url), 'utf8').split('\n');

const doubled = (entries: readonly string[]): string[] =>
  entries.filter((entry, place) => entries.indexOf(entry) < place);

const rows = (lists: readonly (readonly string[])[]): string[] => lists.map((row) => row.join(', '));

describe.each(packTags)('the pack %s', (tag) => {
  const data = packData(tag);

  it('has no line that is too long to read', () => {
    expect(linesOf(tag).filter(({ length }) => length > 200)).toEqual([]);
  });

  it('says nothing twice', () => {
    expect(doubled(rows(data.synonyms))).toEqual([]);
    expect(doubled(rows(data.irregular))).toEqual([]);
    expect(doubled(data.fillers)).toEqual([]);
    expect(doubled(data.faults)).toEqual([]);
    expect(Object.values(data.questions).flatMap(doubled)).toEqual([]);
    expect(Object.values(data.asks).flatMap(doubled)).toEqual([]);
  });

  it('takes no word for one that says nothing and one that says something', () => {
    const stop = new Set(data.stopWords);
    expect([...data.weakWords, ...data.cueWords].filter((word) => stop.has(word))).toEqual([]);
  });
});
