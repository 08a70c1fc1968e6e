import type { Article, Passage } from '../content/article.ts';
import { withoutEnding } from '../content/files.ts';
import type { Language } from '../language/language.ts';
import type { AnalysedPassage } from '../matcher/input.ts';

/** What an article says about itself, once for all its passages: keywords, description and the words of its file name. */
function keywordsOf({ keywords, description, id }: Article): string {
  const name = withoutEnding(id).replaceAll(/[/_-]+/gu, ' ');
  return [...keywords, description ?? '', name].join('\n');
}

/** Analyses every passage of an article, in order. */
export function* analysedPassages(article: Article, language: Language): Generator<AnalysedPassage> {
  const title = language.text(article.title);
  const keywords = language.text(keywordsOf(article));
  for (const passage of article.passages) yield analysedPassage(passage, language, title, keywords);
}

function analysedPassage(
  passage: Passage,
  language: Language,
  title: AnalysedPassage['title'],
  keywords: AnalysedPassage['keywords'],
): AnalysedPassage {
  return {
    heading: language.line(passage.heading),
    phrasings: passage.phrasings.map(({ text }) => language.line(text)),
    parents: language.text(passage.parents.join('\n')),
    title,
    keywords,
    body: language.text(passage.text),
  };
}
