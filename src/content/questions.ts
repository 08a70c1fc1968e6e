import type { List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import {
  commentsOf,
  isComment,
  type Block,
  type CommentPlace,
  type EntryBlock,
  type NodeBlock,
} from './blocks.ts';
import { quoteFragment } from './boxes.ts';
import { cutBlocks } from './cut-blocks.ts';
import {
  deepestFragment,
  endOf,
  fragmentWithin,
  lineOfNode,
  sliceOf,
  startOf,
  unindented,
  type Fragment,
} from './fragment.ts';
import { answerLabel, askedText, beginsAsQuestion, isAsked, questionLabel } from './labels.ts';
import { plainTitle, textOf } from './plain.ts';
import { entryOf, hasText } from './region.ts';

/** A section's own blocks, and the questions in it that are written as bold text. */
export interface Questions {
  readonly rest: readonly Block[];
  readonly entries: readonly EntryBlock[];
  /** Lines of bold questions that are no entries: each stands alone in running text. */
  readonly passedOver: readonly number[];
}

/** What a section consists of once its lists and quotes of questions are opened. */
type Unit =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'question'; readonly block: NodeBlock; readonly question: Asked }
  /** Where a list item or quote ends: an answer that began in it does not go on. */
  | { readonly kind: 'end' };

/** A question at the beginning of a paragraph. */
interface Asked {
  readonly heading: string;
  /** Offset in the fragment behind the question. */
  readonly end: number;
  /** Whether a label says that it is one. */
  readonly isLabelled: boolean;
  /** Whether it is one only where a labelled answer follows. */
  readonly needsAnswer: boolean;
}

/**
 * Reads the bold questions of a section: two or more, or one with which it begins. One in running text is none.
 */
export function readQuestions(blocks: readonly Block[]): Questions {
  if (!blocks.some(mayAsk)) return { rest: blocks, entries: [], passedOver: [] };
  const units = blocks.flatMap(unitsOf);
  const asked = units.filter((unit) => unit.kind === 'question');
  if (!areEntries(units)) return { rest: blocks, entries: [], passedOver: asked.map(lineOf) };
  return gather(units);
}

const lineOf = ({ block }: { readonly block: NodeBlock }): number => lineOfNode(block.fragment, block.node);

function areEntries(units: readonly Unit[]): boolean {
  const asked = units.filter((unit) => unit.kind === 'question');
  if (asked.length !== 1) return asked.length > 1;
  const [only] = asked;
  const first = units.find(
    (unit) => unit.kind !== 'block' || (!isComment(unit.block) && hasText([unit.block])),
  );
  return first === only || only?.question.isLabelled === true;
}

/** Whether a paragraph is nothing but bold words that begin as a question does and have no question mark. */
export function looksAsked(block: Block): block is NodeBlock {
  if (block.kind !== 'node' || block.node.type !== 'paragraph') return false;
  const [bold, ...others] = block.node.children;
  return bold !== undefined && others.length === 0 && isBold(bold) && beginsAsQuestion(textOf(bold));
}

/** A cheap look that no question fails. */
function mayAsk(block: Block): boolean {
  return block.kind === 'node' && nodeMayAsk(block.node);
}

function nodeMayAsk(node: Nodes): boolean {
  if (node.type === 'paragraph') return paragraphMayAsk(node);
  if (node.type === 'list') return node.children.some((item) => firstMayAsk(item.children));
  return node.type === 'blockquote' && node.children.some(nodeMayAsk);
}
const firstMayAsk = ([first]: readonly RootContent[]): boolean =>
  first?.type === 'paragraph' && paragraphMayAsk(first);

function paragraphMayAsk({ children }: Paragraph): boolean {
  const bold = children.find((child) => !isLead(child));
  if (bold === undefined) return false;
  if (bold.type === 'text') return questionLabel(bold.value.trimStart()) > 0;
  if (!isBold(bold)) return false;
  const text = textOf(bold);
  const next = children[children.indexOf(bold) + 1];
  const after = next?.type === 'text' ? next.value : '';
  return isAsked(text) || questionLabel(`${text.trim()}${after}`) > 0 || /^\s*\?/u.test(after);
}

/** `**…**`, `__…__`, and `*__…__*`. */
const isBold = (node: PhrasingContent): boolean =>
  node.type === 'strong' ||
  (node.type === 'emphasis' && node.children.length === 1 && node.children[0]?.type === 'strong');

/** Pictures, numbers and points before a question. */
const isLead = (node: PhrasingContent): boolean =>
  (node.type === 'text' && !/\p{L}/u.test(node.value.replaceAll(/:[a-z][\w+-]*:/gu, ''))) ||
  node.type === 'siteMark' ||
  node.type === 'image' ||
  node.type === 'html';

function unitsOf(block: Block): Unit[] {
  if (block.kind !== 'node' || !mayAsk(block)) return [{ kind: 'block', block }];
  const { node, fragment } = block;
  if (fragment.depth < deepestFragment && node.type === 'list') return listUnits(node, fragment);
  if (fragment.depth < deepestFragment && node.type === 'blockquote')
    return [...unitsIn(quoteFragment(fragment, node)), { kind: 'end' }];
  const question = node.type === 'paragraph' ? askedIn(node, fragment) : null;
  return [question === null ? { kind: 'block', block } : { kind: 'question', block, question }];
}

