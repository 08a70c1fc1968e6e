import type { Article } from '../content/article.ts';
import { languageOf, writtenPassages } from '../knowledge/written.ts';
import { neutral } from '../language/language.ts';
import type { Finding, FindingParameters } from './finding.ts';

type Section = FindingParameters['languages-mixed']['sections'][number];

/** A half-translated article: which of its sections are in which language. At most one finding. */
export function languageFindings(article: Article): Finding[] {
  const written = writtenPassages(article, languageOf(article));
  const sections = written.map(({ passage, languages }): Section => ({
    heading: passage.heading,
    headingLanguage: languages.heading,
    textLanguage: languages.text,
  }));
  const counts = new Map<string, number>();
  const told = sections.flatMap(({ headingLanguage, textLanguage }) => [headingLanguage, textLanguage]);
  for (const tag of told) if (tag !== neutral) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const [main] = Array.from(counts).toSorted(([, a], [, b]) => b - a)[0] ?? [];
  if (counts.size < 2 || main === undefined) return [];
  const first = written.find(({ languages }) => languages.heading !== main || languages.text !== main);
  const line = first?.passage.line ?? null;
  return [
    { code: 'languages-mixed', severity: 'warning', file: article.id, line, parameters: { main, sections } },
  ];
}
