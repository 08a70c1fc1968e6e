import type { Paragraph } from 'mdast';
import { lineOf, type Block } from './blocks.ts';
import { cutBlocks } from './cut-blocks.ts';
import { fragmentWithin, sliceOf, type Fragment } from './fragment.ts';
import { answerLabel } from './labels.ts';

/** Blocks of a source that stands in a fragment from some line on. */
export const blocksFrom = (fragment: Fragment, source: string, line: number): readonly Block[] =>
  cutBlocks(fragmentWithin(fragment, source, line));

/** The answer without the label that it begins with. */
export function withoutLabel(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly hadLabel: boolean;
} {
  const [first, ...others] = blocks;
  if (first?.kind !== 'node' || first.node.type !== 'paragraph') return { blocks, hadLabel: false };
  const { node, fragment } = first;
  const written = sliceOf(node, fragment.source);
  const bare = unlabelled(written, node);
  if (bare === null) return { blocks, hadLabel: false };
  const line = lineOf(first) + (written.slice(0, written.length - bare.length).split('\n').length - 1);
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
