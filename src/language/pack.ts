import { z } from 'zod';
import type { QuestionKind, Wanted } from '../matcher/input.ts';
import { stemmerNames } from './stem.ts';

/** White-space separated words, or one entry a line. */
const words = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/u).filter((word) => word !== ''));
/** Phrases with commas between, over as many lines as they take. */
const phrases = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(/[,\n]/u)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  );
const lines = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );

const commaSeparated = (line: string): string[] =>
  line
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** `ae=æ`: what is typed and what it is read as. */
const pairsOf = (pairs: readonly string[]): (readonly [string, string])[] =>
  pairs.map((pair) => {
    const [typed = '', readAs = ''] = pair.split('=');
    return [typed, readAs];
  });

/** `price: pris, omkostning`: a word of another language and ours for it. */
function translation(line: string): readonly [string, readonly string[]] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), commaSeparated(line.slice(colon + 1))];
}

/** Every kind of question that a pack may list phrases for. */
export const questionKinds = [
  'definition',
  'how',
  'why',
  'when',
  'who',
  'where',
  'how-much',
  'which',
  'whether',
  'summary',
] as const satisfies readonly QuestionKind[];

/** What an answer may have to name. */
export const wantedNames = [
  'price',
  'duration',
  'time',
  'place',
  'person',
  'amount',
  'permission',
] as const satisfies readonly Wanted[];

/** `on, turn on | off`: what stands on either side. */
function opposites(line: string): readonly [readonly string[], readonly string[]] {
  const [one = '', other = ''] = line.split('|');
  return [commaSeparated(one), commaSeparated(other)];
}

/** A language's data as its author writes it: `packs/<tag>.yml`. Every list may be left out. */
export const packSchema = z.strictObject({
  name: z.string(),
  stemmer: z.enum(stemmerNames).optional(),
  /** An apostrophe stands between two words (l'eau), not within one (don't). */
  elision: z.boolean().default(false),
  /** Letters with marks that are letters of their own and keep them. */
  letters: z.string().default(''),
  foldings: words.transform(pairsOf),
  /** Words that end in a vowel: what follows is an ending, not half of a two-letter spelling (konto + en). */
  hiatus: words,
  /** Vowels after which a two-letter spelling is not one (neu + e). */
  apart: z.string().default(''),
  /** Letters that may stand between the parts of a compound (adgang-s-kode). */
  linking: words,
  /** Endings that derive one word from another, cut off stems to find relatives (måling, måle). */
  derivations: words,
  stopWords: words,
  weakWords: words,
  /** Words of at most so many letters are weak: a stand-in for lists that nobody has written. */
  weakLength: z.number().int().default(0),
  cueWords: words,
  /** Words that belong to a verb and may stand apart from it: ud, fra. */
  particles: words,
  fillers: lines,
  questions: z.partialRecord(z.enum(questionKinds), lines).default({}),
  /** What an answer has to name, and the words and phrases, in any form, that ask for it or head it. */
  asks: z.partialRecord(z.enum(wantedNames), phrases).default({}),
  /** Words, or their beginnings, that name a price without an amount. */
  free: words,
  /** What people say of things that do not work; a negation may stand apart: "virker det ikke". */
  faults: phrases,
  /** Words in any form that turn a question around. */
  opposites: lines.transform((rows) => rows.map(opposites)),
  /** What people say without asking anything, and the words that may stand beside it. */
  smallTalk: z
    .strictObject({
      greeting: phrases,
      thanks: phrases,
      goodbye: phrases,
      'about-bot': phrases,
      beside: words,
    })
    .prefault({}),
  negations: words,
  abbreviations: words,
  /** Endings that are set off from abbreviations, with their mark ('en, :n, -en). */
  inflections: words,
  /** Abbreviations that are inflected without a mark in small letters (pcer, smsen). */
  initialisms: words,
  /** Words as people type them in chats, and what they mean (ik=ikke). */
  spellings: words.transform(pairsOf),
  faqHeadings: lines,
  irregular: lines.transform((rows) => rows.map((row) => row.split(/\s+/u))),
  synonyms: lines.transform((rows) => rows.map(commaSeparated)),
  translations: z
    .record(
      z.string(),
      lines.transform((rows) => rows.map(translation)),
    )
    .default({}),
});

/** A language's data, read and validated. */
export type PackData = z.output<typeof packSchema>;

/** What a language without a pack is analysed with: no stop words, no stems; short words say little. */
export const neutralPack: PackData = packSchema.parse({ name: 'und', weakLength: 4 });
