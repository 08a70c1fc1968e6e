import { posix } from 'node:path';
import type { Article, Problem } from './article.ts';
import { maximumDepth, tooDeepLine } from './depth.ts';
import { emptyFrontMatter, parseFrontMatter, type FrontMatterProblem } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { cutPassages, firstTitle, type PassageProblem, type RawPassage } from './passages.ts';

/** One file, parsed on its own; links wait for the other articles. */
export interface ParsedArticle {
  readonly article: Omit<Article, 'passages'>;
  readonly passages: readonly RawPassage[];
  /** Every heading, also those without text: targets of `#fragments`. */
  readonly headings: readonly string[];
  readonly problems: readonly Problem[];
}

const warnings = new Set(['empty-section', 'phrasing-duplicate', 'phrasing-form', 'front-matter-value']);

/** Parses the text of one article. Never throws. */
export function parseArticle(id: string, text: string): ParsedArticle {
  const source = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const root = parseMarkdown(source);
  const fences = root.children[0]?.type === 'yaml' ? root.children[0] : null;
  const front = fences === null ? { value: emptyFrontMatter, problems: [] } : parseFrontMatter(fences.value);
  const title = front.value.title ?? firstTitle(root) ?? posix.basename(id).replace(/\.md$/iu, '');
  const cut = cutPassages(root, source, id, title);
  const { reviewBy, ...rest } = front.value;
  return {
    article: { id, ...rest, title, reviewBy },
    passages: cut.passages,
    headings: cut.headings,
    problems: [
      ...(fences === null && source.startsWith('---\n') && !/\n---\s*(\n|$)/u.test(source.slice(3))
        ? [problem(id, { code: 'front-matter-open', line: 1, parameters: {} })]
        : []),
      ...depthProblem(source).map((found) => problem(id, found)),
      ...front.problems.map((found) => problem(id, frontProblem(found))),
      ...cut.problems.map((found) => problem(id, found)),
      ...emptiness(id, source, cut.passages.length),
    ],
  };
}

type Placed =
  | PassageProblem
  | { code: 'nested-too-deep'; line: number; parameters: { limit: number } }
  | { code: 'front-matter-open'; line: number; parameters: Readonly<Record<string, never>> }
  | { code: 'front-matter-syntax'; line: number; parameters: { detail: string } }
  | { code: 'front-matter-value'; line: number; parameters: { key: string; expected: string } };

/** The YAML starts on the file's second line. */
function frontProblem(found: FrontMatterProblem): Placed {
  if (found.code === 'front-matter-syntax') {
    return { code: found.code, line: found.line + 1, parameters: { detail: found.detail } };
  }
  return { code: found.code, line: found.line + 1, parameters: { key: found.key, expected: found.expected } };
}

function depthProblem(source: string): Placed[] {
  const line = tooDeepLine(source);
  return line === null ? [] : [{ code: 'nested-too-deep', line, parameters: { limit: maximumDepth } }];
}

function problem(file: string, placed: Placed): Problem {
  return { ...placed, file, severity: warnings.has(placed.code) ? 'warning' : 'error' };
}

function emptiness(file: string, source: string, passages: number): Problem[] {
  if (passages > 0) return [];
  const code = source.trim() === '' ? 'empty-article' : 'no-passages';
  return [{ code, severity: 'error', file, line: null, parameters: {} }];
}
