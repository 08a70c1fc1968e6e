import type { AuthoredQuestion } from './article.ts';

/** A `questions` or `tests` comment below a heading. */
export interface QuestionComment {
  readonly kind: 'questions' | 'tests';
  readonly questions: readonly AuthoredQuestion[];
  /** Lines that do not start with `- ` or `* `. */
  readonly malformed: readonly AuthoredQuestion[];
}

/** A comment of HTML, or of MDX, which has no others. */
const comment = /^(?:<!--|\{\/\*)\s*(questions|tests)(?=\s|-->|\*\/\})([\s\S]*?)(?:-->|\*\/\}|$)/u;

export const isQuestionComment = (html: string): boolean => comment.test(html.trimStart());

/** Reads an HTML node that starts at `line`; null when it is an ordinary comment or other HTML. */
export function parseQuestionComment(html: string, line: number): QuestionComment | null {
  const found = comment.exec(html.trimStart());
  const kind = found?.[1];
  if (kind !== 'questions' && kind !== 'tests') return null;
  const before = html.slice(0, html.indexOf(kind) + kind.length).split('\n').length - 1;
  const questions: AuthoredQuestion[] = [];
  const malformed: AuthoredQuestion[] = [];
  for (const [offset, row] of (found?.[2] ?? '').split('\n').entries()) {
    const text = row.trim();
    if (text === '') continue;
    const item = /^[-*]\s+(.*)$/u.exec(text)?.[1]?.trim();
    const target = item === undefined || item === '' ? malformed : questions;
    target.push({ text: item || text, line: line + before + offset });
  }
  return { kind, questions, malformed };
}

export const isComment = (html: string): boolean => /^\s*<!--/u.test(html);
/** Whether a comment has no end: all below it is hidden. */
export const isOpenComment = (html: string): boolean =>
  (isComment(html) && !html.includes('-->')) || (html.startsWith('{/*') && !html.includes('*/}'));
