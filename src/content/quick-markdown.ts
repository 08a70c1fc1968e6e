import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/markdown';
import type { Root, RootContent } from 'mdast';
import { gfmFor } from './gfm.ts';
import type { Piece } from './pieces.ts';
import { blockOf, isCloseTo, isHeading, lineStart, type Block } from './quick-blocks.ts';
import { Unsure, type Quick } from './quick-inline.ts';
import { siteSyntaxFor } from './site-syntax.ts';

/** What only micromark is to read, wherever it stands: footnotes, comments over blank lines, `##Heading`, `<!…>`. */
const odd = /[\t\r\f\v\0\u2028\u2029]|\[\^|\{\/\*|<(?:\?|!(?!--))|^[ \t>*+\d.)-]*#{2,6}[\p{L}\p{N}]/mu;

/** More marks in one block than anyone writes: lezer goes down the stack with each that is nested. */
const mostMarks = 1500;
const isDeep = (text: string): boolean =>
  text.length > mostMarks &&
  text
    .split(/\n *\n/u)
    .some((block) => (block.length > mostMarks ? (block.match(/[*_[]/gu)?.length ?? 0) : 0) > mostMarks);

/** Reads a part of a piece with micromark, where these definitions hold. */
export type ReadFully = (part: Piece, whole: Piece, definitions: string) => readonly RootContent[];

/**
 * The tree that micromark would give, in a fraction of the time; null for a text of which that is not sure. It is read by
 * lezer, which reads everyday Markdown alike and the rest nearly so. Where a block holds what the two are known to read
 * differently, or what lezer does not know, that block is handed to micromark, with what stands directly above and
 * below it. `test/content/quick-markdown.test.ts` holds one against the other.
 * @param fences what may fence front matter at the start of the text
 */
export function quickMarkdown(piece: Piece, fences: readonly string[], readFully: ReadFully): Root | null {
  const { text } = piece;
  if (odd.test(text) || isDeep(text)) return null;
  const front = fences.length === 0 ? '' : (frontMatter.exec(text)?.[0] ?? '');
  if (fences.length > 0 && front === '' && /^(?:---|\+\+\+)/u.test(text)) return null;
  const placed = placer(piece);
  const by = front.length;
  const quick: Quick = { text: text.slice(by), placed: (from, to) => placed(from + by, to + by) };
  const children: RootContent[] = front === '' ? [] : [frontNode(front, placed)];
  const tree = parser.parse(quick.text).topNode;
  const definitions = tree.getChildren('LinkReference').map(({ from, to }) => quick.text.slice(from, to));
  // Those in lists and quotes hold everywhere, too.
  if (isDoubtful(tree, quick.text)) return null;
  if ((text.match(defining)?.length ?? 0) !== definitions.length) return null;
  if (definitions.some((definition) => definition.includes('`'))) return null;
  const isSpecial = needsMore(text) || definitions.length > 0;
  try {
    for (const chunk of chunksOf(tree, quick.text)) {
      const read = quickly(chunk, quick);
      const isFull =
        read === null ||
        (isSpecial && (needsMore(chunk.text) || (definitions.length > 0 && referring.test(chunk.text))));
      const full = isFull ? readFully(partOf(chunk, quick), piece, definitions.join('\n')) : read;
      children.push(...full);
    }
  } catch (error) {
    if (error instanceof Unsure) return null;
    throw error;
  }
  return { type: 'root', children };
}

/**
 * Whether it is doubtful where blocks of a tree end: micromark reads a list directly below what is no text as text, and
 * lines of blanks as part of code.
 */
function isDoubtful(tree: SyntaxNode, text: string): boolean {
  for (let node = tree.firstChild; node !== null; node = node.nextSibling) {
    const before = node.prevSibling;
    const isList = node.name.endsWith('List');
    if (before?.name === 'CodeBlock' && (isList || node.name === 'Blockquote')) return true;
    if (isList && isCloseTo(node, text) && before?.name !== 'Paragraph' && !isHeading(before)) return true;
    if (node.name === 'CodeBlock' && /\n +(?=\n|$)/u.test(text)) return true;
  }
  return false;
}

const defining = /^[ >*+\d.)-]*\[(?:[^\]\\]|\\.)+\]:/gmsu;
/** Brackets that may name a definition. */
const referring = /\](?!\()/u;

/** Escapes do not hide an address, and neither do brackets within brackets. */
const needsMore = (text: string): boolean =>
  siteSyntaxFor(text).syntax.length > 0 ||
  gfmFor(text.includes('\\') ? text.replaceAll('\\', '') : text).syntax.length > 0 ||
  (text.includes('https') && text.includes(')]('));

/** Blocks with no blank line between them. */
interface Chunk {
  readonly from: number;
  readonly text: string;
  readonly nodes: readonly SyntaxNode[];
}

function chunksOf(tree: SyntaxNode, text: string): Chunk[] {
  const groups: SyntaxNode[][] = [];
  for (let node = tree.firstChild; node !== null; node = node.nextSibling) {
    const last = groups.at(-1)?.at(-1);
    const isApart = last === undefined || /\n *\n/u.test(text.slice(last.to, node.from));
    if (isApart) groups.push([node]);
    else groups.at(-1)?.push(node);
  }
  const starts = groups.map(([first]) => lineStart(text, first?.from ?? 0));
  return groups.map((nodes, place) => {
    const from = starts[place] ?? 0;
    return { from, text: text.slice(from, starts[place + 1]), nodes };
  });
}

/** Null where it is not sure what a block holds. @throws {Unsure} where it is not sure where it ends */
function quickly({ nodes }: Chunk, quick: Quick): Block[] | null {
  try {
    return nodes.map((node) => blockOf(node, quick));
  } catch (error) {
    if (error instanceof Unsure && error.about === 'content') return null;
    throw error;
  }
}

function partOf({ from, text }: Chunk, { placed }: Quick): Piece {
  const { start } = placed(from, from);
  return { text, offset: start.offset ?? 0, line: start.line - 1 };
}

const frontMatter = /^(---|\+\+\+) *\n(?:[^]*?\n)??\1 *(?=\n|$)/u;

function frontNode(front: string, placed: Quick['placed']): RootContent {
  const value = front.split('\n').slice(1, -1).join('\n');
  const position = placed(0, front.length);
  return { type: front.startsWith('-') ? 'yaml' : 'toml', value, position };
}

/** Finds the lines and columns of a piece in its article. */
function placer({ text, offset, line }: Piece): Quick['placed'] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const point = (at: number) => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { line: line + low + 1, column: at - (starts[low] ?? 0) + 1, offset: offset + at };
  };
  return (from, to) => ({ start: point(from), end: point(to) });
}
