import type { Article } from '../../src/content/article.ts';
import { buildLinkIndex } from '../../src/content/links.ts';
import { linkArticle } from '../../src/content/load.ts';
import { parseArticle } from '../../src/content/parse.ts';
import { buildSnapshot, type Snapshot } from '../../src/knowledge/snapshot.ts';

/** The articles of these files, without a folder. */
export function articlesOf(files: Readonly<Record<string, string>>): readonly Article[] {
  const parsed = Object.entries(files).map(([id, text]) => parseArticle(id, text));
  const index = buildLinkIndex(parsed.map(({ article, headings }) => ({ id: article.id, headings })));
  return parsed.map((one) => linkArticle(one, index).article);
}

/** A snapshot of these files, without a folder. */
export const snapshotOf = (files: Readonly<Record<string, string>>, hash = 'live'): Promise<Snapshot> =>
  buildSnapshot({ articles: articlesOf(files), problems: [], hash });
