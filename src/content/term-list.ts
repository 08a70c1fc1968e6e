import type { AuthoredQuestion } from './article.ts';
import { isComment, type EntryBlock } from './blocks.ts';
import { fragmentWithin, type Fragment } from './fragment.ts';
import { plainTitle } from './plain.ts';
import { entryOf, hasText, innerOf, leftBetween, placeAfter, type Reader, type Region } from './region.ts';
import type { Element } from './tags.ts';

/** The terms of a `<dl>` with what is said of them; null where some of its text would belong to none. */
export function termListRegion(list: Element, reader: Reader): Region | null {
  const groups = groupsOf(partsOf(list), list.innerEnd);
  const entries = groups.map((group) => entryFrom(group, reader));
  const found = entries.filter((entry) => entry !== null);
  if (found.length === 0 || found.length < entries.length) return null;
  const used = groups.map(({ terms, until }) => ({ start: terms[0]?.start ?? until, end: until }));
  const left = leftBetween(reader.fragment, { start: list.inner, end: list.innerEnd }, used, reader.cut);
  return { start: list.start, end: list.end, blocks: [...left, ...found] };
}

/** Terms, what is said of them, and where the next term or the end of the list is. */
interface Group {
  readonly terms: Element[];
  readonly said: Element[];
  until: number;
}

function groupsOf(parts: readonly Element[], end: number): Group[] {
  const groups: Group[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const isTerm = part.name.toLowerCase() === 'dt';
    if (last === undefined || (isTerm && last.said.length > 0)) {
      if (last !== undefined) last.until = part.start;
      groups.push({ terms: isTerm ? [part] : [], said: isTerm ? [] : [part], until: end });
    } else (isTerm ? last.terms : last.said).push(part);
  }
  return groups;
}

function entryFrom({ terms, said, until }: Group, { fragment, cut }: Reader): EntryBlock | null {
  const [first, ...others] = terms;
  const [start, last] = [said[0], said.at(-1)];
  if (first === undefined || start === undefined || last === undefined) return null;
  const inner = innerOf(fragment, start.inner, last.innerEnd);
  const after = cut(
    fragmentWithin(fragment, fragment.source.slice(last.end, until).trim(), lineOfText(fragment, last.end)),
  );
  const between = cut(innerOf(fragment, terms.at(-1)?.end ?? start.start, start.start));
  const beside = [...between, ...after].filter((block) => !isComment(block));
  return entryOf({
    title: plainTitle(fragment.source.slice(first.inner, first.innerEnd)),
    line: fragment.lineAt(first.start),
    body: [...[...between, ...after].filter(isComment), ...cut(inner), ...(hasText(beside) ? beside : [])],
    place: placeAfter(fragment, start.inner, last.end, inner.prefix),
    phrasings: others.map((term) => termPhrasing(term, fragment)),
  });
}

/** The line of the first text behind an offset. */
function lineOfText({ source, lineAt }: Fragment, from: number): number {
  return lineAt(from + (/^\s*/u.exec(source.slice(from))?.[0].length ?? 0));
}

const termPhrasing = ({ inner, innerEnd, start }: Element, fragment: Fragment): AuthoredQuestion => ({
  text: plainTitle(fragment.source.slice(inner, innerEnd)),
  line: fragment.lineAt(start),
});

const isPart = ({ name }: Element): boolean => /^d[td]$/iu.test(name);

/** `dt` and `dd` of a list, also those that a `div` groups or that stand within one that is left open. */
function partsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (/^div$/iu.test(child.name)) return partsOf(child);
    if (!isPart(child)) return [];
    const end = child.children.find(isPart)?.start;
    return end === undefined ? [child] : [{ ...child, innerEnd: end, end }, ...partsOf(child)];
  });
}
