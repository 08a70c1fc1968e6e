import { createRequire } from 'node:module';

/** Cuts a folded word down to what its forms share. */
export type Stem = (word: string) => string;

const require = createRequire(import.meta.url);

/** Stemmers of `@orama/stemmers` (Snowball, Porter 2001), by the names that packs use. */
export const stemmerNames = [
  'arabic',
  'armenian',
  'bulgarian',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'greek',
  'hungarian',
  'indian',
  'indonesian',
  'irish',
  'italian',
  'lithuanian',
  'nepali',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'sanskrit',
  'serbian',
  'spanish',
  'swedish',
  'tamil',
  'turkish',
  'ukrainian',
] as const;
export type StemmerName = (typeof stemmerNames)[number];

/** The stemmer of that name. Loaded when first asked for: a deployment needs two or three of them. */
export function stemmer(name: StemmerName): Stem {
  const loaded: unknown = require(`@orama/stemmers/${name}`);
  if (typeof loaded === 'object' && loaded !== null && 'stemmer' in loaded) {
    const { stemmer: stem } = loaded;
    if (typeof stem === 'function') return (word) => String(stem(word));
  }
  throw new Error(`@orama/stemmers has no stemmer called ${name}`);
}
