import type { AuthoredQuestion } from './article.ts';
import type { EntryBlock, HeadingBlock } from './blocks.ts';
import { endOf, sliceOf, startOf, fragmentWithin, type Fragment } from './fragment.ts';
import { namedTitle } from './mark.ts';
import { plainTitle } from './plain.ts';
import { entryOf, innerOf, placeAfter, type Candidate, type CutBlocks, type Region } from './region.ts';
import { isIndented } from './tidy.ts';
import { attributesOf, elementsOf, tagsIn, type Element, type Tag } from './tags.ts';

/** A tag that could begin an entry or a heading. */
const telling = /<(?:details|dl|h[1-6]|[A-Z]|[a-z]+-[a-z])/u;

/** Entries and headings that are HTML elements or components. */
export function elementCandidates(fragment: Fragment, cut: CutBlocks): Candidate[] {
  if (!telling.test(fragment.source)) return [];
  const tags = fragment.nodes.flatMap((node) => tagsOf(node, fragment.source));
  const reader: Reader = { fragment, cut };
  return candidatesIn(elementsOf(tags, fragment.source.length), reader);
}

interface Reader {
  readonly fragment: Fragment;
  readonly cut: CutBlocks;
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
  if (element.name === 'dl') return listRegion(element, reader);
  if (!isComponent(element.name)) return null;
  return (
    questionRegion(element, next, reader) ??
    componentRegion(element, reader) ??
    wrapperRegion(element, reader)
  );
}

/** Components are written large, in parts or with a hyphen; all else is HTML. */
export const isComponent = (name: string): boolean => /^[A-Z]|[-.]/u.test(name);

const regionOf = ({ start, end }: Pick<Element, 'start' | 'end'>, block: EntryBlock | HeadingBlock | null) =>
  block === null ? null : { start, end, blocks: [block] };

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
  const entry = entryOf({
    title: plainTitle(fragment.source.slice(summary.inner, summary.innerEnd)),
    line: fragment.lineAt(summary.start),
    body: cut(inner),
    place: placeAfter(fragment, summary.end, end, inner.prefix),
  });
  return regionOf({ start: element.start, end }, entry);
}

function openEnd({ children, innerEnd, inner }: Element, { nodes }: Fragment): number {
  const next = children.find(({ name }) => name.toLowerCase() === 'details')?.start ?? innerEnd;
  const heading = nodes.find((node) => node.type === 'heading' && startOf(node) > inner);
  return Math.min(next, heading === undefined ? innerEnd : startOf(heading));
}

/** `<dl>`: terms with what is said of them. */
function listRegion(list: Element, reader: Reader): Region | null {
  const { fragment, cut } = reader;
  const parts = partsOf(list);
  const entries: EntryBlock[] = [];
  for (let place = 0; place < parts.length;) {
    const terms = takeWhile(parts, place, 'dt');
    const said = takeWhile(parts, place + terms.length, 'dd');
    place += Math.max(1, terms.length + said.length);
    const [first, ...others] = terms;
    const start = said[0];
    if (first === undefined || start === undefined) continue;
    const after = parts[place]?.start ?? list.innerEnd;
    const inner = innerOf(fragment, start.inner, said.at(-1)?.innerEnd ?? start.innerEnd);
    const between = fragmentWithin(
      fragment,
      fragment.source.slice(said.at(-1)?.end ?? after, after),
      fragment.lineAt(said.at(-1)?.end ?? after),
    );
    const entry = entryOf({
      title: plainTitle(fragment.source.slice(first.inner, first.innerEnd)),
      line: fragment.lineAt(first.start),
      body: [...cut(between), ...cut(inner)],
      place: placeAfter(fragment, start.inner, said.at(-1)?.end ?? start.end, inner.prefix),
      phrasings: others.map((term) => termPhrasing(term, fragment)),
    });
    if (entry !== null) entries.push(entry);
  }
  return entries.length === 0 ? null : { start: list.start, end: list.end, blocks: entries };
}

const termPhrasing = ({ inner, innerEnd, start }: Element, fragment: Fragment): AuthoredQuestion => ({
  text: plainTitle(fragment.source.slice(inner, innerEnd)),
  line: fragment.lineAt(start),
});

