import type { PreparedQuestion } from '../matcher/prepare.ts';
import type { IndexedLanguage } from './indexed.ts';

/**
 * For each text of a passage, how much of each word of the question it holds: the word's share of the question, less
 * where a weaker reading of it was met. A word that the heading holds tells its parts apart no longer, and counts nothing.
 */
export function weighTexts(
  shelf: IndexedLanguage,
  question: PreparedQuestion,
  heading: string,
  texts: readonly string[],
): readonly (readonly number[])[] {
  const inHeading = metIn(shelf, question, heading);
  return texts.map((text) => {
    const met = metIn(shelf, question, text);
    return question.groups.map(({ share }, group) =>
      (inHeading[group] ?? 0) > 0 ? 0 : share * (met[group] ?? 0),
    );
  });
}

/** How well each word of the question is met in a text, 0..1: by its best reading, or by the parts of a compound together. */
function metIn(
  { language, index }: IndexedLanguage,
  { groups, lookup }: PreparedQuestion,
  text: string,
): readonly number[] {
  const whole = groups.map(() => 0);
  const parts = groups.map(() => 0);
  for (const term of new Set(language.text(text).words.map((word) => word.term))) {
    const id = index.vocabulary.idOf(term);
    for (const { group, weight, isPart } of lookup.get(id) ?? []) {
      if (isPart) parts[group] = (parts[group] ?? 0) + weight;
      else whole[group] = Math.max(whole[group] ?? 0, weight);
    }
    // The number of a list item is part of no text that is indexed.
    const same = id < 0 ? groups.findIndex(({ word }) => word.term === term) : -1;
    if (same >= 0) whole[same] = 1;
  }
  return groups.map((_, group) => Math.min(1, Math.max(whole[group] ?? 0, parts[group] ?? 0)));
}