const unitsIn = (fragment: Fragment): Unit[] => cutBlocks(fragment).flatMap(unitsOf);

function listUnits(list: List, fragment: Fragment): Unit[] {
  return list.children.flatMap((item, place): Unit[] => {
    const [first] = item.children;
    const isPart =
      firstMayAsk(item.children) || (first?.type === 'paragraph' && answerLabel(textOf(first)) > 0);
    if (isPart) return [...unitsIn(itemFragment(item, fragment)), { kind: 'end' }];
    const start = list.ordered === true ? (list.start ?? 1) + place : null;
    const { position } = item;
    const alone: List = { ...list, start, children: [item], ...(position === undefined ? {} : { position }) };
    return [{ kind: 'block', block: { kind: 'node', node: alone, fragment } }];
  });
}

/** What a list item holds, without its mark and indent. */
function itemFragment(item: ListItem, fragment: Fragment): Fragment {
  const [first] = item.children;
  const start = first === undefined ? startOf(item) : startOf(first);
  const width = start - startOf(item) + (item.position?.start.column ?? 1) - 1;
  const source = unindented(fragment.source.slice(start, endOf(item)), width);
  return fragmentWithin(fragment, source, fragment.lineAt(start), fragment.prefix + ' '.repeat(width));
}

/** Reads the question that a paragraph begins with. */
function askedIn(node: Paragraph, { source }: Fragment): Asked | null {
  const place = node.children.findIndex((child) => !isLead(child));
  const first = node.children[place];
  if (first === undefined) return null;
  const lineEnd = lineEndOf(node, place, source);
  if (!isBold(first)) return plainAsked(first, lineEnd, source);
  const text = plainTitle(sliceOf(first, source));
  const after = source.slice(endOf(first), lineEnd);
  const label = questionLabel(askLead(`${text}${after}`));
  const isWhole = label >= askLead(text).length && label > 0;
  if (isWhole) return labelledAsked(first, lineEnd, source);
  if (label === 0 && !isAsked(text) && !/^\s*\?/u.test(after)) return null;
  const mark = /^\s*\?/u.exec(after)?.[0].length ?? 0;
  const heading = askedText(`${text}${mark > 0 ? '?' : ''}`);
  return { heading, end: endOf(first) + mark, isLabelled: label > 0, needsAnswer: false };
}

