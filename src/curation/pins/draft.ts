/** A pin as a moderator writes it. */
export interface PinDraft {
  readonly question: string;
  readonly phrasings: readonly string[];
  /** Hash of the passage that answers; null: `text` does. */
  readonly target: string | null;
  /** The moderator's own Markdown; with a passage it must be empty, for only one of them can answer. */
  readonly text: string;
}

/** Bounds of a pin. Characters, and numbers of entries. */
export const pinLimits = {
  question: 300,
  phrasing: 300,
  phrasings: 25,
  /** All of them together, as the form holds them. */
  phrasingsText: 4000,
  text: 4000,
  perServer: 1000,
} as const;

/** As many phrasings as a pin may have, the first ones first. */
export function fittingPhrasings(texts: readonly string[]): readonly string[] {
  const some = texts.slice(0, pinLimits.phrasings);
  return some.filter((_, place) => some.slice(0, place + 1).join('\n').length <= pinLimits.phrasingsText);
}

/** What is wrong with a draft. */
export type DraftProblem =
  | { readonly kind: 'question-empty' }
  | { readonly kind: 'question-long'; readonly limit: number }
  | { readonly kind: 'phrasing-long'; readonly phrasing: string; readonly limit: number }
  | { readonly kind: 'phrasings-many'; readonly limit: number }
  | { readonly kind: 'phrasings-long'; readonly limit: number }
  | { readonly kind: 'text-empty' }
  /** A passage and a text: which is meant is asked back. */
  | { readonly kind: 'two-answers' }
  | { readonly kind: 'text-long'; readonly limit: number }
  | { readonly kind: 'passage-gone' };

/** PostgreSQL takes no null bytes, and nobody types control characters on purpose. */
const printable = (text: string): string => text.replaceAll(/[^\P{C}\n\t]/gu, '');
const tidy = (text: string): string => printable(text).replaceAll(/\s+/gu, ' ').trim();

/** Blanks and repeated phrasings removed. */
export function tidied({ question, phrasings, target, text }: PinDraft): PinDraft {
  const own = tidy(question);
  const others = phrasings.map(tidy).filter((phrasing) => phrasing !== '' && phrasing !== own);
  return { question: own, phrasings: Array.from(new Set(others)), target, text: printable(text).trim() };
}

/**
 * The first thing that is wrong with a tidied draft; null where all is well.
 * @param keyOf gives nothing for a text without a word, which nobody can ask
 * @param isKept whether a draft without an answer leaves the one there is
 */
export function draftProblem(
  { question, phrasings, target, text }: PinDraft,
  keyOf: (text: string) => string,
  isKept = false,
): DraftProblem | null {
  if (keyOf(question) === '') return { kind: 'question-empty' };
  if (question.length > pinLimits.question) return { kind: 'question-long', limit: pinLimits.question };
  if (phrasings.length > pinLimits.phrasings) return { kind: 'phrasings-many', limit: pinLimits.phrasings };
  if (phrasings.join('\n').length > pinLimits.phrasingsText)
    return { kind: 'phrasings-long', limit: pinLimits.phrasingsText };
  const long = phrasings.find((phrasing) => phrasing.length > pinLimits.phrasing);
  if (long !== undefined) return { kind: 'phrasing-long', phrasing: long, limit: pinLimits.phrasing };
  if (target !== null) return text === '' ? null : { kind: 'two-answers' };
  if (text === '' && isKept) return null;
  if (text === '') return { kind: 'text-empty' };
  return text.length > pinLimits.text ? { kind: 'text-long', limit: pinLimits.text } : null;
}
