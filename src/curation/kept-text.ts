import { redacted } from './redact.ts';

/** How long texts of questions are kept. */
export interface TextRule {
  /** 0: not at all. */
  readonly days: number;
}

/** Characters of a question that are kept: as long as a pinned question may be. */
const longest = 300;

/** The text of a question as it may be stored; empty where it is not kept: what is asked in private is only counted. */
export function keptText(
  { text, isDirect }: { readonly text: string; readonly isDirect: boolean },
  { days }: TextRule,
): string {
  if (isDirect || days === 0) return '';
  // PostgreSQL takes no null bytes.
  const printable = text.replaceAll(/[^\P{C}\n\t]/gu, '');
  const cut = redacted(printable).slice(0, longest);
  // A character of two halves is not cut in two.
  return cut.replace(/\p{Cs}$/u, '').trim();
}
