import { lineMatch } from '../matcher/line-match.ts';
import { lineOf } from '../matcher/index-builder.ts';
import { prepare } from '../matcher/prepare.ts';
import { row } from '../matcher/rows.ts';
import type { MatcherPart } from '../matcher/parts.ts';
import type { IndexedLanguage } from './indexed.ts';
import { indexBeside } from './question-index.ts';
import type { ReadQuestion } from './ranking.ts';

/** How much one of several questions has in common with another. */
export interface Likeness {
  /** Place of the other one. */
  readonly other: number;
  /** 0..1: how much the two say of each other, both ways. */
  readonly alike: number;
}

/** What needs a model of many questions, or likeness of letters alone. */
const without: ReadonlySet<MatcherPart> = new Set(['model', 'support', 'likeness']);

/**
 * For each of some questions, which others share a word with it, in order: by the measure that a question is compared with
 * a heading by, spelling, inflection, compounds and synonyms included. Words are as rare as in the articles. Yields a
 * question at a time, for there may be many.
 */
export function* likenesses(
  questions: readonly ReadQuestion[],
  { language, index: articles }: IndexedLanguage,
): Generator<readonly Likeness[]> {
  const entries = questions.map(({ text }) => ({ id: '', question: text, phrasings: [], text: '' }));
  const index = indexBeside(articles, entries, language);
  const lines = questions.map((_, place) => {
    const [line] = row(index.lines, place);
    return line === undefined ? new Uint32Array() : lineOf(index, line);
  });
  for (const {
    prepared: [asked],
  } of questions) {
    const prepared = asked === undefined ? null : prepare(index, asked.question, without);
    yield prepared === null
      ? []
      : lines.flatMap((line, other) => {
          const { f } = lineMatch(index, prepared, line);
          return f > 0 ? [{ other, alike: f }] : [];
        });
  }
}
