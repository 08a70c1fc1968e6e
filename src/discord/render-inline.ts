import type { Definition, PhrasingContent } from 'mdast';
import { renderLink, webAddress } from './address.ts';
import { cleanText, escapeText } from './escape.ts';

/** What inline nodes need to know of their document. */
export interface Document {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Numbers of footnotes by identifier. */
  readonly footnotes: ReadonlyMap<string, number>;
  /** Address of the one image that Discord is to show: links then ask for no preview of their own. */
  readonly image: string | null;
}

/** Nesting beyond this is left out: nobody reads it, and recursion must end. */
export const deepest = 12;

/** What inline nodes stand in: a mark that is written already, or a link. */
type Around = '**' | '*' | '~~' | 'link';

/** Inline nodes as Discord Markdown; formatting within the same formatting is not written twice. */
export function renderInline(
  nodes: readonly PhrasingContent[],
  document: Document,
  around: readonly Around[] = [],
): string {
  if (around.length > deepest) return '';
  return nodes.map((node) => renderNode(node, document, around)).join('');
}

function renderNode(node: PhrasingContent, document: Document, around: readonly Around[]): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value.replace(/\s*\n\s*/gu, ' '));
    case 'strong':
      return wrap('**', node.children, document, around);
    case 'emphasis':
      return wrap('*', node.children, document, around);
    case 'delete':
      return wrap('~~', node.children, document, around);
    case 'inlineCode':
      return inlineCode(node.value);
    case 'break':
      return '\n';
    case 'html':
      return /^<br\b/iu.test(node.value) ? '\n' : escapeText(htmlImageText(node.value));
    case 'link':
      return linkTo(node.url, renderInline(node.children, document, [...around, 'link']), document);
    case 'linkReference': {
      const label = renderInline(node.children, document, [...around, 'link']);
      return linkTo(document.definitions.get(node.identifier)?.url ?? '', label, document);
    }
    case 'image':
      return renderImage(node.url, node.alt ?? '', document, around);
    case 'imageReference':
      return renderImage(
        document.definitions.get(node.identifier)?.url ?? '',
        node.alt ?? '',
        document,
        around,
      );
    case 'footnoteReference':
      return `\\[${document.footnotes.get(node.identifier) ?? '?'}\\]`;
    default:
      return '';
  }
}

/** What an `<img>` says instead of its picture; empty for every other tag. */
const htmlImageText = (tag: string): string =>
  /^<img\b/iu.test(tag)
    ? (/\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(tag)?.slice(1).find(Boolean) ?? '')
    : '';

/** Without an image to show, the whole post asks for no previews, and a link need not. */
const linkTo = (url: string, label: string, { image }: Document): string =>
  label.trim() === '' || image !== null || /:\/\/|^www\./iu.test(label)
    ? renderLink(url, label, true)
    : renderLink(url, label, false);

/** The one image that is shown by its address; any other by its text, which leads to it. */
function renderImage(url: string, alt: string, document: Document, around: readonly Around[]): string {
  const text = escapeText(alt);
  if (around.includes('link')) return text;
  const isShown = document.image !== null && webAddress(url) === document.image;
  return isShown ? renderLink(url, text, false) : linkTo(url, text, document);
}

/** Blanks belong outside the markers, where they still format. */
function wrap(
  marker: '**' | '*' | '~~',
  nodes: readonly PhrasingContent[],
  document: Document,
  around: readonly Around[],
): string {
  const text = renderInline(nodes, document, [...around, marker]);
  const inner = text.trim();
  if (inner === '' || around.includes(marker)) return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}${marker}${inner}${marker}${text.slice(start + inner.length)}`;
}

function inlineCode(value: string): string {
  const code = cleanText(value).replace(/\s+/gu, ' ');
  if (code.trim() === '') return '';
  if (!code.includes('`')) return `\`${code}\``;
  return `\`\` ${code.replace(/``+/gu, '`')} \`\``;
}
