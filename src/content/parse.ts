import type { Article, Problem } from './article.ts';
import type { PassageProblem } from './authored.ts';
import type { CommentPlace } from './blocks.ts';
import { cutBlocks } from './cut-blocks.ts';
import { maximumDepth, tooDeepLine } from './depth.ts';
import { fileTitle } from './file-title.ts';
import { wholeFragment, type Fragment } from './fragment.ts';
import {
  emptyFrontMatter,
  parseFrontMatter,
  type FrontMatter,
  type FrontMatterProblem,
} from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { cutPassages, firstTitle, type NamedHeading, type RawPassage } from './passages.ts';
import { unreadIn, type Unread } from './unread.ts';

/** One file, parsed on its own; links wait for the other articles. */
export interface ParsedArticle {
  readonly article: Omit<Article, 'passages'>;
  readonly passages: readonly RawPassage[];
  /** By passage id, where a comment with phrasings goes unless it is directly below the passage's line. */
  readonly places: ReadonlyMap<string, CommentPlace>;
  /** Every heading, also those without text: targets of `#fragments`. */
  readonly headings: readonly NamedHeading[];
  readonly problems: readonly Problem[];
}

const warnings = new Set([
  'empty-section',
  'phrasing-duplicate',
  'phrasing-form',
  'front-matter-value',
  'question-alone',
  'questions-unmarked',
  'component-text-lost',
  'template-command',
]);

/** Parses the text of one article. Never throws. */
export function parseArticle(id: string, text: string): ParsedArticle {
  const source = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const whole = wholeFragment(parseMarkdown(source).children, source);
  const front = frontMatterOf(whole);
  const { question, phrasings, ...described } = front.value;
  const blocks = question === null ? cutBlocks(whole) : asOneEntry(whole);
  const title = described.title ?? question ?? firstTitle(blocks) ?? fileTitle(id);
  const cut = cutPassages(
    blocks,
    whole,
    id,
    question === null ? { title, level: 0 } : { title: question, level: 1 },
  );
  const passages = withPhrasings(cut.passages, phrasings, source);
  return {
    article: { id, ...described, title },
    passages,
    places: question === null ? cut.places : placesOfFile(passages, whole),
    headings: cut.headings,
    problems: [
      ...openFrontMatter(source, whole).map((found) => problem(id, found)),
      ...depthProblem(source).map((found) => problem(id, found)),
      ...front.problems.map((found) => problem(id, frontProblem(found))),
      ...cut.problems.map((found) => problem(id, found)),
      ...unreadIn(whole).map((found) => problem(id, found)),
      ...emptiness(id, source, passages.length),
    ],
  };
}

function frontMatterOf({ nodes }: Fragment): ReturnType<typeof parseFrontMatter> {
  const [first] = nodes;
  if (first?.type !== 'yaml' && first?.type !== 'toml') return { value: emptyFrontMatter, problems: [] };
  return parseFrontMatter(first.value, first.type);
}

/** A file with a `question` is that entry, headings and all. */
const asOneEntry = (fragment: Fragment) =>
  fragment.nodes.map((node) => ({ kind: 'node', node, fragment }) as const);

/** Below the front matter, above the text. */
function placesOfFile(passages: readonly RawPassage[], { nodes }: Fragment): ParsedArticle['places'] {
  const line = nodes[0]?.position?.end.line ?? 0;
  return new Map(passages.map(({ id }) => [id, { line, prefix: '', afterBlank: false }]));
}

/** Phrasings of the front matter belong to the first passage; what it asks already is left out. */
function withPhrasings(
  passages: readonly RawPassage[],
  phrasings: FrontMatter['phrasings'],
  source: string,
): readonly RawPassage[] {
  const [first, ...others] = passages;
  if (first === undefined || phrasings.length === 0) return passages;
  const known = new Set([first.heading, ...first.phrasings.map(({ text }) => text)].map(folded));
  const rows = source.split('\n');
  const added = phrasings
    .filter((text) => !known.has(folded(text)))
    .map((text) => ({ text, line: rows.findIndex((row) => row.includes(text)) + 1 || 1 }));
  return [{ ...first, phrasings: [...first.phrasings, ...added] }, ...others];
}

const folded = (text: string): string => text.toLowerCase().trim();

type Placed =
  | PassageProblem
  | Unread
  | { code: 'nested-too-deep'; line: number; parameters: { limit: number } }
  | { code: 'front-matter-open'; line: number; parameters: Readonly<Record<string, never>> }
  | { code: 'front-matter-syntax'; line: number; parameters: { detail: string } }
  | { code: 'front-matter-value'; line: number; parameters: { key: string; expected: string } };

/** The front matter starts on the file's second line. */
function frontProblem(found: FrontMatterProblem): Placed {
  if (found.code === 'front-matter-syntax') {
    return { code: found.code, line: found.line + 1, parameters: { detail: found.detail } };
  }
  return { code: found.code, line: found.line + 1, parameters: { key: found.key, expected: found.expected } };
}

/** A first line of `---` or `+++` that no other one answers. */
function openFrontMatter(source: string, { nodes }: Fragment): Placed[] {
  const fence = /^(?:---|\+\+\+)(?=\n)/u.exec(source)?.[0];
  if (fence === undefined || nodes[0]?.type === 'yaml' || nodes[0]?.type === 'toml') return [];
  const isClosed = source.split('\n').some((row, place) => place > 0 && row.trimEnd() === fence);
  return isClosed ? [] : [{ code: 'front-matter-open', line: 1, parameters: {} }];
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
