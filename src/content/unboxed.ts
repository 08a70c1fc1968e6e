import type { RootContent } from 'mdast';
import { isComment } from './comments.ts';
import { htmlAsMarkdown } from './html-body.ts';
import { readMark } from './mark.ts';
import { parsePart } from './markdown.ts';
import { isIndented } from './tidy.ts';

/** Boxes in boxes beyond this are shown as they are written. */
const deepest = 6;

/**
 * Blocks as readers are shown them: marks of site generators gone, the titles of boxes bold, their bodies as the
 * Markdown that they are, HTML as Markdown.
 * @param source what the positions of the nodes count in
 */
export function unboxed(nodes: readonly RootContent[], source: string, depth = 0): RootContent[] {
  return nodes.flatMap((node, place) => {
    if (node.type === 'siteMark') return titleOf(node.value);
    if (node.type === 'html') return isComment(node.value) ? [] : htmlAsMarkdown(node.value);
    const before = nodes[place - 1];
    const isBody = before?.type === 'siteMark' && readMark(before.value).kind === 'indented';
    if (node.type !== 'code' || !isBody || depth >= deepest || !isIndented(node, source)) return [node];
    return unboxed(parsePart(node.value).children, node.value, depth + 1);
  });
}

function titleOf(mark: string): RootContent[] {
  const read = readMark(mark);
  const title = read.kind === 'fence' || read.kind === 'indented' ? read.title : null;
  if (title === null) return [];
  const [first] = parsePart(title).children;
  const children = first?.type === 'paragraph' ? first.children : [{ type: 'text' as const, value: title }];
  return [{ type: 'paragraph', children: [{ type: 'strong', children }] }];
}
