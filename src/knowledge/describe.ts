import type { Article } from '../content/article.ts';
import { withoutEnding } from '../content/files.ts';
import type { Language } from '../language/language.ts';
import type { Voter } from '../language/voter.ts';
import type { AnalysedPassage, AnalysedText, Word } from '../matcher/input.ts';
import type { WrittenPassage } from './written.ts';

/** What an article says about itself, once for all its passages: keywords, description and the words of its file name. */
function keywordsOf({ keywords, description, id }: Article): string {
  const name = withoutEnding(id).replaceAll(/[/_-]+/gu, ' ');
  return [...keywords, description ?? '', name].join('\n');
}

/** An article's passages for the index of one language, with what each is written in. */
export interface Described {
  readonly article: Article;
  readonly language: string;
  readonly passages: readonly WrittenPassage[];
}

/** Analyses these passages of an article for the index of a language, in order; `open` gives every language in use. */
export function* analysedPassages(
  { article, language: written, passages }: Described,
  language: Language,
  open: (tag: string) => Language,
): Generator<AnalysedPassage> {
  const read = (tag: string): Reader => readerOf(language, open(tag));
  const title = read(written).text(article.title);
  const keywords = language.text(keywordsOf(article));
  for (const { passage, languages } of passages) {
    const inHeading = read(languages.heading);
    yield {
      heading: inHeading.line(passage.heading),
      phrasings: passage.phrasings.map(({ text }) => inHeading.line(text)),
      parents: read(written).text(passage.parents.join('\n')),
      title,
      keywords,
      body: read(languages.text).text(passage.text),
      named: once(() => open(languages.text).named(`${passage.heading}\n${passage.text}`)),
    };
  }
}

/** Most passages are never asked. */
function once<Value>(tell: () => Value): () => Value {
  let told: { readonly value: Value } | null = null;
  return () => (told ??= { value: tell() }).value;
}

type Reader = Pick<Language, 'text' | 'line'>;

/**
 * Reads text that is written in one language for the index of another: names and loans are found there, but the function
 * words of both carry nothing, and the kind of question is what its own language says.
 */
function readerOf(language: Language, written: Language): Reader {
  if (written === language) return language;
  const bare = (words: readonly Word[]): readonly Word[] => words.map((word) => demoted(word, written));
  return {
    text(input): AnalysedText {
      const read = language.text(input);
      return { ...read, words: bare(read.words) };
    },
    line(input) {
      const read = language.line(input);
      return { ...read, words: bare(read.words), kind: written.line(input).kind };
    },
  };
}

/** The word as one that carries nothing, if it is a function word of that language. */
export const demoted = (word: Word, { isFunctionWord }: Voter): Word =>
  word.role !== 'function' && isFunctionWord(word.raw) ? { ...word, role: 'function' } : word;
