import { componentRegion, isComponent } from './component.ts';
import { sliceOf, startOf, type Fragment } from './fragment.ts';
import { plainTitle } from './plain.ts';
import {
  entryOf,
  innerOf,
  leftBetween,
  placeAfter,
  regionOf,
  type Candidate,
  type CutBlocks,
  type Reader,
  type Region,
} from './region.ts';
import { attributesOf, elementsOf, tagsIn, type Element, type Tag } from './tags.ts';
import { termListRegion } from './term-list.ts';

/** A tag that could begin an entry or a heading. */
const telling = /<(?:details|dl|h[1-6]|[A-Z]|[a-z]+-[a-z])/u;

/** Entries and headings that are HTML elements or components. */
export function elementCandidates(fragment: Fragment, cut: CutBlocks): Candidate[] {
  if (!telling.test(fragment.source)) return [];
  const tags = fragment.nodes.flatMap((node) => tagsOf(node, fragment.source));
  const reader: Reader = { fragment, cut };
  return candidatesIn(elementsOf(tags, fragment.source.length), reader);
}

/** The tags of a node of the fragment itself; what lists and quotes hold is theirs. */
function tagsOf(node: Fragment['nodes'][number], source: string): Tag[] {
  if (node.type === 'paragraph') return node.children.flatMap((child) => htmlTags(child, source));
  return htmlTags(node, source);
}

function htmlTags(node: Parameters<typeof sliceOf>[0], source: string): Tag[] {
  if (node.type !== 'html') return [];
  const by = startOf(node);
  return tagsIn(sliceOf(node, source)).map((tag) => ({ ...tag, start: tag.start + by, end: tag.end + by }));
}

function candidatesIn(elements: readonly Element[], reader: Reader): Candidate[] {
  return elements.flatMap((element, place) => {
    const { start, end } = element;
    const read = (): Region | null => regionAt(element, elements[place + 1], reader);
    return [
      ...(couldBe(element.name) ? [{ start, end, read }] : []),
      ...candidatesIn(element.children, reader),
    ];
  });
}

const couldBe = (name: string): boolean => /^(?:h[1-6]|details|dl)$/u.test(name) || isComponent(name);

function regionAt(element: Element, next: Element | undefined, reader: Reader): Region | null {
  if (/^h[1-6]$/u.test(element.name)) return headingRegion(element, reader);
  if (element.name === 'details') return detailsRegion(element, reader);
  if (element.name === 'dl') return termListRegion(element, reader);
  if (!isComponent(element.name)) return null;
  return componentRegion(element, next, reader);
}

function headingRegion(element: Element, { fragment }: Reader): Region | null {
  const text = plainTitle(fragment.source.slice(element.inner, element.innerEnd));
  if (text === '' || !element.isClosed) return null;
  const id = attributesOf(element.attributes).get('id');
  const line = fragment.lineAt(element.start);
  return regionOf(element, {
    kind: 'heading',
    depth: Number(element.name[1]),
    text,
    line,
    endLine: fragment.lineAt(element.end),
    anchors: id === undefined ? [] : [id],
  });
}

function detailsRegion(element: Element, { fragment, cut }: Reader): Region | null {
  const summary = element.children.find(({ name }) => name.toLowerCase() === 'summary');
  if (summary === undefined || !summary.isClosed) return null;
  // One that is left open ends where the next one or a heading begins.
  const end = element.isClosed ? element.end : openEnd(element, fragment);
  const inner = innerOf(fragment, summary.end, Math.min(element.innerEnd, end));
  const before = leftBetween(fragment, { start: element.inner, end: summary.start }, [], cut);
  const entry = entryOf({
    title: plainTitle(fragment.source.slice(summary.inner, summary.innerEnd)),
    line: fragment.lineAt(summary.start),
    body: [...cut(inner), ...before],
    place: placeAfter(fragment, summary.end, end, inner.prefix),
  });
  return regionOf({ start: element.start, end }, entry);
}

function openEnd({ children, innerEnd, inner }: Element, { nodes }: Fragment): number {
  const next = children.find(({ name }) => name.toLowerCase() === 'details')?.start ?? innerEnd;
  const heading = nodes.find((node) => node.type === 'heading' && startOf(node) > inner);
  return Math.min(next, heading === undefined ? innerEnd : startOf(heading));
}
