import type { Definition, Nodes, Parents, Root, RootContent } from 'mdast';
import type { Content, Passage } from './article.ts';
import { isComment } from './comments.ts';
import { parseMarkdown } from './markdown.ts';

/** Finds the address of an article for links to it; null when it has none. */
export type AddressOf = (article: string) => string | null;

/** Addresses of the articles: their own `url`, else their path below SITE_URL. */
export function addressesOf(content: Content, siteUrl: string | null): AddressOf {
  const urls = new Map(content.articles.map(({ id, url }) => [id, url]));
  return (article) =>
    urls.get(article) ?? (siteUrl === null ? null : `${siteUrl}/${article.replace(/\.md$/iu, '')}`);
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
  const root = parseMarkdown(markdown);
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
  const children = root.children.flatMap((node) => present(node, definitions, resolve)).filter(isContent);
  return { type: 'root', children };
}

/** One node as it is to be presented: itself, its children where it is unwrapped, or nothing. */
function present(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
  resolve: (href: string) => string | null,
): Nodes[] {
  if (node.type === 'definition' || node.type === 'yaml') return [];
  if (node.type === 'html') return isComment(node.value) ? [] : [node];
  if (node.type === 'imageReference') {
    const url = resolve(definitions.get(node.identifier)?.url ?? '');
    return url === null
      ? [{ type: 'text', value: node.alt ?? '' }]
      : [{ type: 'image', url, alt: node.alt ?? null }];
  }
  if (node.type === 'image') {
    const url = resolve(node.url);
    return url === null ? [{ type: 'text', value: node.alt ?? '' }] : [{ ...node, url }];
  }
  if (!('children' in node)) return [node];
  const children = node.children.flatMap((child) => present(child, definitions, resolve));
  if (node.type === 'link' || node.type === 'linkReference') {
    const href = node.type === 'link' ? node.url : (definitions.get(node.identifier)?.url ?? '');
    const url = resolve(href);
    return url === null ? children : [withChildren({ type: 'link', url, children: [] }, children)];
  }
  return [withChildren(node, children)];
}

const isContent = (node: Nodes): node is RootContent => node.type !== 'root';

/** A copy with other children, of the kinds that it had. */
const withChildren = (node: Parents, children: Nodes[]): Nodes => Object.assign({ ...node }, { children });
