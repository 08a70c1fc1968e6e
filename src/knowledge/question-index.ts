import type { Language } from '../language/language.ts';
import { indexBuilder, type PassageIndex } from '../matcher/index-builder.ts';
import { lineIndex } from '../matcher/question-index.ts';

/** A thing that is asked for in several ways. */
export interface QuestionEntry {
  readonly id: string;
  readonly questions: readonly string[];
}

export interface QuestionIndex {
  /** The best entry: `same` where the keys are equal; `confidence` 0..1 that it is the same question otherwise. Null where no word is shared. */
  match(text: string): { readonly id: string; readonly same: boolean; readonly confidence: number } | null;
}

/** The index of no articles at all: every word is unknown and so equally rare. */
export function emptyIndex({ splitCompound, loosen, rootsOf }: Language): PassageIndex {
  return indexBuilder().finish({ splitCompound, loosen, rootsOf, without: new Set() });
}

/** Indexes questions kept elsewhere; an entry that comes first wins over a later one with the same key. */
export function questionIndex(
  entries: readonly QuestionEntry[],
  language: Language,
  articles: PassageIndex,
  guess: (text: string) => string,
): QuestionIndex {
  const rows = entries.flatMap(({ id, questions }) => questions.map((question) => ({ id, question })));
  const byKey = new Map<string, string>();
  for (const { id, question } of rows) {
    const key = language.key(question);
    if (!byKey.has(key)) byKey.set(key, id);
  }
  const lines = lineIndex(
    articles,
    rows.map(({ question }) => language.line(question)),
    language.isNegation,
  );
  return {
    match(text) {
      const same = byKey.get(language.key(text));
      if (same !== undefined) return { id: same, same: true, confidence: 1 };
      const near = lines.nearest(language.question(text, guess(text)));
      const id = near === null ? undefined : rows[near.line]?.id;
      return near === null || id === undefined ? null : { id, same: false, confidence: near.likeness };
    },
  };
}
