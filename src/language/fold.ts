/** Brings spellings of the same word together: case, Unicode forms, accents, `ae` for `æ`. */
export type Fold = (text: string) => string;

/** A spelling and the one it is read as, both lower case. */
export type Folding = readonly [typed: string, readAs: string];

/** An ending, or a short second part: at most five letters to the end of the word. */
const endingOfWord = '(?=\\p{L}{1,5}(?!\\p{L}))';
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

/** What a language's folding is made of. */
export interface FoldingData {
  readonly foldings: readonly Folding[];
  /** Letters with marks that are letters of their own. */
  readonly letters: string;
  /** Words that end in a vowel: an ending that follows is not part of a two-letter spelling (konto + en). */
  readonly hiatus: readonly string[];
  /** Vowels after which a two-letter spelling is not one (neu + e, not ne + ü). */
  readonly apart: string;
}

/**
 * Folding of one language: lower case and NFC, then its own foldings (longest first), then accents off every letter that
 * the language does not have itself. The letters of a language are those its foldings lead to.
 */
export function foldingOf({ foldings, letters: ownLetters, hiatus, apart }: FoldingData): Fold {
  const own = new Set(
    [ownLetters, ...foldings.map(([, readAs]) => readAs)].flatMap((letters) => Array.from(letters)),
  );
  const replaced = new Map(foldings);
  const spellings = foldings.map(([typed]) => typed).toSorted((a, b) => b.length - a.length);
  const notAfter = apart === '' ? '' : `(?<![${apart}])`;
  const alternative =
    spellings.length === 0 ? null : new RegExp(`${notAfter}(?:${spellings.join('|')})`, 'gu');
  const seam = hiatus.length === 0 ? null : new RegExp(`(?<=${hiatus.join('|')})${endingOfWord}`, 'gu');
  const spelled = (lower: string): string => {
    if (alternative === null) return lower;
    const replace = (part: string): string =>
      part.replace(alternative, (typed) => replaced.get(typed) ?? typed);
    return seam === null ? replace(lower) : lower.split(seam).map(replace).join('');
  };
  const foldLetter = (letter: string): string =>
    own.has(letter) ? letter : (plain.get(letter) ?? unaccented(letter));
  return (text) => {
    const lower = text.normalize('NFKC').toLowerCase().normalize('NFC');
    // ASCII needs no second look, and is most of every text.
    return spelled(lower).replace(/[^\p{ASCII}]/gu, foldLetter);
  };
}

/** Reads `æ`, `ø`, `å` as the single letters that people without these keys type; for words the articles do not know. */
export function looseningOf(foldings: readonly Folding[]): Fold {
  const loose = new Map(
    foldings.filter(([typed]) => typed.length > 1).map(([typed, readAs]) => [readAs, typed.charAt(0)]),
  );
  return (folded) => Array.from(folded, (letter) => loose.get(letter) ?? letter).join('');
}
