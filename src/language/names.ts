import { readNumber } from './numbers.ts';

/**
 * Names that hold signs or digits (C++, .NET, K-8, PS5, e-mail, wi-fi, 7.b, Q&A) and numbers with separators. A tokeniser made
 * for running text cuts them at the sign, and what is left of C, C++ and C# is the same; here each stays one word, in one
 * spelling for all the ways in which people write it.
 */

const letter = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]';
const inWord = '\\p{L}\\p{M}\\p{N}';
const ends = `(?![${inWord}])`;
const hyphen = '[-‐‑]';
/** A pattern's letters in both cases; the whole pattern cannot ignore case, for capitals tell names from words. */
const anyCase = (pattern: string): string =>
  pattern.replaceAll(/[a-z]/gu, (lower) => `[${lower}${lower.toUpperCase()}]`);

/** What names are called where signs cannot be typed, as in the names of channels. */
const spoken = new Map([
  ['cpp', 'c++'],
  ['cplusplus', 'c++'],
  ['csharp', 'c#'],
  ['fsharp', 'f#'],
  ['dotnet', '.net'],
]);

/** Second parts of English loans that are written with and without a hyphen in every language: plug-in, wi-fi, pop-ups. */
const particles = anyCase('(?:in|up|on|off|out|fi)s?');

/** Every form of a name, as it stands after something that is no letter or digit; earlier ones win. */
const forms = [
  // v4.2, 1.500, 19:30; blanks that do not break group digits.
  `[vV]?\\d+(?:[.,:]\\d+)+`,
  `\\d{1,3}(?:[\\u{A0}\\u{202F}]\\d{3})+(?:,\\d+)?${ends}`,
  // C++, C#, A+, S20+; not x+1.
  `${letter}{1,2}\\d*(?:\\+\\+|[#♯]|\\+(?!\\d))(?![\\p{L}+#♯])`,
  // node.js, discord.py, itch.io, ASP.NET
  `${letter}(?:${letter}|\\d)*\\.(?:${anyCase('js|ts|py|io')})${ends}`,
  `${anyCase('(?:asp|ado|vb)\\.net')}${ends}`,
  `\\.${anyCase('net')}${ends}`,
  `${anyCase('objective')}${hyphen}[cC]${ends}`,
  // U.S.A., s.u.
  `(?:${letter}\\.)+${letter}${ends}`,
  // Q&A, AT&T, A/S
  `${letter}{1,3}&${letter}{1,3}${ends}`,
  `(?<!/)${letter}/${letter}${ends}(?![+#♯/])`,
  // K-8, PS-5, H-1B; 3-D, 7-b, 7.b
  `${letter}{1,2}${hyphen}\\d+${letter}?${ends}`,
  `\\d{1,2}(?:${hyphen}|\\.)${letter}${ends}(?!${hyphen}\\d)`,
  // plug-in, wi-fi; on-line, off-topic; e-mail, x-ray, t-shirt
  `${letter}{2,}${hyphen}${particles}${ends}`,
  `(?:${anyCase('on|off')})${hyphen}${letter}{3,}`,
  `(?<![${inWord}]${hyphen})${letter}${hyphen}${letter}{2,}`,
  // PS5, 3D, covid19, 16GB
  `(?=${letter}*\\p{N})(?=\\p{N}*${letter})(?:${letter}|\\p{N})+${ends}`,
];
const names = new RegExp(`(?<![${inWord}])(?:${forms.join('|')})`, 'gu');

/** TV 2, PS 5: two capitals and a single digit; Q & A. */
const apart = new RegExp(
  `(?<![${inWord}])(?:(\\p{Lu}{2}) (\\d)|(${letter}) (&) (${letter}))${ends}(?![.,:]\\d)`,
  'gu',
);

/** Closes up the names that are also written with blanks: TV 2, Q & A. */
export const closedUp = (text: string): string =>
  mayStandApart.test(text) ? text.replace(apart, '$1$2$3$4$5') : text;
/** A quick look, for the exact one takes as long as reading. */
const mayStandApart = /[^ -@[-`a-z]{2} \d|\S & \S/u;

/** A text as names and what is between them. */
export interface Parts {
  readonly names: readonly string[];
  /** One more than names. */
  readonly between: readonly string[];
}

/** Finds the names of a text, in order. */
export function namesIn(text: string): Parts {
  const found: string[] = [];
  const between: string[] = [];
  let from = 0;
  for (const [start, end] of signedRuns(text)) {
    for (const match of text.slice(start, end).matchAll(names)) {
      const at = start + match.index;
      between.push(text.slice(from, at));
      found.push(match[0]);
      from = at + match[0].length;
    }
  }
  between.push(text.slice(from));
  return { names: found, between };
}

/**
 * The runs between blanks that a name may stand in: those with a digit or a sign before their end. Most of a text has none,
 * and looking for names everywhere would take longer than all the rest of reading.
 */
function* signedRuns(text: string): Generator<readonly [start: number, end: number]> {
  let start = 0;
  let isSigned = false;
  for (let place = 0; place <= text.length; place++) {
    const code = place < text.length ? text.charCodeAt(place) : blank;
    if (code > blank) {
      isSigned ||= isSign(code) || (joining.has(code) && text.charCodeAt(place + 1) > blank);
      continue;
    }
    if (isSigned) yield [start, place];
    isSigned = false;
    start = place + 1;
  }
}

const blank = 0x20;
const codesOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const signs = codesOf('0123456789²³₀₁₂₃₄₅₆₇₈₉+#♯&');
/** Between letters these may be part of a name. */
const joining = codesOf('.-‐‑/');
const isSign = (code: number): boolean => signs.has(code);

const number = /^v?(?=\d)[\d.,:\u{A0}\u{202F}]+$/iu;
/** Kept between the parts of a name: these tell it from others. */
const joints = /[\s.‐‑-]/gu;
/** These keep their dot, or they would be words like others: .NET and net. */
const dotted = /^[^.]*\.(?:js|ts|py|io|net)$/iu;
/** Words with a number: Windows11, covid-19; an amount: 16GB. Shorter ones are names: PS5, 3D. */
const numbered = /^(\p{L}{3,})(\p{N}+)$/u;
const amount = /^(\p{N}+)(\p{L}{2,})$/u;

/** The words that a name is read as: K-8 as `K8`, covid19 as `covid` and `19`, v4.2 as `4.2`. */
export function readName(name: string): readonly string[] {
  if (number.test(name)) return readNumber(name.replace(/^v/iu, ''));
  if (dotted.test(name)) return [name];
  const closed = name.replace(joints, '').replace('♯', '#');
  const [, ...parts] = numbered.exec(closed) ?? amount.exec(closed) ?? [];
  return parts.length === 0 ? [writtenName(closed)] : parts;
}

/** The name with its signs for a word that it is called by: C++ for cpp. */
export const writtenName = (word: string): string => spoken.get(word.toLowerCase()) ?? word;

/** Whether a word is a name with signs or a number: it is itself or another, never a form or a misspelling. */
export const isName = (word: string): boolean => /[^\p{L}\p{M}]/u.test(word);
