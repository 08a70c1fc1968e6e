import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { RootContent } from 'mdast';
import { withoutTags } from './plain.ts';

/** Longer HTML than anyone writes in an article is shown as its bare text. */
const longest = 50_000;

/** A block of HTML as the Markdown that says the same; scripts, frames and unknown tags leave their text at most. */
export function htmlAsMarkdown(html: string): RootContent[] {
  if (html.length > longest) return bareText(html);
  try {
    // A document: text beside its blocks, or alone, stands in paragraphs.
    const root = toMdast(fromHtml(html, { fragment: true }), { document: true });
    return root.type === 'root' ? root.children : [];
  } catch {
    // Tags nested thousands deep exhaust the stack of the converter.
    return bareText(html);
  }
}

function bareText(html: string): RootContent[] {
  const value = withoutTags(html).replaceAll(/\s+/gu, ' ').trim();
  return value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}
