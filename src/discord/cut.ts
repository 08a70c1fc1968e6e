import { blockText, prefixed, type Block } from './block.ts';
import { divide, sentencesOf, splitRow } from './divide.ts';

/** Part of a body, and whether something was left out. */
export interface Excerpt {
  readonly text: string;
  readonly isCut: boolean;
}

/** For each text, how much of each word of the question it holds; words that the heading holds are left out. */
export type Weigh = (texts: readonly string[]) => readonly (readonly number[])[];
/** Nobody asked: the beginning is as good as any part. */
export const weighNothing: Weigh = (texts) => texts.map(() => []);

const gap = '\n\n';
/** `…` and its line feed. */
const dots = 2;
/** Another part is posted when it holds so much more of the question than the beginning, of 1: a row says one thing, a paragraph many. */
const clearly = { row: 0.1, paragraph: 0.2 } as const;
/** A paragraph is cut only where more than this share of the room would stay empty. */
const emptyShare = 1 / 3;

/** A row, or a sentence of a paragraph: what is taken or left out as a whole. */
interface Unit {
  readonly block: number;
  readonly text: string;
  /** What stands between it and the unit before it in the same block. */
  readonly gap: string;
}

/** From one unit up to another, the latter left out. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * At most `limit` UTF-16 units of a body: all of it where it fits; else its beginning, unless another part clearly
 * matches better: then from the start of that part's list, table or steps, or the rows around the one that matches.
 * `…` stands on the sides where something is left out.
 */
export function excerpt(blocks: readonly Block[], limit: number, weigh: Weigh): Excerpt {
  const whole = bodyText(blocks);
  if (whole.length <= limit) return { text: whole, isCut: false };
  const body: Body = { blocks, units: blocks.flatMap((block, index) => unitsOf(block, index, limit)), limit };
  return { text: chosen(body, weigh), isCut: true };
}

/** The whole body as one text. */
export const bodyText = (blocks: readonly Block[]): string =>
  blocks.map((block) => blockText(block)).join(gap);

/** The whole body in pages of at most `limit` units; a block is divided only where it is longer than a page. */
export function pages(blocks: readonly Block[], limit: number): readonly string[] {
  const result: string[] = [];
  for (const piece of blocks.flatMap((block) => divide(block, limit))) {
    const last = result.at(-1);
    if (last !== undefined && last.length + gap.length + piece.length <= limit) {
      result[result.length - 1] = last + gap + piece;
    } else result.push(piece);
  }
  return result;
}

interface Body {
  readonly blocks: readonly Block[];
  readonly units: readonly Unit[];
  readonly limit: number;
}

/** A paragraph that is a large part of what fits is looked at by its sentences. */
function unitsOf(block: Block, index: number, limit: number): readonly Unit[] {
  const [only = ''] = block.rows;
  if (block.kind !== 'text' || only.length <= limit * emptyShare) {
    return block.rows.map((text) => ({ block: index, text, gap: '\n' }));
  }
  return sentencesOf(only).map((sentence) => ({ block: index, ...sentence }));
}

function chosen(body: Body, weigh: Weigh): string {
  const beginning = filled(body, 0);
  const weights = weigh(body.units.map(({ text }) => plain(text)));
  const best = heaviest(weights, beginning.to);
  if (best === null) return written(body, beginning);
  const other = windowAround(body, best);
  const gain = held(weights, other) - held(weights, beginning);
  const isParagraph = body.blocks[body.units[best]?.block ?? 0]?.kind === 'text';
  if (gain < (isParagraph ? clearly.paragraph : clearly.row)) return written(body, beginning);
  return (isParagraph ? withBeginning(body, best) : null) ?? written(body, other);
}

const written = (body: Body, range: Range): string =>
  range.to === range.from ? firstPiece(body, range.from) : shown(body, range);

/**
 * A short paragraph below as much of the beginning as fits: what a passage says first is its answer, and the paragraph
 * adds to it. Null for what is long or part of a long one.
 */
function withBeginning(body: Body, unit: number): string | null {
  const { units, limit } = body;
  const block = units[unit]?.block;
  const from = units.findIndex((one) => one.block === block);
  const to = units.findLastIndex((one) => one.block === block) + 1;
  const tail = shown(body, { from, to }).replace(/^…\n/u, '');
  if (tail.length > limit * emptyShare) return null;
  const room = limit - tail.length - gap.length;
  const beginning = filled({ ...body, limit: room }, 0);
  if (beginning.to === 0) return null;
  const isWhole = beginning.to >= from;
  const head = isWhole
    ? shown({ ...body, units: units.slice(0, from) }, { from: 0, to: from })
    : shown(body, beginning);
  return `${head}${isWhole ? gap : '\n'}${tail}`;
}

/** The first of the units from `from` on that holds most; null where none holds anything. */
function heaviest(weights: readonly (readonly number[])[], from: number): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [index, row] of weights.entries()) {
    const weight = index < from ? 0 : sum(row);
    if (weight > most) [best, most] = [index, weight];
  }
  return best;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How much of the question a range holds: each word by the unit that holds most of it. */
function held(weights: readonly (readonly number[])[], { from, to }: Range): number {
  const most: number[] = [];
  for (const row of weights.slice(from, to)) {
    for (const [word, value] of row.entries()) most[word] = Math.max(most[word] ?? 0, value);
  }
  return sum(most);
}

