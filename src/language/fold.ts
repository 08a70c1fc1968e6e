/** Brings spellings of the same word together: case, Unicode forms, accents, `ae` for `æ`. */
export type Fold = (text: string) => string;

/** A spelling and the one it is read as, both lower case. */
export type Folding = readonly [typed: string, readAs: string];

const marks = /\p{M}+/gu;
/** Letters that Unicode does not decompose. */
const plain = new Map([
  ['ß', 'ss'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['œ', 'oe'],
]);

/** Removes accents of Latin, Greek and Cyrillic letters; marks of other scripts carry meaning and stay. */
function unaccented(letter: string): string {
  const base = letter.normalize('NFD');
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(base)
    ? base.replace(marks, '')
    : letter;
}

/**
 * Folding of one language: lower case and NFC, then its own foldings (longest first), then accents off every letter that
 * the language does not have itself. The letters of a language are those its foldings lead to.
 */
export function foldingOf(foldings: readonly Folding[], ownLetters = ''): Fold {
  const own = new Set(
    [ownLetters, ...foldings.map(([, readAs]) => readAs)].flatMap((letters) => Array.from(letters)),
  );
  const replaced = new Map(foldings);
  const spellings = foldings.map(([typed]) => typed).toSorted((a, b) => b.length - a.length);
  const alternative = spellings.length === 0 ? null : new RegExp(spellings.join('|'), 'gu');
  const foldLetter = (letter: string): string =>
    own.has(letter) ? letter : (plain.get(letter) ?? unaccented(letter));
  return (text) => {
    const lower = text.normalize('NFKC').toLowerCase().normalize('NFC');
    const spelled =
      alternative === null ? lower : lower.replace(alternative, (typed) => replaced.get(typed) ?? typed);
    // ASCII needs no second look, and is most of every text.
    return spelled.replace(/[^\p{ASCII}]/gu, foldLetter);
  };
}

/** Reads `æ`, `ø`, `å` as the single letters that people without these keys type; for words the articles do not know. */
export function looseningOf(foldings: readonly Folding[]): Fold {
  const loose = new Map(
    foldings.filter(([typed]) => typed.length > 1).map(([typed, readAs]) => [readAs, typed.charAt(0)]),
  );
  return (folded) => Array.from(folded, (letter) => loose.get(letter) ?? letter).join('');
}
