import { namesIn, readName, writtenName } from './names.ts';

/** A run of letters, marks and digits: what counts as a word in scripts that put blanks between words. */
const runs = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts written without blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const apostrophes = /['’ʼ`´]/gu;

/**
 * The words of one token. wink-nlp leaves hyphenated words, marked-up words and letters it does not know in odd pieces;
 * cutting each token again at what is no letter or digit mends that. Names that hold signs stay whole. Scripts without
 * blanks become pairs of characters.
 */
export function wordsOf(token: string): readonly string[] {
  const { names, between } = namesIn(token);
  return between.flatMap((text, place) => {
    const name = names[place];
    return name === undefined ? plainWords(text) : [...plainWords(text), ...readName(name)];
  });
}

function plainWords(text: string): readonly string[] {
  const found = text.replace(apostrophes, '').match(runs) ?? [];
  return found.some((run) => unspaced.test(run)) ? found.flatMap(pieces) : found.map(writtenName);
}

function pieces(run: string): readonly string[] {
  if (!unspaced.test(run)) return [run];
  const letters = Array.from(run);
  return letters.length === 1
    ? letters
    : letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
