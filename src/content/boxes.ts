import type { Blockquote, Code, Nodes } from 'mdast';
import type { SiteMark } from './nodes.ts';
import { isStockTitle } from './labels.ts';
import { endOf, fragmentWithin, lineOfNode, sliceOf, startOf, type Fragment } from './fragment.ts';
import { readMark, type Mark } from './mark.ts';
import { plainTitle } from './plain.ts';
import { entryOf, innerOf, placeAfter, type Candidate, type CutBlocks, type Region } from './region.ts';
import { isIndented } from './tidy.ts';

/** Boxes with a title: `:::kind[title]`, `??? kind "title"`, `{% name title="…" %}`, `> [!kind] title`. */
export function boxCandidates(fragment: Fragment, cut: CutBlocks): Candidate[] {
  return [...fenced(fragment, cut), ...indented(fragment, cut), ...callouts(fragment, cut)];
}

interface PlacedMark {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

const placed = (node: Nodes): PlacedMark[] =>
  node.type === 'siteMark' ? [{ mark: readMark(node.value), start: startOf(node), end: endOf(node) }] : [];

function marksOf(fragment: Fragment): PlacedMark[] {
  return fragment.nodes.flatMap((node) =>
    node.type === 'paragraph' ? node.children.flatMap(placed) : placed(node),
  );
}

interface Open extends PlacedMark {
  readonly title: string | null;
  readonly name: string;
}

/** What stands between two fences, or between a tag and its end. */
function fenced(fragment: Fragment, cut: CutBlocks): Candidate[] {
  const open: Open[] = [];
  const found: Candidate[] = [];
  const closeAt = (place: number, end: number, innerEnd: number): void => {
    const [box] = open.splice(place);
    if (box === undefined) return;
    const read = (): Region | null => fencedRegion(box, { end, innerEnd }, fragment, cut);
    found.push({ start: box.start, end, read });
  };
  for (const each of marksOf(fragment)) {
    const { mark, start, end } = each;
    if (mark.kind === 'fence' && mark.name === '' && mark.title === null)
      closeAt(
        open.findLastIndex((opened) => endsWith(opened.mark, mark)),
        end,
        start,
      );
    else if (mark.kind === 'fence') open.push({ ...each, title: mark.title, name: mark.name });
    else if (mark.kind === 'tag' && mark.isClose)
      closeAt(
        open.findLastIndex(({ mark: { kind }, name }) => kind === 'tag' && name === mark.name),
        end,
        start,
      );
    else if (mark.kind === 'tag' && open.length < 60)
      open.push({ ...each, title: mark.title, name: mark.name });
  }
  // A fence that is left open ends with its section; a tag or one of two colons without an end holds nothing.
  for (let place = open.length - 1; place >= 0; place -= 1) {
    const left = open[place]?.mark;
    if (left?.kind !== 'fence' || left.size < 3) continue;
    const end = sectionEnd(fragment, open[place]?.end ?? 0);
    closeAt(place, end, end);
  }
  return found;
}

/** Whether a bare fence ends another: of two colons if that has two, else of any length. */
const endsWith = (opened: Mark, bare: Mark & { kind: 'fence' }): boolean =>
  opened.kind === 'fence' && (opened.size === 2) === (bare.size === 2);

function sectionEnd({ nodes, source }: Fragment, from: number): number {
  const heading = nodes.find((node) => node.type === 'heading' && startOf(node) >= from);
  return heading === undefined ? source.length : startOf(heading);
}

function fencedRegion(
  { title, name, start, end: innerStart }: Open,
  { end, innerEnd }: { readonly end: number; readonly innerEnd: number },
  fragment: Fragment,
  cut: CutBlocks,
): Region | null {
  const shown = title === null ? '' : plainTitle(title);
  if (isStockTitle(shown, name)) return null;
  const inner = innerOf(fragment, innerStart, Math.max(innerStart, innerEnd));
  const place = placeAfter(fragment, innerStart, end, inner.prefix);
  const entry = entryOf({ title: shown, line: fragment.lineAt(start), body: cut(inner), place });
  return entry === null ? null : { start, end, blocks: [entry] };
}

/** The title of a tab says which variant the text is for, and asks nothing. */
function indented(fragment: Fragment, cut: CutBlocks): Candidate[] {
  const { nodes, source } = fragment;
  return nodes.flatMap((node, place): Candidate[] => {
    const body = nodes[place + 1];
    if (node.type !== 'siteMark' || node.value.startsWith('===') || body?.type !== 'code') return [];
    if (!isIndented(body, source)) return [];
    return [
      { start: startOf(node), end: endOf(body), read: () => indentedRegion(node, body, fragment, cut) },
    ];
  });
}

function indentedRegion(node: SiteMark, body: Code, fragment: Fragment, cut: CutBlocks): Region | null {
  const mark = readMark(node.value);
  if (mark.kind !== 'indented' || mark.title === null) return null;
  const title = plainTitle(mark.title);
  if (isStockTitle(title, mark.name)) return null;
  const line = lineOfNode(fragment, node);
  const prefix = `${fragment.prefix}    `;
  const inner = fragmentWithin(fragment, body.value, lineOfNode(fragment, body), prefix);
  const entry = entryOf({ title, line, body: cut(inner), place: { line, prefix, afterBlank: false } });
  return entry === null ? null : { start: startOf(node), end: endOf(body), blocks: [entry] };
}

const callout = /^\[!([\p{L}\p{N}_-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*([^\n]*)/u;

/** What a quote holds, without its marks. */
export function quoteFragment(fragment: Fragment, quote: Nodes): Fragment {
  const source = sliceOf(quote, fragment.source).replaceAll(/^[ \t]{0,3}>[ ]?/gmu, '');
  return fragmentWithin(fragment, source, lineOfNode(fragment, quote), `${fragment.prefix}> `);
}

function callouts(fragment: Fragment, cut: CutBlocks): Candidate[] {
  return fragment.nodes.flatMap((node): Candidate[] => {
    if (node.type !== 'blockquote' || !/^>?[ \t]*\[!/u.test(sliceOf(node, fragment.source))) return [];
    return [{ start: startOf(node), end: endOf(node), read: () => calloutRegion(node, fragment, cut) }];
  });
}

function calloutRegion(node: Blockquote, fragment: Fragment, cut: CutBlocks): Region | null {
  const quote = quoteFragment(fragment, node);
  const [head = '', kind = '', written = ''] = callout.exec(quote.source) ?? [];
  const title = plainTitle(written);
  if (kind === '' || isStockTitle(title, kind)) return null;
  const line = quote.firstLine;
  const inner = fragmentWithin(fragment, quote.source.slice(head.length + 1), line + 1, quote.prefix);
  const place = { line, prefix: quote.prefix, afterBlank: false };
  const entry = entryOf({ title, line, body: cut(inner), place });
  return entry === null ? null : { start: startOf(node), end: endOf(node), blocks: [entry] };
}
