import type { RootContent } from 'mdast';
import { sliceOf } from './fragment.ts';
import { attributesOf, tagsIn } from './tags.ts';

/** `{#id}` and `{: .class #id}`. */
const attributeId = /\{:?[^{}\n]*#([\p{L}\p{N}_:.-]+)[^{}\n]*\}/gu;

/** The ids by which links may name what stands in a paragraph or HTML block: `{#id}`, `<a id="…">`, `<a name="…">`. */
export function anchorsOf(node: RootContent, source: string): string[] {
  if (!['paragraph', 'html', 'siteMark'].includes(node.type)) return [];
  const text = sliceOf(node, source);
  const marked = Array.from(text.matchAll(attributeId), ([, id = '']) => id);
  return [...marked, ...tagIds(text)];
}

/** Ids of the tags of a text. */
export function tagIds(text: string): string[] {
  if (!/\b(?:id|name)\s*=/iu.test(text)) return [];
  return tagsIn(text).flatMap(({ attributes }) => {
    const values = attributesOf(attributes);
    return [values.get('id'), values.get('name')].filter((id) => id !== undefined);
  });
}
