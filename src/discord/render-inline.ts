import type { Definition, PhrasingContent } from 'mdast';
import { cleanText, escapeText } from './escape.ts';

/** What inline nodes need to know of their document. */
export interface Document {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Numbers of footnotes by identifier. */
  readonly footnotes: ReadonlyMap<string, number>;
}

/** Nesting beyond this is left out: nobody reads it, and recursion must end. */
export const deepest = 12;

/** Inline nodes as Discord Markdown. */
export function renderInline(nodes: readonly PhrasingContent[], document: Document, depth = 0): string {
  if (depth > deepest) return '';
  return nodes.map((node) => renderNode(node, document, depth + 1)).join('');
}

function renderNode(node: PhrasingContent, document: Document, depth: number): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value.replace(/\s*\n\s*/gu, ' '));
    case 'strong':
      return wrap('**', renderInline(node.children, document, depth));
    case 'emphasis':
      return wrap('*', renderInline(node.children, document, depth));
    case 'delete':
      return wrap('~~', renderInline(node.children, document, depth));
    case 'inlineCode':
      return inlineCode(node.value);
    case 'break':
      return '\n';
    case 'html':
      return /^<br\b/iu.test(node.value) ? '\n' : '';
    case 'link':
      return renderLink(node.url, renderInline(node.children, document, depth));
    case 'linkReference': {
      const label = renderInline(node.children, document, depth);
      return renderLink(document.definitions.get(node.identifier)?.url ?? '', label);
    }
    case 'image':
      return renderLink(node.url, escapeText(node.alt ?? ''));
    case 'imageReference':
      return renderLink(document.definitions.get(node.identifier)?.url ?? '', escapeText(node.alt ?? ''));
    case 'footnoteReference':
      return `\\[${document.footnotes.get(node.identifier) ?? '?'}\\]`;
    default:
      return '';
  }
}

/** Blanks belong outside the markers, where they still format. */
function wrap(marker: string, text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const [before = '', after = ''] = text.split(inner, 2);
  return `${before}${marker}${inner}${marker}${after}`;
}

function inlineCode(value: string): string {
  const code = cleanText(value).replace(/\s+/gu, ' ');
  if (code.trim() === '') return '';
  if (!code.includes('`')) return `\`${code}\``;
  return `\`\` ${code.replace(/``+/gu, '`')} \`\``;
}

/** A masked link to the web, or only its text: Discord opens no other scheme, and hides no address behind one. */
export function renderLink(address: string, label: string): string {
  const url = webAddress(address);
  const text = label.replace(/\s+/gu, ' ').trim();
  if (url === null) return text;
  if (text === '' || /:\/\/|^www\./iu.test(text)) return `<${url}>`;
  return `[${text}](${url})`;
}

/** An `http` or `https` address that cannot end a masked link early; null for everything else. */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol) || url.href.length > 500) return null;
  return url.href.replace(/[()<>\s\\*_~|`]/gu, (mark) =>
    mark === '_' || mark === '~' || mark === '*' ? mark : `%${mark.charCodeAt(0).toString(16)}`,
  );
}
