import { isVerbatim, prefixed, type Block } from './block.ts';
import { tokensOf, type Mark, type Token } from './markup.ts';

/** Where a text may be cut, from worst to best. */
const grade = { character: 0, word: 1, sentence: 2, line: 3 } as const;

/**
 * A row in pieces of at most `limit` units, cut after a line, a sentence or a word in the last half, else between
 * characters; never within a link, an escape or an address. Formatting is closed where it is cut, and opened again.
 */
export function splitText(text: string, limit: number): readonly string[] {
  if (text.length <= limit) return [text];
  const tokens = tokensOf(text);
  const pieces: string[] = [];
  let open: readonly Mark[] = [];
  let begin = 0;
  while (begin < tokens.length) {
    const end = endOfPiece(tokens, begin, open, limit);
    const after = openAfter(open, tokens.slice(begin, end));
    const piece = pieceOf(tokens.slice(begin, end), open, after);
    pieces.push(...(piece.length <= limit ? [piece] : hardSplit(piece, limit)));
    open = after;
    begin = end;
    begin = behindBlanks(tokens, end, after);
  }
  return pieces.filter((piece) => piece !== '');
}

/** A line end goes with a cut in code, all blanks anywhere else. */
function behindBlanks(tokens: readonly Token[], end: number, open: readonly Mark[]): number {
  if (open.some(({ isFence }) => isFence)) {
    return tokens[end]?.kind === 'blank' && tokens[end - 1]?.kind !== 'blank' ? end + 1 : end;
  }
  const next = tokens.findIndex(({ kind }, index) => index >= end && kind !== 'blank');
  return next < 0 ? tokens.length : next;
}

/** A block in pieces of at most `limit` units: whole rows where they fit, its fence or header around each piece. */
export function divide(block: Block, limit: number): readonly string[] {
  const room = limit - block.head.length - block.foot.length;
  const rows = block.rows.flatMap((row) =>
    widthOf(block, row) <= room ? [row] : splitRow(block, row, room),
  );
  const groups: string[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && widthOf(block, [...last, row].join('\n')) <= room) last.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => `${block.head}${prefixed(block, group.join('\n'))}${block.foot}`);
}

const widthOf = (block: Block, text: string): number => prefixed(block, text).length;

/** One row in pieces. A quote's mark is counted for each line that the row has. */
export function splitRow(block: Block, row: string, room: number): readonly string[] {
  if (isVerbatim(block)) return hardSplit(row, room);
  const lines = row.split('\n').length;
  return splitText(row, Math.max(1, room - block.prefix.length * (lines + 1)));
}

/** Where sentences of a text end: places that no formatting reaches across. The last is the end of the text. */
export function sentencesOf(text: string): readonly { readonly text: string; readonly gap: string }[] {
  const tokens = tokensOf(text);
  const found: { text: string; gap: string }[] = [{ text: '', gap: '' }];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    const last = found.at(-1);
    const grades = depth === 0 && token.kind === 'blank' ? gradeAt(tokens, index + 1) : grade.character;
    if (grades >= grade.sentence && index + 1 < tokens.length) found.push({ text: '', gap: token.text });
    else if (last !== undefined) last.text += token.text;
  }
  return found;
}

function endOfPiece(tokens: readonly Token[], begin: number, open: readonly Mark[], limit: number): number {
  let length = open.reduce((sum, mark) => sum + mark.open.length, 0);
  let marks = open;
  let best = { end: begin + 1, grade: -1 };
  for (let end = begin; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (token === undefined) break;
    marks = openAfter(marks, [token]);
    length += token.text.length;
    const closing = marks.reduce((sum, mark) => sum + mark.close.length, 0);
    if (length > limit + token.text.length) break;
    const trimmed = token.kind === 'blank' ? length - token.text.length : length;
    if (trimmed + closing > limit || !isPlaceToCut(token, tokens[end + 1])) continue;
    const found = end + 1 === tokens.length ? grade.line : gradeAt(tokens, end + 1);
    if (trimmed + closing <= limit / 2 || found >= best.grade) {
      best = { end: end + 1, grade: trimmed + closing <= limit / 2 ? -1 : found };
    }
  }
  return best.end;
}

/** Not directly behind what opens, nor before what closes: empty formatting would be shown. */
const isPlaceToCut = (before: Token, after: Token | undefined): boolean =>
  before.kind !== 'open' && after?.kind !== 'close';

/** How good a place it is to cut before the token at `index`. */
function gradeAt(tokens: readonly Token[], index: number): number {
  const blank = tokens[index - 1];
  if (blank?.kind !== 'blank') return grade.character;
  if (blank.text.includes('\n')) return grade.line;
  const before = tokens
    .slice(Math.max(0, index - 4), index - 1)
    .map(({ text }) => text)
    .join('');
  const after = tokens
    .slice(index, index + 3)
    .map(({ text }) => text)
    .join('');
  return endsSentence.test(before) && beginsSentence.test(after) ? grade.sentence : grade.word;
}
/** A full stop behind a digit or a few letters is mostly an abbreviation: `kl.`, `24.`, `f.eks.` */
const endsSentence = /(?:[!?…。？！]|(?<!(?:^|\s)\p{L}{1,2}|\.\p{L}{1,4}|\d)\.)["'”»)\]*~`\\]*$/u;
const beginsSentence = /^[\s"'“”«»([*~`\\]*[\p{Lu}\p{Lo}]/u;

function openAfter(open: readonly Mark[], tokens: readonly Token[]): readonly Mark[] {
  let marks = open;
  for (const token of tokens) {
    if (token.kind === 'open') marks = [...marks, token.mark];
    if (token.kind === 'close') marks = marks.slice(0, -1);
  }
  return marks;
}

function pieceOf(tokens: readonly Token[], open: readonly Mark[], after: readonly Mark[]): string {
  const text = tokens.map((token) => token.text).join('');
  const inner = after.some(({ isFence }) => isFence) ? text.replace(/\n$/u, '') : text.trimEnd();
  return `${open.map((mark) => mark.open).join('')}${inner}${after
    .toReversed()
    .map((mark) => mark.close)
    .join('')}`;
}

/** Between characters as people count them, nothing trimmed; within one only where it is longer than a piece. */
function hardSplit(text: string, limit: number): readonly string[] {
  const pieces = [''];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    for (const part of segment.length > limit ? Array.from(segment) : [segment]) {
      const last = pieces.at(-1) ?? '';
      if (last.length + part.length > limit) pieces.push(part);
      else pieces[pieces.length - 1] = last + part;
    }
  }
  return pieces;
}
