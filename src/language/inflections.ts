/**
 * Endings that a language sets off from an abbreviation, each with its mark: `'en` (AB'en), `:n` (tv:n), `-en` (PC-en). An
 * apostrophe stands for any; `'*` for whatever follows one (Turkish).
 */
export interface InflectionData {
  readonly inflections: readonly string[];
  /** Abbreviations that people write in small letters and inflect without a mark: pcer, smsen. */
  readonly initialisms: readonly string[];
}

const apostrophes = "['’ʼ`´]";
const inWord = '\\p{L}\\p{N}';
/** Shorter ones without a mark are part of the abbreviation: PCs is read by the stemmer, ABE as it stands. */
const shortestBare = 2;

const markOf = (inflection: string): string =>
  inflection.startsWith("'") ? apostrophes : inflection.charAt(0);
const endingOf = (inflection: string): string => inflection.slice(1);
const longestFirst = (endings: readonly string[]): string =>
  endings.toSorted((a, b) => b.length - a.length).join('|');

/** Takes the endings off abbreviations, where the language has such: AB'en, DVD’ens and PCer become AB, DVD and PC. */
export function withoutInflections({ inflections }: InflectionData): (text: string) => string {
  if (inflections.length === 0) return (text) => text;
  const marked = inflections.map((inflection) => {
    return `${markOf(inflection)}${inflection.endsWith('*') ? '\\p{L}{1,6}' : endingOf(inflection)}`;
  });
  const bare = endingsOf(inflections).filter(({ length }) => length >= shortestBare);
  const afterMark = new RegExp(`(?<=[${inWord}+#])(?:${longestFirst(marked)})(?![${inWord}])`, 'giu');
  // Few texts have a mark, and looking for one takes a fifth of the time.
  const marks = new RegExp(inflections.map(markOf).join('|'), 'u');
  // Capitals tell the abbreviation from its ending.
  const afterCapitals =
    bare.length === 0
      ? null
      : new RegExp(`(?<![${inWord}])(\\p{Lu}{2,5})(?:${longestFirst(bare)})(?![${inWord}])`, 'gu');
  return (text) => {
    const unmarked = marks.test(text) ? text.replace(afterMark, '') : text;
    return afterCapitals === null ? unmarked : unmarked.replace(afterCapitals, '$1');
  };
}

const endingsOf = (inflections: readonly string[]): readonly string[] =>
  inflections.filter((inflection) => !inflection.endsWith('*')).map(endingOf);

/** Rows of forms as in `irregular`: pc, pcen, pcer … */
export const initialismRows = ({
  inflections,
  initialisms,
}: InflectionData): readonly (readonly string[])[] =>
  initialisms.map((short) => [short, ...endingsOf(inflections).map((ending) => `${short}${ending}`)]);
