import { posix } from 'node:path';
import type { Article, Problem } from '../content/article.ts';
import { buildLinkIndex, type LinkIndex } from '../content/links.ts';
import { linkArticle } from '../content/load.ts';
import { parseArticle, type ParsedArticle } from '../content/parse.ts';
import { decide, rankingLength } from '../answers/decide.ts';
import type { Located } from '../knowledge/ranking.ts';
import { buildSnapshot, type Snapshot } from '../knowledge/snapshot.ts';

/** An article that is not among the articles yet. */
export interface Draft {
  /** Name of its file. */
  readonly name: string;
  readonly markdown: string;
}

/** What a draft article would do among the articles of now. */
export interface Preview {
  readonly passages: readonly Located[];
  /** Title of the article that the draft is a new version of: one of the same file name or title; null: it is new. */
  readonly replaces: string | null;
  /** Its own, and links that lead nowhere. */
  readonly problems: readonly Problem[];
  /** Links whose article is there, but not the heading that they name. */
  readonly deadHeadings: readonly { readonly href: string; readonly line: number }[];
  /** Headings that ask what a heading stands for already, and where that is. */
  readonly repeated: readonly { readonly heading: string; readonly article: string }[];
  /** Questions that another passage answers today and that the draft would take over. */
  readonly taken: readonly { readonly question: string; readonly from: string; readonly by: string }[];
}

/** So many of the articles' own questions are asked again, spread over all of them. */
const mostAsked = 400;

/**
 * Reads a draft and asks the articles' own questions with it in place. The live articles are not touched.
 * @param synonyms the deployment's own
 */
export async function previewArticle(
  { name, markdown }: Draft,
  current: Snapshot,
  synonyms: readonly (readonly string[])[] = [],
): Promise<Preview> {
  const { articles } = current.content;
  const replaced = replacedBy(name, parseArticle(name, markdown).article.title, articles);
  const others = articles.filter(({ id }) => id !== replaced?.id);
  const parsed = parseArticle(replaced?.id ?? name, markdown);
  const { article, problems } = linkArticle(parsed, linksAmong(others, parsed));
  const next = await buildSnapshot(
    { articles: [...others, article], problems: [], hash: name },
    { synonyms },
  );
  return {
    passages: article.passages.map((passage) => ({ article, passage })),
    replaces: replaced?.title ?? null,
    problems: [...parsed.problems, ...problems],
    deadHeadings: deadHeadings(article),
    repeated: repeatedHeadings(article, others, current),
    taken: takenOver(others, article, current, next),
  };
}

const only = (articles: readonly Article[]): Article | null =>
  articles.length === 1 ? (articles[0] ?? null) : null;
const stem = (path: string): string => posix.parse(path).name.toLowerCase();

/** The one article with this file name, in whatever folder, else the one with this title. */
function replacedBy(name: string, title: string, articles: readonly Article[]): Article | null {
  const named = articles.filter(({ id }) => stem(id) === stem(name));
  const titled = (among: readonly Article[]): Article | null =>
    only(among.filter((article) => article.title.toLowerCase() === title.toLowerCase()));
  return only(named) ?? titled(named) ?? titled(articles);
}

/** Link targets: the draft's own headings, and those of the articles as far as their passages tell. */
function linksAmong(others: readonly Article[], { article, headings }: ParsedArticle): LinkIndex {
  const told = others.map(({ id, title, passages }) => {
    const texts = new Set([title, ...passages.flatMap(({ heading, parents }) => [...parents, heading])]);
    return { id, headings: Array.from(texts, (text) => ({ text, anchors: [] })) };
  });
  return buildLinkIndex([...told, { id: article.id, headings }]);
}

const deadHeadings = ({ passages }: Article): Preview['deadHeadings'] =>
  passages
    .flatMap(({ links }) => links)
    .filter(({ href, target }) => /#./u.test(href) && target.kind === 'article' && target.heading === null)
    .map(({ href, line }) => ({ href, line }));

function repeatedHeadings(
  draft: Article,
  others: readonly Article[],
  snapshot: Snapshot,
): Preview['repeated'] {
  const holders = new Map<string, string>();
  for (const { title, passages } of others)
    for (const { heading } of passages) {
      const key = snapshot.key(heading);
      if (!holders.has(key)) holders.set(key, title);
    }
  return draft.passages.flatMap(({ heading }) => {
    const article = holders.get(snapshot.key(heading));
    return article === undefined ? [] : [{ heading, article }];
  });
}

function takenOver(
  others: readonly Article[],
  draft: Article,
  current: Snapshot,
  next: Snapshot,
): Preview['taken'] {
  const questions = others.flatMap(({ passages }) =>
    passages.flatMap(({ heading, phrasings }) =>
      [heading, ...phrasings.map(({ text }) => text)].map((question) => ({ question, from: heading })),
    ),
  );
  const step = Math.max(1, Math.ceil(questions.length / mostAsked));
  return questions
    .filter((_, index) => index % step === 0)
    .flatMap(({ question, from }) => {
      // What the article itself answers so far is not taken from anybody.
      if (articleFor(question, current)?.id === draft.id) return [];
      const answer = found(question, next);
      return answer?.article.id === draft.id ? [{ question, from, by: answer.passage.heading }] : [];
    });
}

const articleFor = (question: string, snapshot: Snapshot): Article | null =>
  found(question, snapshot)?.article ?? null;

/** What is posted for a question. */
function found(question: string, snapshot: Snapshot): Located | null {
  const answer = decide(snapshot.rank(snapshot.read(question), rankingLength));
  return answer.kind === 'found' ? answer.match : null;
}
