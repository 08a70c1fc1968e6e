import { lineIndex } from '../matcher/question-index.ts';
import type { IndexedLanguage } from './indexed.ts';
import type { ReadQuestion } from './ranking.ts';

/** A thing that is asked for in several ways. */
export interface QuestionEntry {
  readonly id: string;
  readonly questions: readonly string[];
}

export interface QuestionIndex {
  /** The best entry: `same` where the keys are equal; `confidence` 0..1 that it is the same question otherwise. Null where no word is shared. */
  match(
    question: ReadQuestion,
  ): { readonly id: string; readonly same: boolean; readonly confidence: number } | null;
}

/** Indexes questions kept elsewhere over the articles of a snapshot's first language; an entry that comes first wins over a later one with the same key. */
export function questionIndex(
  entries: readonly QuestionEntry[],
  { language, index }: IndexedLanguage,
): QuestionIndex {
  const rows = entries.flatMap(({ id, questions }) => questions.map((question) => ({ id, question })));
  const byKey = new Map<string, string>();
  for (const { id, question } of rows) {
    const key = language.key(question);
    if (!byKey.has(key)) byKey.set(key, id);
  }
  const lines = lineIndex(
    index,
    rows.map(({ question }) => language.line(question)),
    language.isNegation,
  );
  return {
    match({ key, prepared: [prepared] }) {
      const same = byKey.get(key);
      if (same !== undefined) return { id: same, same: true, confidence: 1 };
      const near = prepared === undefined ? null : lines.nearest(prepared);
      const id = near === null ? undefined : rows[near.line]?.id;
      return near === null || id === undefined ? null : { id, same: false, confidence: near.likeness };
    },
  };
}
