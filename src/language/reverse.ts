import type { PackData } from './pack.ts';
import { packData } from './packs.ts';

/** The data of a language with what other packs translate from it, read backwards; rows of its own stay as they are. */
export function translatedFrom(tag: string, others: readonly string[]): PackData {
  const data = packData(tag);
  const reversed = others.flatMap((other) => {
    const rows = packData(other).translations[tag];
    return rows === undefined || other in data.translations ? [] : [[other, backwards(rows)] as const];
  });
  return reversed.length === 0
    ? data
    : { ...data, translations: { ...data.translations, ...Object.fromEntries(reversed) } };
}

type Row = readonly [theirs: string, ours: readonly string[]];

/** `price: pris, kosten` as `pris: price` and `kosten: price`, each with everything that it translates. */
function backwards(rows: readonly Row[]): (readonly [string, readonly string[]])[] {
  const byOurs = new Map<string, string[]>();
  for (const [theirs, ours] of rows) {
    for (const phrase of ours) byOurs.set(phrase, [...(byOurs.get(phrase) ?? []), theirs]);
  }
  return Array.from(byOurs);
}
