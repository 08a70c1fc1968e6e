import type { Article } from '../content/article.ts';
import type { Located } from '../knowledge/ranking.ts';

/** A heading that has no text of its own, with what stands below it. */
export interface Section {
  readonly heading: string;
  /** In the order of the articles. */
  readonly passages: readonly Located[];
}

/** Every heading without text of its own, by its key; one that several articles have holds the passages of all. */
export function sectionsOf(
  articles: readonly Article[],
  key: (text: string) => string,
): ReadonlyMap<string, Section> {
  const sections = new Map<string, { heading: string; passages: Located[] }>();
  for (const article of articles) {
    const texts = new Set(article.passages.map(({ heading }) => heading));
    for (const passage of article.passages) {
      for (const heading of new Set(passage.parents)) {
        if (texts.has(heading)) continue;
        const section = sections.get(key(heading)) ?? { heading, passages: [] };
        section.passages.push({ article, passage });
        sections.set(key(heading), section);
      }
    }
  }
  return sections;
}
