import { posix } from 'node:path';
import type { Definition, Nodes, Parents, Root, RootContent } from 'mdast';
import type { Content, Passage } from './article.ts';
import { isComment } from './comments.ts';
import { withoutEnding } from './files.ts';
import { parsePart } from './markdown.ts';
import { unboxed } from './unboxed.ts';

/** Finds the address of an article for links to it; null when it has none. */
export type AddressOf = (article: string) => string | null;

/** Addresses of the articles: their own `url`, else their path below SITE_URL. */
export function addressesOf(content: Content, siteUrl: string | null): AddressOf {
  const urls = new Map(content.articles.map(({ id, url }) => [id, url]));
  return (article) => urls.get(article) ?? (siteUrl === null ? null : `${siteUrl}/${withoutEnding(article)}`);
}

/**
 * The body to present: comments gone, links absolute (`http`, `https`, `mailto`) or unwrapped to their text,
 * references replaced by what they refer to. A new tree on each call.
 */
export function parseBody(
  markdown: string,
  passage: Passage | null,
  addressOf: AddressOf,
  siteUrl: string | null,
): Root {
  const root = parsePart(markdown);
  const definitions = new Map<string, Definition>();
  for (const node of root.children) if (node.type === 'definition') definitions.set(node.identifier, node);
  const targets = new Map((passage?.links ?? []).map(({ href, target }) => [href, target]));
  const resolve = (href: string): string | null => {
    if (/^(https?|mailto):/iu.test(href)) return href;
    const target = targets.get(href);
    if (target?.kind === 'article') return addressOf(target.article);
    if (target?.kind === 'site' && siteUrl !== null) return `${siteUrl}${target.path}`;
    return null;
  };
  const picture = (src: string): string | null =>
    /^https?:/iu.test(src) ? src : siteAddress(src, passage?.article ?? '', siteUrl);
  const present = (node: Nodes): Nodes[] =>
    presented(node, { source: markdown, definitions, resolve, picture });
  const children = unboxed(root.children, markdown).flatMap(present).filter(isContent);
  return { type: 'root', children };
}

interface Context {
  readonly source: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly resolve: (href: string) => string | null;
  /** Address of a picture; null where it cannot be reached from outside. */
  readonly picture: (src: string) => string | null;
}

/** A file beside the articles as the web site has it: from the content root, or from its article's folder. */
function siteAddress(src: string, article: string, siteUrl: string | null): string | null {
  if (siteUrl === null || src === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(src)) return null;
  const path = src.startsWith('/') ? posix.normalize(src) : posix.join('/', posix.dirname(article), src);
  return `${siteUrl.replace(/\/+$/u, '')}${path}`;
}

/** One node as it is to be presented: itself, its children where it is unwrapped, or nothing. */
function presented(node: Nodes, context: Context): Nodes[] {
  const { definitions, resolve, picture } = context;
  if (['definition', 'yaml', 'toml', 'siteMark'].includes(node.type)) return [];
  if (node.type === 'html') return isComment(node.value) ? [] : [node];
  if (node.type === 'imageReference') {
    const url = picture(definitions.get(node.identifier)?.url ?? '');
    return url === null
      ? [{ type: 'text', value: node.alt ?? '' }]
      : [{ type: 'image', url, alt: node.alt ?? null }];
  }
  if (node.type === 'image') {
    const url = picture(node.url);
    return url === null ? [{ type: 'text', value: node.alt ?? '' }] : [{ ...node, url }];
  }
  if (!('children' in node)) return [node];
  const children = childrenOf(node, context).flatMap((child) => presented(child, context));
  if (node.type === 'link' || node.type === 'linkReference') {
    const href = node.type === 'link' ? node.url : (definitions.get(node.identifier)?.url ?? '');
    const url = resolve(href);
    return url === null ? children : [withChildren({ type: 'link', url, children: [] }, children)];
  }
  if (node.type !== 'paragraph') return [withChildren(node, children)];
  const shown = trimmed(children);
  return shown.length === 0 ? [] : [withChildren(node, shown)];
}

/** Inline nodes without the blanks at both ends, which marks that are gone leave there. */
function trimmed(nodes: readonly Nodes[]): Nodes[] {
  const last = nodes.length - 1;
  return nodes
    .map((node, place) => {
      if (node.type !== 'text') return node;
      const value = place === 0 ? node.value.trimStart() : node.value;
      return { ...node, value: place === last ? value.trimEnd() : value };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
}

/** Quotes and list items hold blocks, paragraphs and headings lines with breaks. */
function childrenOf(node: Parents, { source }: Context): readonly Nodes[] {
  if (node.type === 'blockquote' || node.type === 'listItem') return unboxed(node.children, source);
  if (node.type !== 'paragraph' && node.type !== 'heading') return node.children;
  return node.children.map((child) =>
    child.type === 'html' && /^<br\b/iu.test(child.value) ? { type: 'break' } : child,
  );
}

const isContent = (node: Nodes): node is RootContent => node.type !== 'root';

/** A copy with other children, of the kinds that it had. */
const withChildren = (node: Parents, children: Nodes[]): Nodes => Object.assign({ ...node }, { children });