/** `dt` and `dd` of a list, also those that a `div` groups or that stand within one that is left open. */
function partsOf(element: Element): Element[] {
  return element.children.flatMap((child) =>
    /^d[td]$/iu.test(child.name)
      ? child.isClosed
        ? [child]
        : [
            { ...child, innerEnd: firstPart(child) ?? child.innerEnd, end: firstPart(child) ?? child.end },
            ...partsOf(child),
          ]
      : /^div$/iu.test(child.name)
        ? partsOf(child)
        : [],
  );
}
const firstPart = ({ children }: Element): number | undefined =>
  children.find(({ name }) => /^d[td]$/iu.test(name))?.start;

function takeWhile(parts: readonly Element[], from: number, name: string): Element[] {
  const end = parts.findIndex((part, place) => place >= from && part.name.toLowerCase() !== name);
  return parts.slice(from, end < 0 ? parts.length : end);
}

const isQuestionPart = (name: string): boolean =>
  /^(?:Q|.*(?:Question|Summary|Header|Title|Trigger))$/u.test(name);
const isAnswerPart = (name: string): boolean => /^(?:A|.*(?:Answer|Panel|Body|Content))$/u.test(name);

/** `<Q>…<A>…</A></Q>`, `<Q>…</Q><A>…</A>`, or a component whose first part is its question. */
function questionRegion(element: Element, next: Element | undefined, reader: Reader): Region | null {
  const { fragment } = reader;
  if (!element.isClosed) return null;
  const answer = element.children.find(({ name }) => isAnswerPart(name));
  const [first] = element.children;
  if (isQuestionPart(element.name)) {
    if (answer !== undefined)
      return answeredRegion(element, { start: element.inner, end: answer.start }, answer, reader);
    const isBeside =
      next !== undefined &&
      isAnswerPart(next.name) &&
      fragment.source.slice(element.end, next.start).trim() === '';
    if (!isBeside) return null;
    const both = { start: element.start, end: next.end };
    return answeredRegion(both, { start: element.inner, end: element.innerEnd }, next, reader);
  }
  if (
    first === undefined ||
    !isQuestionPart(first.name) ||
    first.children.some(({ name }) => isAnswerPart(name))
  )
    return null;
  const asked = { start: first.inner, end: first.innerEnd };
  // With more questions below it the component only holds entries.
  if (element.children.filter(({ name }) => isQuestionPart(name)).length > 1) return null;
  const body = answer ?? { inner: first.end, innerEnd: element.innerEnd };
  return answeredRegion(element, asked, body, reader);
}

/** A component that holds others so deeply indented that Markdown takes them for code. */
function wrapperRegion(element: Element, { fragment, cut }: Reader): Region | null {
  const { start, inner, innerEnd, end, isClosed } = element;
  const hidden = fragment.nodes.some(
    (node) => isIndented(node, fragment.source) && startOf(node) >= inner && endOf(node) <= innerEnd,
  );
  const blocks = hidden && isClosed ? cut(innerOf(fragment, inner, innerEnd)) : [];
  return blocks.some(({ kind }) => kind === 'entry') ? { start, end, blocks } : null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function answeredRegion(
  whole: Range,
  asked: Range,
  answer: Pick<Element, 'inner' | 'innerEnd'>,
  { fragment, cut }: Reader,
): Region | null {
  const inner = innerOf(fragment, answer.inner, answer.innerEnd);
  const entry = entryOf({
    title: plainTitle(innerOf(fragment, asked.start, asked.end).source),
    line: fragment.lineAt(
      asked.start + (/^\s*/u.exec(fragment.source.slice(asked.start, asked.end))?.[0].length ?? 0),
    ),
    body: cut(inner),
    place: placeAfter(fragment, answer.inner, whole.end, inner.prefix),
  });
  return regionOf(whole, entry);
}

const answerKeys = ['answer', 'text', 'content', 'description', 'body'];

/** A component with its question as an attribute; the text is within it, or an attribute too. */
function componentRegion(element: Element, { fragment, cut }: Reader): Region | null {
  const attributes = attributesOf(element.attributes);
  const title = namedTitle(attributes);
  if (title === null || !element.isClosed) return null;
  const inner = innerOf(fragment, element.inner, element.innerEnd);
  const line = fragment.lineAt(element.start);
  const place = placeAfter(fragment, element.inner, element.end, inner.prefix);
  const within = entryOf({ title: plainTitle(title), line, body: cut(inner), place });
  if (within !== null) return regionOf(element, within);
  const answer = answerKeys.map((key) => attributes.get(key)).find((value) => value !== undefined);
  if (answer === undefined) return null;
  const body = cut(fragmentWithin(fragment, answer, line));
  return regionOf(element, entryOf({ title: plainTitle(title), line, body, place }));
}
