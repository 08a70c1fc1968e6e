import type { SyntaxNode } from '@lezer/common';
import type {
  BlockContent,
  Blockquote,
  Code,
  DefinitionContent,
  Heading,
  Html,
  List,
  ListItem,
  Paragraph,
} from 'mdast';
import { inlines, isQuoted, Unsure, type Quick } from './quick-inline.ts';

export type Block = BlockContent | DefinitionContent;

/** Where the line begins that an offset stands in. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

export const isHeading = (node: SyntaxNode | null): boolean => node?.name.startsWith('ATX') === true;

/** Whether no blank line stands between a block and the one above it. */
export const isCloseTo = ({ prevSibling, from }: SyntaxNode, text: string): boolean =>
  prevSibling !== null && !/\n[ >]*\n/u.test(text.slice(prevSibling.to, from));

function blocks(parent: SyntaxNode, quick: Quick): Block[] {
  const found: Block[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== 'ListMark' && child.name !== 'QuoteMark') found.push(blockOf(child, quick));
  return found;
}

/** A block of lezer's tree as a node of Markdown. @throws {Unsure} */
export function blockOf(node: SyntaxNode, quick: Quick): Block {
  switch (node.name) {
    case 'Paragraph':
      return paragraphOf(node, quick);
    case 'Blockquote':
      return quoteOf(node, quick);
    case 'CodeBlock':
      return indentedOf(node, quick);
    case 'FencedCode':
      return fencedOf(node, quick);
    case 'HorizontalRule':
      return { type: 'thematicBreak', position: quick.placed(node.from, node.to) };
    case 'BulletList':
    case 'OrderedList':
      return listOf(node, quick);
    case 'HTMLBlock':
    case 'CommentBlock':
      return htmlOf(node, quick);
    default:
      return headingOf(node, quick);
  }
}

const isDepth = (depth: number): depth is Heading['depth'] => depth >= 1 && depth <= 6;

/** `#` to six of them, blanks, and what may close it. */
function headingOf(node: SyntaxNode, quick: Quick): Heading {
  const depth = node.name.startsWith('ATXHeading') ? Number(node.name.at(-1)) : 0;
  const written = quick.text.slice(node.from, node.to);
  if (!isDepth(depth) || isCrowded(written)) throw new Unsure();
  const open = /^#+ */u.exec(written)?.[0].length ?? 0;
  const close = /(?:(?:^| +)#+)? *$/u.exec(written.slice(open))?.[0].length ?? 0;
  const [from, to] = [node.from + open, node.to - close];
  const position = quick.placed(node.from, node.to);
  return { type: 'heading', depth, children: from < to ? inlines(node, from, to, quick) : [], position };
}

/** A line that may begin something else in a list or quote than in running text. */
const interrupting = /\n[ >]*(?:\d{1,9}[.)](?= |\n|$)|[-*+] *(?=\n|$)|<)/u;
/** A tag alone on its line begins a block for micromark, and is text for lezer. */
const tagAlone = /^<[^\n]*> *(?:\n|$)/u;

