/** Control characters (tab and line feed apart) and the overrides that turn the direction of a whole line. */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const marksBeyondThree = /(\p{M}{3})\p{M}+/gu;
const emphasis = /[\\*_~|`[\]<>]/gu;
const ping = /@(?=everyone|here|[!&]?\d)/giu;
const lineStart = /^(\s*)(#{1,6}|-#?|\+|\d+(?=[.)]))(?=[\s.)]|$)/gmu;
const scheme = /\b(?=(?:https?|discord|steam):\/\/)/giu;

/** Text without control characters, direction overrides, broken surrogates and towers of accents. */
export function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '').replace(invisible, '').replace(marksBeyondThree, '$1');
}

/**
 * Text that Discord shows as it is: no formatting, mention, time stamp, emoji or masked link comes alive.
 * Pings are refused by `allowed_mentions` as well; the zero-width space keeps them from even looking like one.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(emphasis, '\\$&')
    .replace(ping, '@\u200b')
    .replace(lineStart, (_, blanks: string, marker: string) =>
      /^\d/u.test(marker) ? `${blanks}${marker}\u200b` : `${blanks}\\${marker}`,
    );
}

/** As `escapeText` on one line; addresses do not become links, for texts by people. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s+/gu, ' ').trim()).replace(scheme, '\u200b').replace(/:\/\//gu, ':\u200b//');
}

/** Reads a line written by `escapeLine` back. */
export function unescapeLine(text: string): string {
  return text.replaceAll('\u200b', '').replace(/\\([\\*_~|`[\]<>#+-])/gu, '$1');
}

/** The first `length` UTF-16 units at most, never half a character, with `…` where something was left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, length * 2))) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
