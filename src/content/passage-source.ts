import type { Definition, Nodes } from 'mdast';
import type { NodeBlock } from './blocks.ts';
import { sliceOf, type Fragment } from './fragment.ts';
import { linksIn, type RawLink } from './links.ts';
import { readMark } from './mark.ts';

/** Every link of a block, at its line in the file. */
export function linksOf(
  { node, fragment }: NodeBlock,
  definitions: ReadonlyMap<string, Definition>,
): RawLink[] {
  return linksIn([node], definitions).map(({ href, line }) => ({
    href,
    line: line + fragment.firstLine - 1,
  }));
}

/** The reference definitions of an article, the first of each name. */
export function definitionsIn({ nodes }: Fragment): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of nodes) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  }
  return found;
}

/** The source of the blocks, with the definitions that they need from elsewhere in the file appended. */
export function markdownOf(
  blocks: readonly NodeBlock[],
  whole: Fragment,
  definitions: ReadonlyMap<string, Definition>,
): string {
  const nodes = blocks.map(({ node }) => node);
  const needed = [...new Set(nodes.flatMap(referencesIn))]
    .map((identifier) => definitions.get(identifier))
    .filter((definition) => definition !== undefined)
    .filter((definition) => !nodes.includes(definition))
    .map((definition) => sliceOf(definition, whole.source));
  const own = blocks.filter(({ node }) => node.type !== 'siteMark' || readMark(node.value).kind !== 'other');
  return [...own.map(({ node, fragment }) => sliceOf(node, fragment.source)), ...needed].join('\n\n');
}

function referencesIn(node: Nodes): string[] {
  const own = node.type === 'linkReference' || node.type === 'imageReference' ? [node.identifier] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(referencesIn)] : own;
}
