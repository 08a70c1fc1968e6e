import type { Article, Passage } from '../content/article.ts';

const isQuestion = (text: string): boolean => /[?？؟]\s*$/u.test(text);
/** Longer ones are no example of how people ask. */
const longest = 90;

/**
 * Examples in the first of some languages that there are any in, else in whichever there are; `languageOf` tells an
 * article's.
 */
export function examplesIn(
  articles: readonly Article[],
  count: number,
  languages: readonly string[],
  languageOf: (article: Article) => string,
): readonly string[] {
  for (const language of languages) {
    const own = exampleQuestions(
      articles.filter((article) => languageOf(article) === language),
      count,
    );
    if (own.length > 0) return own;
  }
  return exampleQuestions(articles, count);
}

/** Questions that the articles answer by their own headings, one article after another, the same on every call. */
function exampleQuestions(articles: readonly Article[], count: number): readonly string[] {
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
