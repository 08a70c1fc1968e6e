import { endOf, fragmentWithin, startOf } from './fragment.ts';
import { namedTitle } from './mark.ts';
import { plainTitle } from './plain.ts';
import {
  entryOf,
  innerOf,
  leftBetween,
  placeAfter,
  regionOf,
  type Range,
  type Reader,
  type Region,
} from './region.ts';
import { attributesOf, type Element } from './tags.ts';
import { isIndented } from './tidy.ts';

/** Components are written large, in parts or with a hyphen; all else is HTML. */
export const isComponent = (name: string): boolean => /^[A-Z]|[-.]/u.test(name);

/** Attributes that hold the text of a component. */
export const answerKeys = ['answer', 'text', 'content', 'description', 'body'];

/** The entry that a component is, or those that it hides; `next` is what stands beside it. */
export function componentRegion(element: Element, next: Element | undefined, reader: Reader): Region | null {
  if (!element.isClosed) return null;
  return (
    askedByName(element, next, reader) ??
    askedByPart(element, reader) ??
    askedByAttribute(element, reader) ??
    wrapperRegion(element, reader)
  );
}

const isQuestionPart = (name: string): boolean =>
  /^(?:Q|.*(?:Question|Summary|Header|Title|Trigger))$/u.test(name);
const isAnswerPart = (name: string): boolean => /^(?:A|.*(?:Answer|Panel|Body|Content))$/u.test(name);
const answerIn = ({ children }: Element): Element | undefined =>
  children.find(({ name }) => isAnswerPart(name));
const within = ({ inner, innerEnd }: Element): Range => ({ start: inner, end: innerEnd });

/** `<Q>…<A>…</A></Q>` and `<Q>…</Q><A>…</A>`. */
function askedByName(element: Element, next: Element | undefined, reader: Reader): Region | null {
  if (!isQuestionPart(element.name)) return null;
  const answer = answerIn(element);
  if (answer !== undefined) {
    const asked = { start: element.inner, end: answer.start };
    return answered(
      { whole: element, asked, answer: within(answer), left: leftOf(element, [asked, answer], reader) },
      reader,
    );
  }
  const between = next === undefined ? '' : reader.fragment.source.slice(element.end, next.start);
  if (next === undefined || !isAnswerPart(next.name) || between.trim() !== '') return null;
  const whole = { start: element.start, end: next.end };
  return answered({ whole, asked: within(element), answer: within(next), left: [] }, reader);
}

/** A component whose first part is its question; with more questions below it, it only holds entries. */
function askedByPart(element: Element, reader: Reader): Region | null {
  const [first] = element.children;
  const questions = element.children.filter(({ name }) => isQuestionPart(name));
  if (first === undefined || questions.length !== 1 || questions[0] !== first) return null;
  if (answerIn(first) !== undefined) return null;
  const answer = answerIn(element);
  const used = answer === undefined ? [first, { start: first.end, end: element.innerEnd }] : [first, answer];
  return answered(
    {
      whole: element,
      asked: within(first),
      answer: answer === undefined ? { start: first.end, end: element.innerEnd } : within(answer),
      left: leftOf(element, used, reader),
    },
    reader,
  );
}

const leftOf = (element: Element, used: readonly Range[], { fragment, cut }: Reader) =>
  leftBetween(fragment, within(element), used, cut);

interface Answered {
  readonly whole: Range;
  readonly asked: Range;
  readonly answer: Range;
  /** What stands beside both. */
  readonly left: ReturnType<typeof leftBetween>;
}

function answered({ whole, asked, answer, left }: Answered, { fragment, cut }: Reader): Region | null {
  const inner = innerOf(fragment, answer.start, answer.end);
  const blanks = /^\s*/u.exec(fragment.source.slice(asked.start, asked.end))?.[0].length ?? 0;
  const entry = entryOf({
    title: plainTitle(innerOf(fragment, asked.start, asked.end).source),
    line: fragment.lineAt(asked.start + blanks),
    body: [...cut(inner), ...left],
    place: placeAfter(fragment, answer.start, whole.end, inner.prefix),
  });
  return regionOf(whole, entry);
}

/** A component with its question as an attribute; the text is within it, or an attribute too. */
function askedByAttribute(element: Element, { fragment, cut }: Reader): Region | null {
  const attributes = attributesOf(element.attributes);
  const written = namedTitle(attributes, element.name);
  if (written === null) return null;
  const title = plainTitle(written);
  const line = fragment.lineAt(element.start);
  const inner = innerOf(fragment, element.inner, element.innerEnd);
  const place = placeAfter(fragment, element.inner, element.end, inner.prefix);
  const held = entryOf({ title, line, body: cut(inner), place });
  if (held !== null) return regionOf(element, held);
  const answer = answerKeys.map((key) => attributes.get(key)).find((value) => value !== undefined);
  if (answer === undefined) return null;
  const body = cut(fragmentWithin(fragment, answer, line));
  return regionOf(element, entryOf({ title, line, body, place }));
}

/** A component that holds others so deeply indented that Markdown takes them for code. */
function wrapperRegion({ start, inner, innerEnd, end }: Element, { fragment, cut }: Reader): Region | null {
  const isHidden = fragment.nodes.some(
    (node) => isIndented(node, fragment.source) && startOf(node) >= inner && endOf(node) <= innerEnd,
  );
  const blocks = isHidden ? cut(innerOf(fragment, inner, innerEnd)) : [];
  return blocks.some(({ kind }) => kind === 'entry') ? { start, end, blocks } : null;
}
