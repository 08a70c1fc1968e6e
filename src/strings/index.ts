import * as da from './da/index.ts';
import * as en from './en/index.ts';

/** Everything people read, by section. The English tables define the type; a language that lacks a text does not compile. */
export type Strings = typeof en;

/** UI languages with their tables; a new language is one folder and one row here. */
export const uiLanguages = { da, en } as const satisfies Record<string, Strings>;
export type UiLanguage = keyof typeof uiLanguages;

/**
 * The table for a locale such as `da`, `en-GB` or Discord's `sv-SE`.
 * Scandinavian neighbours read Danish better than English; everyone else gets English.
 */
export function stringsFor(locale: string | null | undefined): Strings {
  return uiLanguages[uiLanguageFor(locale)];
}

/** The UI language that fits a BCP 47 locale. */
export function uiLanguageFor(locale: string | null | undefined): UiLanguage {
  const language = (locale ?? '').toLowerCase().split(/[-_.]/u, 1)[0] ?? '';
  return ['da', 'no', 'nb', 'nn', 'sv'].includes(language) ? 'da' : 'en';
}
