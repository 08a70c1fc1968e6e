import type { Definition, Nodes, RootContent } from 'mdast';
import { parsePart } from './markdown.ts';

/** A part of an article that is Markdown of its own: the whole, or what a list item, quote or box holds. */
export interface Fragment {
  /** Without the marks and indents of what holds it, line by line as in the file. */
  readonly source: string;
  readonly nodes: readonly RootContent[];
  /** The line of the file that its first line stands on. */
  readonly firstLine: number;
  /** What a new line of the file must begin with to stand in here. */
  readonly prefix: string;
  /** How many fragments hold it. */
  readonly depth: number;
  /** The line of the file that an offset of the source stands on. */
  readonly lineAt: (offset: number) => number;
  /** Reference definitions of the article, as written. */
  readonly definitions: string;
}

/** Deeper boxes in boxes than anyone writes are read as text: each level is parsed again. */
export const deepestFragment = 6;

/** The whole article. */
export function wholeFragment(nodes: readonly RootContent[], source: string): Fragment {
  const definitions = nodes.filter((node): node is Definition => node.type === 'definition');
  const written = definitions.map((node) => sliceOf(node, source)).join('\n');
  const lineOf = lineFinder(source, 1);
  return { source, nodes, firstLine: 1, prefix: '', depth: 0, definitions: written, lineAt: lineOf };
}

/** What stands between two offsets of a fragment, or another reading of it, as a fragment of its own. */
export function fragmentWithin(
  parent: Fragment,
  source: string,
  firstLine: number,
  prefix: string = parent.prefix,
): Fragment {
  const { definitions, depth } = parent;
  const tail = definitions === '' || !source.includes(']') ? '' : `\n\n${definitions}`;
  const root = parsePart(`${source}${tail}`);
  const nodes = root.children.filter((node) => (node.position?.start.offset ?? 0) < source.length);
  const lineOf = lineFinder(source, firstLine);
  return { source, nodes, firstLine, prefix, depth: depth + 1, definitions, lineAt: lineOf };
}

/** Finds lines by halves; where they begin is looked up once, when first asked. */
function lineFinder(source: string, firstLine: number): (offset: number) => number {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= Array.from(source.matchAll(/\n/gu), ({ index }) => index + 1);
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return firstLine + low;
  };
}

/** The source of a node. */
export function sliceOf(node: Nodes, source: string): string {
  return source.slice(startOf(node), endOf(node));
}
export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** The line of the file that a node of a fragment begins on. */
export const lineOfNode = ({ firstLine }: Fragment, node: Nodes): number =>
  firstLine - 1 + (node.position?.start.line ?? 1);

/** Takes the indent away that all lines have; the first line may have lost it already. */
export function outdented(text: string): { readonly text: string; readonly indent: string } {
  const [first = '', ...rest] = text.split('\n');
  const indents = rest.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/u.exec(line)?.[0] ?? '');
  const indent = indents.toSorted((a, b) => a.length - b.length)[0] ?? '';
  const lines = rest.map((line) => (line.trim() === '' ? '' : line.slice(indent.length)));
  return { text: [first.trimStart(), ...lines].join('\n'), indent };
}

/** The lines from one offset to another without that many blanks at their start, the first line cut at the offset. */
export function unindented(text: string, width: number): string {
  const indent = new RegExp(`^(?: {0,${width}}|\t)`, 'u');
  return text
    .split('\n')
    .map((line, place) => (place === 0 ? line : line.replace(indent, '')))
    .join('\n');
}
