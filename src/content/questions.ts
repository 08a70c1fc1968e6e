import type { List, Nodes, RootContent } from 'mdast';
import { askedIn, isUnmarked, paragraphMayAsk, type Asked } from './asked.ts';
import {
  commentsOf,
  isComment,
  lineOf,
  type Block,
  type CommentPlace,
  type EntryBlock,
  type NodeBlock,
} from './blocks.ts';
import { quoteFragment } from './boxes.ts';
import { cutBlocks } from './cut-blocks.ts';
import { deepestFragment, endOf, fragmentWithin, lineOfNode, type Fragment } from './fragment.ts';
import { itemFragment } from './items.ts';
import { answerLabel, isAsked } from './labels.ts';
import { entryOf, hasText } from './region.ts';
import { textOf } from './text-of.ts';
import { withoutLabel } from './unlabelled.ts';

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

/**
 * Reads the bold questions of a section: two or more, or one with which it begins. One in running text is none.
 */
export function readQuestions(blocks: readonly Block[]): Questions {
  if (!blocks.some(mayAsk)) return { rest: blocks, entries: [], passedOver: [] };
  const units = blocks.flatMap(unitsOf);
  const asked = units.filter((unit) => unit.kind === 'question');
  if (!areEntries(units))
    return { rest: blocks, entries: [], passedOver: asked.map(({ block }) => lineOf(block)) };
  return gather(units);
}

function areEntries(units: readonly Unit[]): boolean {
  const asked = units.filter((unit) => unit.kind === 'question');
  if (asked.length !== 1) return asked.length > 1;
  const [only] = asked;
  const first = units.find(
    (unit) => unit.kind !== 'block' || (!isComment(unit.block) && hasText([unit.block])),
  );
  return first === only || only?.question.isLabelled === true;
}

/** Whether a block is a bold line that begins as a question does and has no question mark. */
export const looksAsked = (block: Block): block is NodeBlock =>
  block.kind === 'node' && block.node.type === 'paragraph' && isUnmarked(block.node);

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
  const { blocks, hadLabel } = withoutLabel(all, cutBlocks);
  if (question.needsAnswer && !hadLabel) return null;
  return entryOf({
    title: question.heading,
    line: lineOfNode(fragment, node),
    body: [...comments, ...blocks],
    place: placeOf(fragment, node, question.end, answer),
  });
}

/** A comment goes below the question's line; where the answer begins on that line, below the paragraph. */
function placeOf(fragment: Fragment, node: Nodes, end: number, answer: string): CommentPlace {
  const { source, prefix } = fragment;
  const lineEnd = source.indexOf('\n', end);
  const below = source.slice(end, lineEnd < 0 ? source.length : lineEnd);
  const isAlone = answer === '' || answerOf(`${below}\n`) === '';
  return { line: fragment.lineAt(isAlone ? end : endOf(node)), prefix, afterBlank: false };
}

const blocksFrom = (fragment: Fragment, source: string, line: number): readonly Block[] =>
  cutBlocks(fragmentWithin(fragment, source, line));
