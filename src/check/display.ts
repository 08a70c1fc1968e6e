import type { Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Article, Passage } from '../content/article.ts';
import { parseMarkdown } from '../content/markdown.ts';
import type { Finding } from './finding.ts';

/** What the place of posting can show. */
export interface DisplayLimits {
  /** Characters of a heading. */
  readonly heading: number;
  /** Characters of a table row. */
  readonly tableColumns: number;
}

/** What readers would not see as the author wrote it. */
export function displayFindings(article: Article, limits: DisplayLimits): Finding[] {
  return article.passages.flatMap((passage) => [
    ...headingFindings(passage, limits),
    ...Array.from(nodesOf(parseMarkdown(passage.markdown)), (node) => nodeFinding(node, passage, limits))
      .filter((finding) => finding !== null)
      .filter(isFirstOfItsKind),
  ]);
}

/** One sentence for each kind and passage says enough. */
const isFirstOfItsKind = ({ code }: Finding, place: number, all: readonly Finding[]): boolean =>
  all.findIndex((other) => other.code === code) === place;

function headingFindings({ article, heading, line }: Passage, limits: DisplayLimits): Finding[] {
  if (heading.length <= limits.heading) return [];
  const parameters = { heading, length: heading.length, limit: limits.heading };
  return [{ code: 'heading-long', severity: 'warning', file: article, line, parameters }];
}

/** Tags whose blocks are shown as the Markdown that says the same. */
const shown = new Set(
  'a article blockquote br center div h1 h2 h3 h4 h5 h6 hr li ol p pre section span table ul'.split(' '),
);

function nodeFinding(
  node: Nodes,
  { article, heading, line }: Passage,
  limits: DisplayLimits,
): Finding | null {
  const place = { severity: 'warning', file: article, line } as const;
  if (node.type === 'html') {
    const tag = /^<([a-z][\w-]*)/iu.exec(node.value.trimStart())?.[1]?.toLowerCase();
    return tag === undefined || shown.has(tag)
      ? null
      : { ...place, code: 'html-shown', parameters: { tag, heading } };
  }
  if ((node.type === 'image' || node.type === 'imageReference') && (node.alt ?? '').trim() === '') {
    const url = node.type === 'image' ? node.url : node.identifier;
    return { ...place, code: 'image-without-text', parameters: { url } };
  }
  if (node.type !== 'table') return null;
  const width = widthOf(node);
  const limit = limits.tableColumns;
  return width <= limit ? null : { ...place, code: 'table-wide', parameters: { heading, width, limit } };
}

/** Characters of the widest row, columns aligned and two blanks apart. */
function widthOf({ children: rows }: Table): number {
  const columns = Math.max(...rows.map(({ children }) => children.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map(({ children }) => Array.from(toString(children[column])).length)),
  );
  return widths.reduce((sum, width) => sum + width + 2, -2);
}

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}
