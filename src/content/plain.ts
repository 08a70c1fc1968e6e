import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const withoutTags = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<[^>]*>/gu, ' ');

/** Inline Markdown removed, entities decoded, white space collapsed; a closing `##` goes too. */
export function plainHeading(node: Nodes): string {
  return collapse(toString(node, { includeHtml: false }).replace(/\s#+\s*$/u, ''));
}

/**
 * Plain text for matching: one line per paragraph, list item, table row or code line.
 * Where paragraphs hold nothing but tags or empty links, those are the text: the heading above them is no bare one.
 */
export function plainText(nodes: readonly RootContent[]): string {
  return joined(nodes.flatMap(linesOf)) || joined(nodes.filter(isParagraph).map(markupOf));
}

const joined = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');
const isParagraph = (node: RootContent): boolean => node.type === 'paragraph';
const markupOf = (node: RootContent): string =>
  collapse(toString(node).replace(/<!--[\s\S]*?-->/gu, ' ')) || addressesIn(node).join(' ');

function addressesIn(node: Nodes): string[] {
  if (node.type === 'image' || node.type === 'link') return [node.url];
  return 'children' in node ? node.children.flatMap(addressesIn) : [];
}

function linesOf(node: RootContent): string[] {
  switch (node.type) {
    case 'html':
      return withoutTags(node.value).split('\n').map(collapse);
    case 'code':
      return node.value.split('\n').map((line) => line.trim());
    case 'definition':
    case 'thematicBreak':
    case 'yaml':
      return [];
    case 'table':
      return node.children.map((row) => row.children.map((cell) => collapse(toString(cell))).join(' | '));
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => linesOf(child));
    default:
      return [collapse(toString(node, { includeHtml: false }))];
  }
}
