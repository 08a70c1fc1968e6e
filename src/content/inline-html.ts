import type { PhrasingContent } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { textOf } from './text-of.ts';
import { attributesOf, tagsIn, type Tag } from './tags.ts';

/** Tags within tags beyond this stay as they are written: recursion over the tree must end. */
const deepest = 8;

/** A tag that is open, and what has been met within it. */
interface Open {
  readonly tag: Tag;
  readonly node: PhrasingContent;
  readonly within: PhrasingContent[];
}

/** Inline HTML as the Markdown that says the same: `<b>`, `<a href>`, `<kbd>` and their like, where they are closed. */
export function inlineHtml(children: readonly PhrasingContent[]): PhrasingContent[] {
  const read: PhrasingContent[] = [];
  const open: Open[] = [];
  for (const node of children) {
    const tag = tagOf(node);
    const place = tag?.kind === 'close' ? open.findLastIndex((each) => isPair(each.tag, tag)) : -1;
    const [opened, ...unclosed] = place < 0 ? [] : open.splice(place);
    if (opened !== undefined) {
      const within = [...opened.within, ...unclosed.flatMap(asWritten)];
      (open.at(-1)?.within ?? read).push(...elementOf(opened, within, node));
    } else if (tag?.kind === 'open' && kindOf(tag) !== null && open.length < deepest)
      open.push({ tag, node, within: [] });
    else (open.at(-1)?.within ?? read).push(node);
  }
  return [...read, ...open.flatMap(asWritten)];
}

const asWritten = ({ node, within }: Open): PhrasingContent[] => [node, ...within];

const tagOf = (node: PhrasingContent): Tag | undefined =>
  node.type === 'html' ? tagsIn(node.value)[0] : undefined;
const isPair = (a: Tag, b: Tag): boolean => a.name.toLowerCase() === b.name.toLowerCase();

type Kind = 'strong' | 'emphasis' | 'delete' | 'inlineCode' | 'link';
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['s', 'delete'],
  ['del', 'delete'],
  ['strike', 'delete'],
  ['code', 'inlineCode'],
  ['kbd', 'inlineCode'],
  ['samp', 'inlineCode'],
  ['tt', 'inlineCode'],
  ['a', 'link'],
]);

/** What a tag is in Markdown; null where Markdown has nothing like it, as for an `<a>` that leads nowhere. */
function kindOf({ name, attributes }: Tag): Kind | null {
  const kind = kinds.get(name.toLowerCase()) ?? null;
  return kind === 'link' && !attributesOf(attributes).has('href') ? null : kind;
}

/** Elements that hold entries or headings are read elsewhere, and need their tags. */
const holder = /^<\/?(?:details|summary|d[ltd]|h[1-6]|[A-Z])/u;

function elementOf(
  { tag, node: first }: Open,
  children: readonly PhrasingContent[],
  last: PhrasingContent,
): PhrasingContent[] {
  const kind = kindOf(tag);
  const isHolder = children.some((child) => child.type === 'html' && holder.test(child.value));
  if (kind === null || isHolder) return [first, ...children, last];
  const [start, end] = [first.position?.start, last.position?.end];
  const placed = start === undefined || end === undefined ? {} : { position: { start, end } };
  if (kind === 'link') {
    const url = decodeString(attributesOf(tag.attributes).get('href') ?? '').trim();
    return [{ type: 'link', url, children: [...children], ...placed }];
  }
  if (kind !== 'inlineCode') return [{ type: kind, children: [...children], ...placed }];
  const value = children
    .map((child) => textOf(child))
    .join('')
    .replaceAll(/\s+/gu, ' ');
  return [{ type: 'inlineCode', value, ...placed }];
}
