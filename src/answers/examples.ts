import type { Article, Passage } from '../content/article.ts';

const isQuestion = (text: string): boolean => /[?？؟]\s*$/u.test(text);
/** Longer ones are no example of how people ask. */
const longest = 90;

/** Questions that the articles answer by their own headings, one article after another, the same on every call. */
export function exampleQuestions(articles: readonly Article[], count: number): readonly string[] {
  const perArticle = articles.map(({ passages }) => passages.flatMap(questionsOf));
  const found: string[] = [];
  const most = Math.max(0, ...perArticle.map((questions) => questions.length));
  for (let round = 0; round < most && found.length < count; round++) {
    for (const questions of perArticle) {
      const question = questions[round];
      if (question !== undefined && found.length < count && !found.includes(question)) found.push(question);
    }
  }
  return found;
}

/** Questions are the best examples; other headings serve where an article has none. */
function questionsOf({ heading, phrasings }: Passage): readonly string[] {
  return [heading, ...phrasings.map(({ text }) => text)]
    .filter((text) => isQuestion(text) && text.length <= longest)
    .slice(0, 1);
}
