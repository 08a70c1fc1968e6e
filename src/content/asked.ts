import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { endOf, sliceOf, startOf, type Fragment } from './fragment.ts';
import { answerLabel, askedText, beginsAsQuestion, isAsked, questionLabel } from './labels.ts';
import { plainTitle } from './plain.ts';
import { textOf } from './text-of.ts';

/** A question at the beginning of a paragraph. */
export interface Asked {
  readonly heading: string;
  /** Offset in the fragment behind the question. */
  readonly end: number;
  /** Whether a label says that it is one. */
  readonly isLabelled: boolean;
  /** Whether it is one only where a labelled answer follows. */
  readonly needsAnswer: boolean;
}

/** A cheap look at a paragraph that no question fails. */
export function paragraphMayAsk({ children }: Paragraph): boolean {
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

/** Whether a paragraph is nothing but bold words that begin as a question does and have no question mark. */
export function isUnmarked({ children: [bold, ...others] }: Paragraph): boolean {
  return bold !== undefined && others.length === 0 && isBold(bold) && beginsAsQuestion(textOf(bold));
}

/** Reads the question that a paragraph begins with. */
export function askedIn(node: Paragraph, { source }: Fragment): Asked | null {
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
