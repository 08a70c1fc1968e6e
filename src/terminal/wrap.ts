/** Scripts whose characters take two columns. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
const markOnly = /^\p{M}+$/u;

/** How many columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (!markOnly.test(segment))
      columns += wide.test(segment) || /\p{Extended_Pictographic}/u.test(segment) ? 2 : 1;
  }
  return columns;
}

/** Text in lines of at most `width` columns, broken between words; a word that is longer than a line is cut. */
export function wrapped(text: string, width: number, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => wrappedLine(line, width, index === 0 ? first : rest, rest))
    .join('\n');
}

function wrappedLine(text: string, width: number, first: string, rest: string): string {
  const room = Math.max(1, width - columnsOf(rest));
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/u).flatMap((part) => pieces(part, room))) {
    if (!isEmpty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

/** A word in pieces that fit a line: one where it fits, none where it is empty. */
function pieces(word: string, room: number): readonly string[] {
  if (word === '' || columnsOf(word) <= room) return word === '' ? [] : [word];
  const found: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (piece !== '' && columnsOf(piece) + columnsOf(segment) > room) {
      found.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...found, piece];
}
