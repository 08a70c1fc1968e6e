import type { RootContent } from 'mdast';
import { tagIds } from './anchors.ts';
import { withoutLabel } from './unlabelled.ts';
import { commentsOf, type Block } from './blocks.ts';
import { boxCandidates } from './boxes.ts';
import { definitionCandidates } from './definitions.ts';
import { elementCandidates } from './elements.ts';
import {
  deepestFragment,
  endOf,
  fragmentWithin,
  lineOfNode,
  sliceOf,
  startOf,
  type Fragment,
} from './fragment.ts';
import { itemCandidates } from './items.ts';
import { plainHeading } from './plain.ts';
import { hasText, type Region } from './region.ts';

/** Cuts a fragment into its headings, its entries that are boxes or elements, and the nodes between them. */
export function cutBlocks(fragment: Fragment): readonly Block[] {
  const regions = fragment.depth >= deepestFragment ? [] : regionsOf(fragment);
  const blocks: Block[] = [];
  const between = cutterOf(fragment);
  for (const { start, end, blocks: own } of regions) {
    addAll(blocks, between(start, end));
    blocks.push(...own.map(unlabelled));
  }
  addAll(blocks, between(fragment.source.length, fragment.source.length));
  return blocks;
}

/** An entry whose answer begins without `A:` or `Svar:`. */
function unlabelled(block: Block): Block {
  if (block.kind !== 'entry') return block;
  const { comments, others } = commentsOf(block.body);
  const { blocks, hadLabel } = withoutLabel(others, cutBlocks);
  return hadLabel && hasText(blocks) ? { ...block, body: [...comments, ...blocks] } : block;
}

/** The outermost regions, in order. */
function regionsOf(fragment: Fragment): Region[] {
  const candidates = [
    ...elementCandidates(fragment, cutBlocks),
    ...boxCandidates(fragment, cutBlocks),
    ...definitionCandidates(fragment, cutBlocks),
    ...itemCandidates(fragment, cutBlocks),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const regions: Region[] = [];
  for (const { start, read } of candidates) {
    if (start < (regions.at(-1)?.end ?? 0)) continue;
    const region = read();
    if (region !== null) regions.push(region);
  }
  return regions;
}

/** Gives the nodes up to a region, and goes on behind it: nodes as they are, and what a region leaves of one read again. */
function cutterOf(fragment: Fragment): (to: number, next: number) => Block[] {
  let place = 0;
  let from = 0;
  return (to, next) => {
    const blocks: Block[] = [];
    for (; place < fragment.nodes.length; place += 1) {
      const node = fragment.nodes[place];
      if (node === undefined || startOf(node) >= to) break;
      const end = Math.min(endOf(node), to);
      if (end > from) blocks.push(...remains(fragment, node, Math.max(from, startOf(node)), end));
      // The rest of a node that reaches beyond the region comes later.
      if (endOf(node) > next) break;
    }
    from = next;
    while (place < fragment.nodes.length && endOf(fragment.nodes[place] ?? { type: 'break' }) <= from)
      place += 1;
    return blocks;
  };
}

function remains(fragment: Fragment, node: RootContent, start: number, end: number): Block[] {
  if (start === startOf(node) && end === endOf(node)) return [blockOf(node, fragment)];
  const rest = fragment.source.slice(start, end);
  const skipped = /^\s*/u.exec(rest)?.[0].length ?? 0;
  if (skipped === rest.length) return [];
  const part = fragmentWithin(fragment, rest.slice(skipped), fragment.lineAt(start + skipped));
  return part.nodes.map((each) => blockOf(each, part));
}

function blockOf(node: RootContent, fragment: Fragment): Block {
  if (node.type !== 'heading') return { kind: 'node', node, fragment };
  const line = lineOfNode(fragment, node);
  const endLine = line + (node.position?.end.line ?? 1) - (node.position?.start.line ?? 1);
  const anchors = anchorsIn(sliceOf(node, fragment.source));
  return { kind: 'heading', depth: node.depth, text: plainHeading(node), line, endLine, anchors };
}

/** `{#id}`, `^id` and `<a id>` in a heading name it for links. */
function anchorsIn(heading: string): string[] {
  const found = heading.matchAll(/\{:?[^{}]*#([\p{L}\p{N}_:.-]+)[^{}]*\}|[ \t]\^([A-Za-z0-9-]+)[ \t]*$/gmu);
  return [...Array.from(found, ([, id, block]) => id ?? block ?? ''), ...tagIds(heading)];
}

/** Adds blocks; a comment with phrasings directly below an entry is the entry's. */
function addAll(blocks: Block[], added: readonly Block[]): void {
  const entry = blocks.at(-1);
  const { comments, others } = commentsOf(added);
  const isOwn = entry?.kind === 'entry' && comments.length > 0;
  if (isOwn) blocks[blocks.length - 1] = { ...entry, body: [...comments, ...entry.body] };
  for (const block of isOwn ? others : added) blocks.push(block);
}
