import { buildLinkIndex } from '../../src/content/links.ts';
import { linkArticle } from '../../src/content/load.ts';
import { parseArticle } from '../../src/content/parse.ts';
import { buildSnapshot, type Snapshot } from '../../src/knowledge/snapshot.ts';

/** A snapshot of these files, without a folder. */
export function snapshotOf(files: Readonly<Record<string, string>>, hash = 'live'): Promise<Snapshot> {
  const parsed = Object.entries(files).map(([id, text]) => parseArticle(id, text));
  const index = buildLinkIndex(parsed.map(({ article, headings }) => ({ id: article.id, headings })));
  const articles = parsed.map((one) => linkArticle(one, index).article);
  return buildSnapshot({ articles, problems: [], hash });
}
