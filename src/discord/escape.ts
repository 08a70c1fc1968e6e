/** Control characters (tab and line feed apart) and the overrides that turn the direction of a whole line. */
const invisible = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const marksBeyondThree = /(\p{M}{3})\p{M}+/gu;
const emphasis = /[\\*_~|`[\]<>]/gu;
const ping = /@(?=everyone|here|[!&]?\d)/giu;
/** `:smile:` in a bot's message becomes a picture. */
const emojiName = /:(?=[\w+-]+:)/gu;
const lineStart = /^(\s*)(#{1,6}|-#?|\+)(?=\s|$)/gmu;
const numberAtLineStart = /^(\s*\d+)(?=[.)](?:\s|$))/gmu;
const scheme = /(?<=\b(?:https?|discord|steam)):(?=\/\/)/giu;

/** Text without control characters, direction overrides, broken surrogates and towers of accents. */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(invisible, '')
    .replace(marksBeyondThree, '$1');
}

/**
 * Text that Discord shows as it is: no formatting, mention, time stamp, emoji or masked link comes alive. Only
 * backslashes are added, which Discord does not show. Pings are refused by `allowed_mentions` as well.
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(emphasis, '\\$&')
    .replace(ping, '\\@')
    .replace(emojiName, '\\:')
    .replace(lineStart, '$1\\$2')
    .replace(numberAtLineStart, '$1\\');
}

/** As `escapeText` on one line; addresses do not become links, for texts by people. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s+/gu, ' ').trim()).replace(scheme, '\\:');
}

/** Reads a line written by `escapeLine` back. */
export function unescapeLine(text: string): string {
  return text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
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
