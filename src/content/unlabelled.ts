import type { Paragraph } from 'mdast';
import { lineOf, type Block } from './blocks.ts';
import { fragmentWithin, sliceOf } from './fragment.ts';
import { answerLabel } from './labels.ts';
import type { CutBlocks } from './region.ts';

/** The answer without the label that it begins with. */
export function withoutLabel(
  blocks: readonly Block[],
  cut: CutBlocks,
): {
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
    blocks: bare.trim() === '' ? others : [...cut(fragmentWithin(fragment, bare, line)), ...others],
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
  const open = /^(?:\*\*\*|\*\*|__|\*__|_\*\*|\*|_|<(?:b|strong|i|em)>)/iu.exec(written)?.[0] ?? '';
  const inner = written.slice(open.length);
  const length = answerLabel(inner);
  if (length > 0) {
    const rest = inner.slice(length);
    const closing = open.startsWith('<') ? open.replace('<', '</') : Array.from(open).toReversed().join('');
    return rest.startsWith(closing) ? rest.slice(closing.length).trimStart() : `${open}${rest}`;
  }
  const outside =
    /^(?:[*_]{1,3}|<(?:b|strong)>)([\p{L}.]+)(?:[*_]{1,3}|<\/(?:b|strong)>)\s*([:.)–-])\s*/iu.exec(written);
  return outside !== null &&
    answerLabel(
      `${outside[1] ?? ''}${outside[2] === '.' ? ':' : (outside[2] ?? '')}`.replace(/[)–-]$/u, ':'),
    ) > 0
    ? written.slice(outside[0].length)
    : null;
}
