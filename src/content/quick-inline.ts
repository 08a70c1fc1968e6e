import type { SyntaxNode } from '@lezer/common';
import type { Html, Image, InlineCode, Link, PhrasingContent, Text } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { textOf } from './text-of.ts';

type Position = NonNullable<Text['position']>;

/** Thrown where a quick reading is not sure to be that of micromark. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
  /** How far: what a block holds, or even where it ends. */
  readonly about: 'content' | 'extent';
  constructor(about: Unsure['about'] = 'content') {
    super();
    this.about = about;
  }
}

/** A source whose tree is made as micromark would make it. */
export interface Quick {
  readonly text: string;
  /** Where a range of the source stands in the article. */
  readonly placed: (from: number, to: number) => Position;
}

/** What stands between two offsets of a block's text. @throws {Unsure} */
export function inlines(node: SyntaxNode, from: number, to: number, quick: Quick): PhrasingContent[] {
  const line = new Line(quick);
  let at = from;
  for (let child = node.childAfter(from); child !== null && child.from < to; child = child.nextSibling) {
    if (child.to > to) throw new Unsure();
    line.text(at, child.from);
    readOne(line, child, quick);
    at = child.to;
  }
  line.text(at, to);
  return line.finished();
}

/** The marks themselves; what they mark is told by the node that holds them. */
const silent = new Set(['EmphasisMark', 'HeaderMark', 'LinkMark', 'QuoteMark', 'CodeMark']);

function readOne(line: Line, child: SyntaxNode, quick: Quick): void {
  const { from, to, name } = child;
  if (silent.has(name)) return;
  if (name === 'Escape' || name === 'Entity') line.decoded(from, to);
  else if ((name === 'Link' || name === 'Image') && isBare(child, quick)) line.text(from, to);
  else line.node(elementOf(child, quick), from, to);
}

function elementOf(node: SyntaxNode, quick: Quick): PhrasingContent {
  switch (node.name) {
    case 'Emphasis':
      return { type: 'emphasis', children: inlines(node, node.from + 1, node.to - 1, quick) };
    case 'StrongEmphasis':
      return { type: 'strong', children: inlines(node, node.from + 2, node.to - 2, quick) };
    case 'InlineCode':
      return codeOf(node, quick);
    case 'HTMLTag':
    case 'Comment':
      return htmlOf(node, quick);
    case 'Link':
    case 'Image':
      return linkOf(node, quick);
    case 'HardBreak':
      return { type: 'break' };
    default:
      throw new Unsure();
  }
}