/** From the start of the unit's part where that reaches it, else the rows around it. */
function windowAround(body: Body, unit: number): Range {
  const part = filled(body, partStart(body, unit));
  if (part.to > unit) return backwards(body, part);
  const from = rowsBefore(body, unit);
  return backwards(body, filled(body, from));
}

/** Rows above the one asked for take up to a third of the room. */
function rowsBefore(body: Body, unit: number): number {
  const block = body.units[unit]?.block;
  let from = unit;
  while (from > 0 && body.units[from - 1]?.block === block) {
    if (shown(body, { from: from - 1, to: unit + 1 }).length > body.limit * emptyShare) break;
    from -= 1;
  }
  return from;
}

/** First unit of the list, table or steps that a unit belongs to, with the line that introduces it. */
function partStart({ blocks, units }: Body, unit: number): number {
  let block = units[unit]?.block ?? 0;
  block = stepsStart(blocks, block);
  while (block > 0 && introduces(blocks[block - 1])) block -= 1;
  return units.findIndex((one) => one.block === block);
}

/** Steps may be written as several lists, with text or code between: 1. … 2. … */
function stepsStart(blocks: readonly Block[], block: number): number {
  const next = blocks.findIndex(({ number }, index) => index >= block && number !== null);
  const isBetween = next >= 0 && (blocks[next]?.number ?? 1) > 1;
  let start = next === block || isBetween ? next : block;
  while (start > 0 && (blocks[start]?.number ?? 1) > 1) {
    const before = blocks.findLastIndex(({ number }, index) => index < start && number !== null);
    if (before < 0) break;
    start = before;
  }
  return Math.min(start, block);
}

/** `The rules are:` and a line in bold belong to what follows. */
const introduces = (block: Block | undefined): boolean =>
  block?.kind === 'text' &&
  (/:[*_~]*$/u.test(block.rows[0] ?? '') || /^\*\*[^*]+\*\*$/u.test(block.rows[0] ?? ''));

/** As many units from `from` on as fit, ending where a reader can stop. */
function filled(body: Body, from: number): Range {
  let to = from;
  while (to < body.units.length && lengthOf(body, { from, to: to + 1 }) <= body.limit) to += 1;
  return { from, to: to === body.units.length ? to : tidyEnd(body, { from, to }) };
}

/** Not within a paragraph where little room is gained by it, and not behind the line that introduces what is left out. */
function tidyEnd(body: Body, range: Range): number {
  const { units, blocks, limit } = body;
  const last = units[range.to]?.block ?? 0;
  const start = units.findIndex(({ block }) => block === last);
  const isInside = blocks[last]?.kind === 'text' && start > range.from && start < range.to;
  const empty = limit - lengthOf(body, { from: range.from, to: start });
  const to = isInside && empty <= limit * emptyShare ? start : range.to;
  const before = units[to - 1];
  const isIntroduction =
    before !== undefined && before.block !== units[to]?.block && introduces(blocks[before.block]);
  const introduction = units.findIndex(({ block }) => block === before?.block);
  return isIntroduction && introduction > range.from ? introduction : to;
}

/** Where a range reaches the end, rows before it in its own block and whole blocks use the room that is left. */
function backwards(body: Body, { from, to }: Range): Range {
  if (to < body.units.length) return { from, to };
  let start = from;
  while (start > 0) {
    const wider = oneBack(body, start);
    if (lengthOf(body, { from: wider, to }) > body.limit) break;
    start = wider;
  }
  return { from: start, to };
}

/** The unit before within a block; at the start of one, the start of the block before. */
function oneBack({ units }: Body, start: number): number {
  const before = units[start - 1]?.block;
  return before === units[start]?.block ? start - 1 : units.findIndex(({ block }) => block === before);
}

const lengthOf = (body: Body, range: Range): number => shown(body, range).length;

/** A range as it is posted. */
function shown({ blocks, units }: Body, { from, to }: Range): string {
  const groups = new Map<number, string>();
  for (const { block, text, gap: before } of units.slice(from, to)) {
    const known = groups.get(block);
    groups.set(block, known === undefined ? text : known + before + text);
  }
  const text = Array.from(groups, ([block, rows]) => wrapped(blocks[block], rows)).join(gap);
  return `${from > 0 ? '…\n' : ''}${text}${to < units.length ? '\n…' : ''}`;
}

const wrapped = (block: Block | undefined, rows: string): string =>
  block === undefined ? rows : `${block.head}${prefixed(block, rows)}${block.foot}`;

/** Part of a unit that is longer than the room alone. */
function firstPiece({ blocks, units, limit }: Body, unit: number): string {
  const { block: index = 0, text = '' } = units[unit] ?? {};
  const block = blocks[index];
  if (block === undefined) return '…';
  const room = limit - block.head.length - block.foot.length - 2 * dots;
  const [piece = ''] = splitRow(block, text, Math.max(1, room));
  const before = unit > 0 ? '…\n' : '';
  const whole = `${before}${wrapped(block, piece)}\n…`;
  return whole.length <= limit ? whole : '…';
}

/** Words without the marks around them. */
const plain = (text: string): string =>
  text.replace(/\\([^\p{L}\p{N}\s])|[*~`_>|]+/gu, (_, mark?: string) => mark ?? ' ');
