import type { Article, Problem } from '../content/article.ts';
import { parseArticle } from '../content/parse.ts';
import { decide } from '../answers/decide.ts';
import { buildSnapshot, type Snapshot } from '../knowledge/snapshot.ts';
import type { Located } from '../knowledge/ranking.ts';

/** What a draft article would do among the articles of now. */
export interface Preview {
  readonly passages: readonly Located[];
  readonly problems: readonly Problem[];
  /** Questions that another passage answers today and that the draft would take over. */
  readonly taken: readonly { readonly question: string; readonly from: string; readonly by: string }[];
}

/** So many of the articles' own questions are asked again, spread over all of them. */
const mostAsked = 400;
const draftId = 'draft.md';

/** Reads a draft and asks the articles' own questions with it in place. The live articles are not touched. */
export async function previewArticle(markdown: string, current: Snapshot): Promise<Preview> {
  const parsed = parseArticle(draftId, markdown);
  const article: Article = {
    ...parsed.article,
    passages: parsed.passages.map((passage) => ({ ...passage, links: [] })),
  };
  const { articles } = current.content;
  const next = await buildSnapshot({ articles: [...articles, article], problems: [], hash: draftId });
  return {
    passages: article.passages.map((passage) => ({ article, passage })),
    problems: parsed.problems,
    taken: takenOver(articles, next),
  };
}

function takenOver(articles: readonly Article[], next: Snapshot): Preview['taken'] {
  const questions = articles.flatMap(({ passages }) =>
    passages.flatMap(({ heading, phrasings }) =>
      [heading, ...phrasings.map(({ text }) => text)].map((question) => ({ question, from: heading })),
    ),
  );
  const step = Math.max(1, Math.ceil(questions.length / mostAsked));
  return questions
    .filter((_, index) => index % step === 0)
    .flatMap(({ question, from }) => {
      const answer = decide(next.rank(next.read(question), 3));
      const isTaken = answer.kind === 'found' && answer.match.article.id === draftId;
      return isTaken ? [{ question, from, by: answer.match.passage.heading }] : [];
    });
}