function codeOf({ from, to }: SyntaxNode, { text }: Quick): InlineCode {
  const written = text.slice(from, to);
  const fence = /^`+/u.exec(written)?.[0].length ?? 0;
  const inner = written.slice(fence, written.length - fence);
  if (inner.includes('\n')) throw new Unsure();
  const isPadded = inner.startsWith(' ') && inner.endsWith(' ') && /[^ ]/u.test(inner);
  return { type: 'inlineCode', value: isPadded ? inner.slice(1, -1) : inner };
}

const blank = String.raw`(?: |\n(?!\n))`;
const attribute = String.raw`${blank}+[A-Za-z_:][\w.:-]*(?:${blank}*=${blank}*(?:[^\s"'=<>\u0060]+|'[^']*'|"[^"]*"))?`;
/** Tags as CommonMark has them, and comments of one line. */
const plainTag = new RegExp(
  String.raw`^<(?:/[A-Za-z][A-Za-z\d-]* *|[A-Za-z][A-Za-z\d-]*(?:${attribute})*${blank}*/?|!--(?!-?>)(?:(?!-->)[^\n])*--)>$`,
  'u',
);

function htmlOf(node: SyntaxNode, { text }: Quick): Html {
  const value = text.slice(node.from, node.to);
  if (!plainTag.test(value) || (value.includes('\n') && isQuoted(node))) throw new Unsure();
  // micromark takes away as much indent as no code has.
  return { type: 'html', value: value.replaceAll(/\n {1,3}/gu, '\n') };
}

/** Whether a node stands in a quote, whose marks begin each of its lines. */
export function isQuoted(node: SyntaxNode): boolean {
  for (let above = node.parent; above !== null; above = above.parent)
    if (above.name === 'Blockquote') return true;
  return false;
}

/** Brackets without an address are text, for nothing is defined. */
function isBare(node: SyntaxNode, { text }: Quick): boolean {
  if (node.getChildren('LinkMark').length > 2) return false;
  // What stands in them is read with what stands around them.
  const within = text.slice(node.from + (node.name === 'Image' ? 2 : 1), node.to);
  if (/[*_`<&\\[]/u.test(within)) throw new Unsure();
  return true;
}

/** No blanks or angles; brackets only as a pair. */
const plainAddress = /^[^<>\s()]*(?:\([^<>\s()]*\)[^<>\s()]*)?$/u;

function linkOf(node: SyntaxNode, quick: Quick): Link | Image {
  const [open, close] = node.getChildren('LinkMark');
  const url = node.getChild('URL');
  // Pictures in pictures may be deeper than the stack.
  if (node.parent?.name === 'Image') throw new Unsure();
  if (open === undefined || close === undefined || url === null) throw new Unsure();
  const address = quick.text.slice(url.from, url.to);
  if (!plainAddress.test(address)) throw new Unsure();
  const named = { title: titleOf(node, quick), url: decodeString(address) };
  const children = inlines(node, open.to, close.from, quick);
  return node.name === 'Link'
    ? { type: 'link', ...named, children }
    : { type: 'image', ...named, alt: children.map((child) => textOf(child)).join('') };
}

function titleOf(node: SyntaxNode, { text }: Quick): string | null {
  const title = node.getChild('LinkTitle');
  if (title === null) return null;
  const written = text.slice(title.from + 1, title.to - 1);
  if (written.includes('\n')) throw new Unsure();
  return decodeString(written);
}

/** Gathers the inline nodes of a block; text that is not parted by a node is one. */
class Line {
  readonly #quick: Quick;
  readonly #nodes: PhrasingContent[] = [];
  #value = '';
  #from = -1;
  #to = -1;
  /** Whether what comes next begins a line: its indent is none of it. */
  #beginsLine = false;

  constructor(quick: Quick) {
    this.#quick = quick;
  }

  /** Running text: blanks around line ends are none of it. */
  text(from: number, to: number): void {
    const { text } = this.#quick;
    const isIndented = this.#beginsLine || (text[from] === ' ' && /^ +\n/u.test(text.slice(from, to)));
    let start = from;
    if (isIndented) while (start < to && text[start] === ' ') start += 1;
    if (start >= to) return;
    const raw = text.slice(start, to);
    // A mark of code that nothing ends.
    if (raw.includes('`')) throw new Unsure();
    if (!raw.includes('\n')) return this.#add(raw, start, to);
    const indent = /\n( *)$/u.exec(raw)?.[1]?.length;
    this.#add(raw.replaceAll(/ *\n */gu, '\n'), start, to - (indent ?? 0));
    this.#beginsLine = indent !== undefined;
  }

  /** An escape or entity. */
  decoded(from: number, to: number): void {
    this.#add(decodeString(this.#quick.text.slice(from, to)), from, to);
  }

  node(node: PhrasingContent, from: number, to: number): void {
    this.#flush();
    node.position = this.#quick.placed(from, to);
    this.#nodes.push(node);
    this.#beginsLine = node.type === 'break';
  }

  finished(): PhrasingContent[] {
    this.#flush();
    return this.#nodes;
  }

  #add(value: string, from: number, to: number): void {
    if (this.#from < 0) this.#from = from;
    this.#value += value;
    this.#to = to;
    this.#beginsLine = false;
  }

  #flush(): void {
    if (this.#from < 0) return;
    const position = this.#quick.placed(this.#from, this.#to);
    this.#nodes.push({ type: 'text', value: this.#value, position });
    this.#value = '';
    this.#from = -1;
  }
}
