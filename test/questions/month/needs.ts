import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const here = dirname(fileURLToPath(import.meta.url));

/** Something that people of one community need to know. */
export interface Need {
  /** Ids of the passages that answer it; none where the articles do not hold it. */
  readonly passages: readonly string[];
  /** What a moderator writes where they do not. */
  readonly answer: string;
  readonly asked: readonly string[];
}

/** 25 needs, ten of which are not in the articles. */
export const needs: readonly Need[] = z
  .array(
    z.object({
      passages: z.array(z.string()).default([]),
      answer: z.string().default(''),
      asked: z.array(z.string()),
    }),
  )
  .parse(parse(readFileSync(join(here, 'da.yml'), 'utf8')));

/** The articles that are asked. */
export const content = join(here, '../da-boligforening/content');

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const before = [
  '',
  '',
  'hej, ',
  'hej alle! ',
  'er der nogen der ved: ',
  'hurtigt spørgsmål: ',
  'undskyld, ',
  'øh ',
];
const after = ['', '', '', ' tak', ' pls', ' :)', ', nogen der ved det', ' på forhånd tak'];

/** A wording as somebody else would type it: greetings, other spelling, a slip of the finger in every fourth. */
export function reworded(text: string, random: () => number): string {
  const of = (some: readonly string[]): string => some[Math.floor(random() * some.length)] ?? '';
  const typed = random() < 0.25 ? slipped(text, random) : text;
  const spelt =
    random() < 0.15 ? typed.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa') : typed;
  const cased = random() < 0.5 ? spelt.toLowerCase() : spelt;
  return `${of(before)}${random() < 0.3 ? cased.replace(/\?$/u, '') : cased}${of(after)}`;
}

/** One of the longer words with two letters swapped, or one left out. */
function slipped(text: string, random: () => number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, place) => (word.length > 5 ? [place] : []));
  const place = long[Math.floor(random() * long.length)];
  const word = place === undefined ? undefined : words[place];
  if (place === undefined || word === undefined) return text;
  const at = 1 + Math.floor(random() * (word.length - 3));
  words[place] =
    random() < 0.5
      ? `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
      : `${word.slice(0, at)}${word.slice(at + 1)}`;
  return words.join(' ');
}
