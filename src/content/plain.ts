import type { Nodes, RootContent } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { parsePart } from './markdown.ts';
import { markTitle } from './mark.ts';
import { textOf } from './text-of.ts';

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();
/** The text of HTML, line by line. */
export const withoutTags = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(?:#x?[\da-f]{1,7}|[a-z][\da-z]{1,31});/giu, (entity) => decodeString(entity));

/** Inline Markdown removed, entities decoded, white space collapsed; a closing `##` goes too. */
export function plainHeading(node: Nodes): string {
  return collapse(textOf(node).replace(/\s#+\s*$/u, ''));
}

/**
 * Plain text for matching: one line per paragraph, list item, table row or code line.
 * Where paragraphs hold nothing but tags or empty links, those are the text: the heading above them is no bare one.
 */
export function plainText(nodes: readonly RootContent[]): string {
  return joined(nodes.flatMap(linesOf)) || joined(nodes.filter(isParagraph).map(markupOf));
}

/** The title of a box or component in one line, of Markdown or HTML as written. */
export const plainTitle = (source: string): string => collapse(plainText(parsePart(source.trim()).children));

const joined = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');
const isParagraph = (node: RootContent): boolean => node.type === 'paragraph';
const markupOf = (node: RootContent): string =>
  collapse(textOf(node, { includeHtml: true }).replace(/<!--[\s\S]*?-->/gu, ' ')) ||
  addressesIn(node).join(' ');

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
    case 'toml':
      return [];
    case 'siteMark':
      return [markTitle(node.value) ?? ''];
    case 'table':
      return node.children.map((row) =>
        row.children.map((cell) => collapse(textOf(cell, { includeHtml: true }))).join(' | '),
      );
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => linesOf(child));
    default:
      return [collapse(textOf(node))];
  }
}
