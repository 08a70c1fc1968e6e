import type { RootContent } from 'mdast';
import type { AuthoredQuestion } from './article.ts';
import { lineOf, type NodeBlock } from './blocks.ts';
import { isOpenComment, parseQuestionComment } from './comments.ts';
import { plainText } from './plain.ts';

/** Problems of the passages of one article; lines are the file's. */
export type PassageProblem =
  | {
      readonly code: 'comment-open';
      readonly line: number;
      readonly parameters: Readonly<Record<string, never>>;
    }
  | {
      readonly code: 'phrasing-duplicate';
      readonly line: number;
      readonly parameters: { readonly phrasing: string };
    }
  | {
      readonly code: 'phrasing-without-text';
      readonly line: number;
      readonly parameters: { readonly heading: string };
    }
  | {
      readonly code: 'empty-section';
      readonly line: number;
      readonly parameters: { readonly heading: string };
    }
  | {
      readonly code: 'question-alone';
      readonly line: number;
      readonly parameters: Readonly<Record<string, never>>;
    }
  | {
      readonly code: 'questions-unmarked';
      readonly line: number;
      readonly parameters: { readonly count: number };
    }
  | { readonly code: 'phrasing-form'; readonly line: number; readonly parameters: { readonly line: string } };

/** What an author wrote below a heading for its passage, besides the text. */
export interface Authored {
  readonly phrasings: AuthoredQuestion[];
  readonly tests: AuthoredQuestion[];
  readonly problems: PassageProblem[];
  readonly consumed: ReadonlySet<RootContent>;
  readonly line: number;
}

/** The `questions` and `tests` comments that stand before the text of a section. */
export function readComments(blocks: readonly NodeBlock[]): Authored {
  const consumed = new Set<RootContent>();
  const problems: PassageProblem[] = [];
  const phrasings = new Map<string, AuthoredQuestion>();
  const tests: AuthoredQuestion[] = [];
  let line = 1;
  let beforeText = true;
  for (const block of blocks) {
    const { node } = block;
    const start = lineOf(block);
    const isMarkup = node.type === 'html' || node.type === 'siteMark';
    if (isMarkup && isOpenComment(node.value))
      problems.push({ code: 'comment-open', line: start, parameters: {} });
    const comment = isMarkup && beforeText ? parseQuestionComment(node.value, start) : null;
    if (comment === null) {
      beforeText &&= plainText([node]) === '';
      continue;
    }
    if (consumed.size === 0) line = start;
    if (plainText([node]) === '') consumed.add(node);
    else beforeText = false;
    for (const row of comment.malformed)
      problems.push({ code: 'phrasing-form', line: row.line, parameters: { line: row.text } });
    if (comment.kind === 'tests') tests.push(...comment.questions);
    else collect(comment.questions, phrasings, problems);
  }
  return { phrasings: [...phrasings.values()], tests, problems, consumed, line };
}

function collect(
  questions: readonly AuthoredQuestion[],
  into: Map<string, AuthoredQuestion>,
  problems: PassageProblem[],
): void {
  for (const question of questions) {
    const key = question.text
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim();
    if (into.has(key))
      problems.push({
        code: 'phrasing-duplicate',
        line: question.line,
        parameters: { phrasing: question.text },
      });
    else into.set(key, question);
  }
}
