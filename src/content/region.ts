import { plainText } from './plain.ts';
import type { Block, CommentPlace, EntryBlock } from './blocks.ts';
import type { AuthoredQuestion } from './article.ts';
import { askedText } from './labels.ts';
import { outdented, fragmentWithin, type Fragment } from './fragment.ts';

/** A stretch of a fragment's source that is not what Markdown takes it for. Offsets are the fragment's. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

/** Where a region could be. It is read only when nothing around it is one: boxes in boxes would be read over and over. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Null where it is none after all. */
  readonly read: () => Region | null;
}

/** What those that find boxes read: a fragment, and how what a box holds is cut. */
export interface Reader {
  readonly fragment: Fragment;
  readonly cut: CutBlocks;
}

/** The region that one entry or heading takes up; null where there is none. */
export const regionOf = ({ start, end }: Range, block: Block | null): Region | null =>
  block === null ? null : { start, end, blocks: [block] };

/** Cuts a fragment into blocks; handed to those that find boxes, which hold Markdown again. */
export type CutBlocks = (fragment: Fragment) => readonly Block[];

/** Whether blocks say anything: text, or entries. */
export const hasText = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind !== 'node' || plainText([block.node]) !== '');

interface Draft {
  readonly title: string;
  readonly line: number;
  readonly body: readonly Block[];
  readonly place: CommentPlace;
  readonly phrasings?: readonly AuthoredQuestion[];
}

/** An entry, unless it has no question or says nothing. */
export function entryOf({ title, line, body, place, phrasings = [] }: Draft): EntryBlock | null {
  const heading = askedText(title);
  return heading === '' || !hasText(body) ? null : { kind: 'entry', heading, line, body, place, phrasings };
}

/** What stands between two offsets, taken as Markdown without the indent that its lines share. */
export function innerOf(fragment: Fragment, start: number, end: number): Fragment {
  const { text, indent } = outdented(fragment.source.slice(start, end));
  return fragmentWithin(fragment, text, fragment.lineAt(start), fragment.prefix + indent);
}

/**
 * Where a comment goes that belongs to what begins at one offset: below that line where nothing else stands on it,
 * else below the line on which the whole ends.
 */
export function placeAfter(fragment: Fragment, offset: number, end: number, prefix: string): CommentPlace {
  const { source } = fragment;
  const lineEnd = source.indexOf('\n', offset);
  const isAlone = lineEnd >= 0 && lineEnd < end && source.slice(offset, lineEnd).trim() === '';
  return isAlone
    ? { line: fragment.lineAt(offset), prefix, afterBlank: false }
    : { line: fragment.lineAt(end), prefix: fragment.prefix, afterBlank: false };
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What stands in a range of a fragment outside the parts of it that are used, in order. */
export function leftBetween(
  fragment: Fragment,
  whole: Range,
  used: readonly Range[],
  cut: CutBlocks,
): Block[] {
  const edges = [...used, { start: whole.end, end: whole.end }];
  return edges.flatMap(({ start: to }, place) => {
    const from = used[place - 1]?.end ?? whole.start;
    if (fragment.source.slice(from, to).trim() === '') return [];
    const blocks = cut(innerOf(fragment, from, to));
    return hasText(blocks) ? blocks : [];
  });
}
