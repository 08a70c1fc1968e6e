import type { Article, Passage } from '../content/article.ts';
import { detectLanguage } from '../language/detect.ts';
import { installedTag, neutral } from '../language/language.ts';
import { packTags } from '../language/packs.ts';
import { passageLanguages, type PassageLanguages } from '../language/passage-language.ts';
import { voterOf } from '../language/voter.ts';

/** A passage and what its two parts are written in. */
export interface WrittenPassage {
  readonly passage: Passage;
  readonly languages: PassageLanguages;
}

/** Characters of an article that its language is told by. */
const detectionSample = 4000;

/** What an article is written in: what its front matter says, else what most of its words tell. */
export function languageOf({ lang, title, passages }: Article): string {
  if (lang !== null) return installedTag(lang);
  const sample = [title, ...passages.map(({ heading, text }) => `${heading}\n${text}`)].join('\n');
  return detectLanguage(sample.slice(0, detectionSample), packTags.map(voterOf)) ?? neutral;
}

/** What each passage is written in, whatever the front matter says: translations are often half done. */
export function writtenPassages({ passages }: Article, language: string): readonly WrittenPassage[] {
  const expected = voterOf(language);
  const others = packTags.map(voterOf);
  return passages.map((passage) => ({ passage, languages: passageLanguages(passage, expected, others) }));
}