/** A text without the number before its label: `1. Q: …`. */
const askLead = (text: string): string => text.trim().replace(/^(?:#?\d{1,3}[.):]|[-•–])\s+/u, '');

/** `**Q:** question`: the label is bold, the question is not. */
function labelledAsked(first: Nodes, lineEnd: number, source: string): Asked | null {
  const line = source.slice(endOf(first), lineEnd);
  const length = questionLength(line);
  const heading = askedText(plainTitle(line.slice(0, length).replace(/^\s*[:.]?/u, '')));
  if (heading === '' || !/[\p{L}\p{N}]/u.test(heading)) return null;
  return { heading, end: endOf(first) + length, isLabelled: true, needsAnswer: false };
}

/** `Q: question`, nothing bold: an answer with a label must follow. */
function plainAsked(first: Nodes, lineEnd: number, source: string): Asked | null {
  const start = startOf(first);
  const line = source.slice(start, lineEnd);
  if (questionLabel(askLead(textOf(first))) === 0) return null;
  const length = questionLength(line);
  const heading = askedText(plainTitle(line.slice(0, length)));
  return heading === '' ? null : { heading, end: start + length, isLabelled: true, needsAnswer: true };
}

/** How much of a line is its question: all of it, or up to the mark behind which the answer begins. */
function questionLength(line: string): number {
  const at = line.indexOf('?');
  return at < 0 || isAsked(line.trimEnd().replace(/\\$/u, '')) ? line.length : at + 1;
}

/** Where the line of a question ends: at its end, a break, or the answer's label. */
function lineEndOf({ children }: Paragraph, place: number, source: string): number {
  const first = children[place];
  const end = children.at(-1) === undefined ? 0 : endOf(children.at(-1) ?? { type: 'break' });
  const newline = source.indexOf('\n', first === undefined ? 0 : endOf(first));
  const stop = children
    .slice(place + 1)
    .find((child) => child.type === 'break' || isLineBreak(child) || isAnswerMark(child));
  return Math.min(end, newline < 0 ? end : newline, stop === undefined ? end : startOf(stop));
}
const isLineBreak = (node: Nodes): boolean => node.type === 'html' && /^<br\b/iu.test(node.value);
const isAnswerMark = (node: Nodes): boolean =>
  node.type === 'strong' && answerLabel(`${textOf(node).replace(/[:.]$/u, '')}:`) > 0;

/** Gives each question what follows it up to the next one. */
function gather(units: readonly Unit[]): Questions {
  const rest: Block[] = [];
  const entries: EntryBlock[] = [];
  let open: Open | null = null;
  const close = (): void => {
    if (open === null) return;
    const entry = finished(open.unit, open.body);
    if (entry === null) rest.push(open.unit.block, ...open.body);
    else entries.push(entry);
    open = null;
  };
  for (const unit of units) {
    if (unit.kind === 'question') {
      close();
      open = { unit, body: [] };
    } else if (open === null) {
      if (unit.kind === 'block') rest.push(unit.block);
    } else if (unit.kind === 'end' || isRule(unit.block)) {
      if (isAnswered(open)) close();
    } else if (asksItself(unit.block) && isAnswered(open)) {
      close();
      rest.push(unit.block);
    } else open.body.push(unit.block);
  }
  close();
  return { rest, entries, passedOver: [] };
}

/** A question whose answer is being gathered. */
interface Open {
  readonly unit: Unit & { kind: 'question' };
  readonly body: Block[];
}

const isAnswered = ({ unit, body }: Open): boolean => hasText(body) || answersItself(unit);

/** A box with a question of its own stands beside a bold question, not within its answer. */
const asksItself = (block: Block): boolean => block.kind === 'entry' && isAsked(block.heading);

const isRule = (block: Block): boolean => block.kind === 'node' && block.node.type === 'thematicBreak';

const answersItself = ({
  block,
  question,
}: {
  readonly block: NodeBlock;
  readonly question: Asked;
}): boolean => answerOf(block.fragment.source.slice(question.end, endOf(block.node))) !== '';

/** What follows a question in its paragraph, without breaks and the marks between both. */
const answerOf = (text: string): string =>
  text.replace(/^(?:\s|\\\n|<br\s*\/?>|[:–—-]\s|&nbsp;|\*\*\s*$)+/iu, '');

function finished(
  { block, question }: { readonly block: NodeBlock; readonly question: Asked },
  body: readonly Block[],
): EntryBlock | null {
  const { node, fragment } = block;
  const own = fragment.source.slice(question.end, endOf(node));
  const answer = answerOf(own);
  const from = question.end + own.length - answer.length;
  const ownBlocks = answer === '' ? [] : blocksFrom(fragment, answer, fragment.lineAt(from));
  const { comments, others } = commentsOf(body);
  const all = [...ownBlocks, ...others];
  const { blocks, hadLabel } = withoutLabel(all);
  if (question.needsAnswer && !hadLabel) return null;
  return entryOf({
    title: question.heading,
    line: lineOfNode(fragment, node),
    body: [...comments, ...blocks],
    place: placeOf(fragment, node, question.end, answer),
  });
}

const blocksFrom = (fragment: Fragment, source: string, line: number): readonly Block[] =>
  cutBlocks(fragmentWithin(fragment, source, line));

/** A comment goes below the question's line; where the answer begins on that line, below the paragraph. */
function placeOf(fragment: Fragment, node: Nodes, end: number, answer: string): CommentPlace {
  const { source, prefix } = fragment;
  const lineEnd = source.indexOf('\n', end);
  const below = source.slice(end, lineEnd < 0 ? source.length : lineEnd);
  const isAlone = answer === '' || answerOf(`${below}\n`) === '';
  return { line: fragment.lineAt(isAlone ? end : endOf(node)), prefix, afterBlank: false };
}

/** The answer without the label that it begins with. */
function withoutLabel(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly hadLabel: boolean;
} {
  const [first, ...others] = blocks;
  if (first?.kind !== 'node' || first.node.type !== 'paragraph') return { blocks, hadLabel: false };
  const { node, fragment } = first;
  const written = sliceOf(node, fragment.source);
  const bare = unlabelled(written, node);
  if (bare === null) return { blocks, hadLabel: false };
  const line =
    lineOfNode(fragment, node) + (written.slice(0, written.length - bare.length).split('\n').length - 1);
  return {
    blocks: bare.trim() === '' ? others : [...blocksFrom(fragment, bare, line), ...others],
    hadLabel: true,
  };
}

/** `A: …`, `**Svar:** …`, `**A**: …`, `**A: all bold**`. */
function unlabelled(written: string, { children }: Paragraph): string | null {
  const [first] = children;
  if (first?.type === 'text') {
    const length = answerLabel(written);
    return length > 0 ? written.slice(length) : null;
  }
  const open = /^(?:\*\*\*|\*\*|__|\*__|_\*\*|\*|_)/u.exec(written)?.[0] ?? '';
  const inner = written.slice(open.length);
  const length = answerLabel(inner);
  if (length > 0) {
    const rest = inner.slice(length);
    const closing = Array.from(open).toReversed().join('');
    return rest.startsWith(closing) ? rest.slice(closing.length).trimStart() : `${open}${rest}`;
  }
  const outside = /^[*_]{1,3}([\p{L}.]+)[*_]{1,3}\s*([:.)–-])\s*/u.exec(written);
  return outside !== null &&
    answerLabel(
      `${outside[1] ?? ''}${outside[2] === '.' ? ':' : (outside[2] ?? '')}`.replace(/[)–-]$/u, ':'),
    ) > 0
    ? written.slice(outside[0].length)
    : null;
}
