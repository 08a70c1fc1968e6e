import { isFaqHeading } from '../language/faq-heading.ts';
import type { Located } from '../knowledge/ranking.ts';

/** Where a passage stands: its article's title and the headings above it, outermost first; those that only say "FAQ" left out. */
export function sourceOf({ article, passage }: Located): readonly string[] {
  const above = passage.parents.filter((heading) => !isFaqHeading(heading) && heading !== article.title);
  // Text before any heading has the title for its heading.
  return [article.title, ...above];
}
