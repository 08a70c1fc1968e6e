import type { Content, Passage } from '../content/article.ts';
import type { Answers } from '../answers/service.ts';
import { render, type Rendered } from './render.ts';

/** Passages that are kept rendered: what people ask for again and again. */
const mostKept = 300;
/** Addresses of links depend on all articles, so that what was rendered goes with them. */
const kept = new WeakMap<Content, Map<Passage, Rendered>>();

/** A passage's body as Discord shows it; rendered once as long as the articles stay. */
export function renderedPassage(passage: Passage, answers: Answers): Rendered {
  const content = answers.content();
  const known = kept.get(content) ?? new Map<Passage, Rendered>();
  kept.set(content, known);
  const before = known.get(passage);
  const rendered = before ?? render(answers.body(passage.markdown, passage));
  // The one that was not asked for for the longest stands first, and goes.
  known.delete(passage);
  known.set(passage, rendered);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return rendered;
}
