import type { Nodes } from 'mdast';

/** `<br>`, which parts words as a blank does. */
const isBreak = (html: string): boolean => /^<br\b/iu.test(html);

/** The text of a node; what a site generator is told is none. */
export function textOf(node: Nodes, { includeHtml = false } = {}): string {
  if (node.type === 'break' || (node.type === 'html' && isBreak(node.value))) return '\n';
  if (node.type === 'siteMark' || (node.type === 'html' && !includeHtml)) return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map((child) => textOf(child, { includeHtml })).join('') : '';
}
