import type { Article, Content } from '../content/article.ts';
import { loadContent } from '../content/load.ts';
import { displayFindings, type DisplayLimits } from './display.ts';
import { fromProblem, worstFirst, type Finding } from './finding.ts';
import { languageFindings } from './languages.ts';
import { missedTests, repeatedQuestions, sharedPhrasings, stolenPhrasings } from './questions.ts';
import { buildSnapshot, type BuildSnapshot } from '../knowledge/snapshot.ts';
import { readSynonyms, synonymsFile, type SynonymsProblem } from '../knowledge/synonyms.ts';

export type { DisplayLimits } from './display.ts';
export type { Finding, FindingCode, FindingOf, FindingParameters } from './finding.ts';

export interface CheckOptions {
  readonly build: BuildSnapshot;
  readonly limits: DisplayLimits;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The deployment's own synonyms. */
  readonly synonyms?: readonly (readonly string[])[];
}

/** What an author should know about a content folder. */
export interface CheckReport {
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly articles: number;
  readonly passages: number;
}

/**
 * Loads and checks a content folder, `synonyms.yml` included.
 * @throws {ContentFolderError} when the folder cannot be read
 */
export async function checkFolder(
  dir: string,
  { limits, today }: Pick<CheckOptions, 'limits' | 'today'>,
): Promise<CheckReport> {
  const [{ content }, { rows, problem }] = await Promise.all([loadContent(dir), readSynonyms(dir)]);
  const found = await checkContent(content, { build: buildSnapshot, limits, today, synonyms: rows });
  return {
    findings: worstFirst([...(problem === null ? [] : [synonymsFinding(problem)]), ...found]),
    articles: content.articles.length,
    passages: content.articles.reduce((sum, { passages }) => sum + passages.length, 0),
  };
}

function synonymsFinding({ code, line, detail }: SynonymsProblem): Finding {
  const parameters = { reason: code, detail };
  return { code: 'synonyms-broken', severity: 'error', file: synonymsFile, line, parameters };
}

/** Everything worth an author's look in loaded content, worst first. */
async function checkContent(content: Content, options: CheckOptions): Promise<readonly Finding[]> {
  const { build, limits, today, synonyms = [] } = options;
  const snapshot = await build(content, { synonyms });
  return worstFirst([
    ...content.problems.map(fromProblem),
    ...content.articles.flatMap((article) => [
      ...reviewFindings(article, today),
      ...linkFindings(article),
      ...languageFindings(article),
      ...displayFindings(article, limits),
      ...repeatedQuestions(article, snapshot),
    ]),
    ...sharedPhrasings(content, snapshot),
    ...missedTests(content, snapshot),
    ...(await stolenPhrasings(content, build, { synonyms })),
  ]);
}

function reviewFindings({ id, reviewBy }: Article, today: string): Finding[] {
  if (reviewBy === null || reviewBy >= today) return [];
  return [{ code: 'review-due', severity: 'warning', file: id, line: null, parameters: { date: reviewBy } }];
}

/** Links whose article is there but not the heading that they name. */
function linkFindings({ id, passages }: Article): Finding[] {
  return passages
    .flatMap(({ links }) => links)
    .filter(({ href, target }) => /#./u.test(href) && target.kind === 'article' && target.heading === null)
    .map(({ href, line }) => ({
      code: 'heading-missing',
      severity: 'warning',
      file: id,
      line,
      parameters: { href },
    }));
}
