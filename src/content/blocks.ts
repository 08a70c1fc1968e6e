import type { RootContent } from 'mdast';
import type { AuthoredQuestion } from './article.ts';
import { isQuestionComment } from './comments.ts';
import { lineOfNode, type Fragment } from './fragment.ts';

/** A node with the fragment that its positions count in. */
export interface NodeBlock {
  readonly kind: 'node';
  readonly node: RootContent;
  readonly fragment: Fragment;
}

/** A heading of Markdown or HTML. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: number;
  /** Plain; empty where the heading is. */
  readonly text: string;
  /** Line in the file. */
  readonly line: number;
  /** The last of its lines: it may be underlined, or HTML. */
  readonly endLine: number;
  /** Ids by which links may name it besides its text. */
  readonly anchors: readonly string[];
}

/** Where a comment with phrasings may be written so that it is read back. */
export interface CommentPlace {
  /** Below this line of the file. */
  readonly line: number;
  /** What each of its lines begins with. */
  readonly prefix: string;
  /** Whether a blank line must stand before it. */
  readonly afterBlank: boolean;
}

/** A question with its answer that is no heading. */
export interface EntryBlock {
  readonly kind: 'entry';
  readonly heading: string;
  /** Line of the question in the file. */
  readonly line: number;
  readonly body: readonly Block[];
  readonly place: CommentPlace;
  /** Other questions that have this answer. */
  readonly phrasings: readonly AuthoredQuestion[];
}

export type Block = NodeBlock | HeadingBlock | EntryBlock;

/** Whether a block is a `questions` or `tests` comment. */
export const isComment = (block: Block): block is NodeBlock =>
  block.kind === 'node' &&
  (block.node.type === 'html' || block.node.type === 'siteMark') &&
  isQuestionComment(block.node.value);

/** The comments that blocks begin with, and what follows them. */
export function commentsOf(blocks: readonly Block[]): {
  readonly comments: readonly NodeBlock[];
  readonly others: readonly Block[];
} {
  const end = blocks.findIndex((block) => !isComment(block));
  const count = end < 0 ? blocks.length : end;
  return { comments: blocks.slice(0, count).filter(isComment), others: blocks.slice(count) };
}

/** The line of the file that a block begins on; the first where there is none. */
export const lineOf = (block: NodeBlock | undefined): number =>
  block === undefined ? 1 : lineOfNode(block.fragment, block.node);
