import type { ListItem } from 'mdast';
import { endOf, fragmentWithin, startOf, unindented, type Fragment } from './fragment.ts';
import type { Candidate, CutBlocks, Region } from './region.ts';

/** What a list item holds, without its mark and indent. */
export function itemFragment(item: ListItem, fragment: Fragment): Fragment {
  const [first] = item.children;
  const start = first === undefined ? startOf(item) : startOf(first);
  const width = start - startOf(item) + (item.position?.start.column ?? 1) - 1;
  const source = unindented(fragment.source.slice(start, endOf(item)), width);
  return fragmentWithin(fragment, source, fragment.lineAt(start), fragment.prefix + ' '.repeat(width));
}

/** What an entry that is no bold question could begin with. */
const telling = /^(?:<|:{2,}|\?\?\?|!!!|>[ \t]*\[!|\{[{%])/u;

/** List items that are nothing but entries: `- <details>…`, `- ??? question "…"`. */
export function itemCandidates(fragment: Fragment, cut: CutBlocks): Candidate[] {
  return fragment.nodes.flatMap((node) => {
    if (node.type !== 'list') return [];
    return node.children.flatMap((item): Candidate[] => {
      const [first] = item.children;
      if (first === undefined || !telling.test(fragment.source.slice(startOf(first), endOf(first))))
        return [];
      const [start, end] = [startOf(item), endOf(item)];
      return [{ start, end, read: () => itemRegion(item, fragment, cut) }];
    });
  });
}

function itemRegion(item: ListItem, fragment: Fragment, cut: CutBlocks): Region | null {
  const blocks = cut(itemFragment(item, fragment));
  const isWhole = blocks.length > 0 && blocks.every(({ kind }) => kind === 'entry');
  return isWhole ? { start: startOf(item), end: endOf(item), blocks } : null;
}