function paragraphOf(node: SyntaxNode, quick: Quick): Paragraph {
  const { from, to } = node;
  const written = quick.text.slice(from, to);
  if (tagAlone.test(written) || isCrowded(written)) throw new Unsure();
  if (node.parent?.name !== 'Document' && interrupting.test(written)) throw new Unsure('extent');
  if (/^[:?!={][^\n]*\n/u.test(written)) throw new Unsure('extent');
  const end = from + written.replace(/ +$/u, '').length;
  return { type: 'paragraph', children: inlines(node, from, end, quick), position: quick.placed(from, to) };
}

/** Whether marks of emphasis stand in a way in which the two parsers pair them differently: not two by two, each alike. */
function isCrowded(written: string): boolean {
  if (/\*{3}|_{3}|\*_|_\*/u.test(written)) return true;
  const bare = written.replaceAll(/`[^`]*`|\\./gsu, '');
  return [/\*+/gu, /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu].some((marks) => {
    const runs = bare.match(marks) ?? [];
    return runs.length % 2 > 0 || runs.some((run, place) => place % 2 > 0 && run !== runs[place - 1]);
  });
}

/** A quote in no other, whose marks stand below each other: further in, one may be code. */
function quoteOf(node: SyntaxNode, quick: Quick): Blockquote {
  const columns = marksIn(node).map(({ from }) => from - quick.text.lastIndexOf('\n', from - 1));
  if (isQuoted(node) || new Set(columns).size > 1) throw new Unsure('extent');
  return { type: 'blockquote', children: blocks(node, quick), position: quick.placed(node.from, node.to) };
}

function marksIn(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    found.push(...(child.name === 'QuoteMark' ? [child] : marksIn(child)));
  return found;
}

function listOf(node: SyntaxNode, quick: Quick): List {
  const before = node.prevSibling;
  const isClose = isCloseTo(node, quick.text);
  if (isClose && before?.name !== 'Paragraph' && !isHeading(before)) throw new Unsure('extent');
  const items = node.getChildren('ListItem').map((item) => itemOf(item, quick));
  const mark = node.getChild('ListItem')?.getChild('ListMark') ?? null;
  const [first, last] = [items[0]?.position?.start, items.at(-1)?.position?.end];
  if (mark === null || first === undefined || last === undefined) throw new Unsure();
  const position = { start: first, end: last };
  if (node.name === 'BulletList')
    return { type: 'list', ordered: false, start: null, spread: false, children: items, position };
  const start = Number.parseInt(quick.text.slice(mark.from, mark.to), 10);
  // Only a list that begins with 1 may stand directly below a paragraph.
  if (isClose && start !== 1) throw new Unsure('extent');
  return { type: 'list', ordered: true, start, spread: false, children: items, position };
}

/** An item whose text begins behind its mark. */
function itemOf(node: SyntaxNode, quick: Quick): ListItem {
  const mark = node.getChild('ListMark');
  if (mark?.nextSibling?.name === 'CodeBlock') throw new Unsure('extent');
  const children = blocks(node, quick);
  if (mark === null) throw new Unsure();
  const { start } = quick.placed(mark.from, mark.to);
  const end = children.at(-1)?.position?.end;
  if (end === undefined || children[0]?.position?.start.line !== start.line) throw new Unsure('extent');
  return { type: 'listItem', spread: false, checked: null, children, position: { start, end } };
}

function fencedOf(node: SyntaxNode, quick: Quick): Code {
  const { text } = quick;
  const [open, close] = node.getChildren('CodeMark');
  const info = node.getChild('CodeInfo');
  if (open === undefined || close === undefined) throw new Unsure('extent');
  if (isQuoted(node)) throw new Unsure();
  const words = info === null ? '' : text.slice(info.from, info.to);
  if (/[\\&]/u.test(words) || (info !== null && text[info.to] !== '\n')) throw new Unsure();
  const [, lang = null, meta = null] = /^(\S+)(?: +([^]+))?$/u.exec(words) ?? [];
  const first = text.indexOf('\n', open.to) + 1;
  const last = text.lastIndexOf('\n', close.from);
  const indent = new RegExp(`^ {0,${node.from - lineStart(text, node.from)}}`, 'gmu');
  const value = last < first ? '' : text.slice(first, last).replace(indent, '');
  return { type: 'code', lang, meta, value, position: quick.placed(node.from, node.to) };
}

/** Indented code outside of lists. */
function indentedOf(node: SyntaxNode, { text, placed }: Quick): Code {
  const { parent, prevSibling, from, to } = node;
  if (parent?.name !== 'Document' || /^Blockquote|List$/u.test(prevSibling?.name ?? '')) throw new Unsure();
  const start = lineStart(text, from);
  const value = text.slice(start, to).replaceAll(/^ {1,4}/gmu, '');
  return { type: 'code', lang: null, meta: null, value, position: placed(start, to) };
}

function htmlOf(node: SyntaxNode, { text, placed }: Quick): Html {
  const from = lineStart(text, node.from);
  const value = text.slice(from, node.to);
  if (node.parent?.name !== 'Document' || /^[^\n]*>[^\S\n]+(?:\n|$)/u.test(value)) throw new Unsure();
  return { type: 'html', value, position: placed(from, node.to) };
}
