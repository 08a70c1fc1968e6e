import type { Gap } from './gap.ts';

/**
 * Gaps as headings for authors to write below, with every wording as a phrasing: the content format. A heading without a
 * text is what the check finds, so none is forgotten.
 */
export const gapStubs = (gaps: readonly Gap[]): string => gaps.map(stubOf).join('\n');

function stubOf({ question, wordings, count, last, nearest }: Gap): string {
  const others = wordings.slice(1).map(({ text }) => `- ${inComment(text)}\n`);
  const phrasings = others.length === 0 ? '' : `<!-- questions\n${others.join('')}-->\n`;
  const near = nearest === null ? '' : `; nearest: ${inComment(nearest.passage.id)}`;
  const day = last.toISOString().slice(0, 10);
  return `## ${asHeading(question)}\n${phrasings}\n<!-- asked ${String(count)}, last ${day}${near} -->\n`;
}

/** `-->` would end the comment. */
const inComment = (text: string): string => text.replaceAll('-->', '→');

/** Characters that are Markdown within a heading. */
const asHeading = (text: string): string => text.replaceAll(/[\\`*_[\]<>#&~|!]/gu, '\\$&');
