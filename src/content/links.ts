import { posix } from 'node:path';
import type { Definition, Nodes } from 'mdast';
import type { Article, LinkTarget } from './article.ts';
import { withoutEnding } from './files.ts';

/** A link before its target is known. */
export interface RawLink {
  readonly href: string;
  readonly line: number;
}

/** Every link below these nodes, reference links through their definitions, in order. */
export function linksIn(nodes: readonly Nodes[], definitions: ReadonlyMap<string, Definition>): RawLink[] {
  return nodes.flatMap((node) => {
    const line = node.position?.start.line ?? 1;
    const own =
      node.type === 'link'
        ? node.url
        : node.type === 'linkReference'
          ? definitions.get(node.identifier)?.url
          : undefined;
    const below = 'children' in node ? linksIn(node.children, definitions) : [];
    return own === undefined ? below : [{ href: own, line }, ...below];
  });
}

/** The articles as link targets: by path without `.md`, and by bare file name. */
export interface LinkIndex {
  readonly byPath: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly headings: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

type LinkedArticle = Pick<Article, 'id'> & {
  readonly headings: readonly { readonly text: string; readonly anchors: readonly string[] }[];
};

export function buildLinkIndex(articles: readonly LinkedArticle[]): LinkIndex {
  const byPath = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const headings = new Map<string, Map<string, string>>();
  for (const { id, headings: own } of articles) {
    const path = withoutEnding(id).toLowerCase();
    const name = posix.basename(path);
    byPath.set(path, id);
    byName.set(name, [...(byName.get(name) ?? []), id]);
    headings.set(id, fragmentsOf(own));
  }
  return { byPath, byName, headings };
}

/** What links may name each heading by: its own ids before the ids that others get by their text. */
function fragmentsOf(headings: LinkedArticle['headings']): Map<string, string> {
  const bySlug = headings.map(({ text }): [string, string] => [slug(text), text]);
  const byId = headings.flatMap(({ text, anchors }) =>
    anchors.map((id): [string, string] => [slug(id), text]),
  );
  return new Map([...bySlug, ...byId]);
}

/** `#fragment` of a heading, as the common Markdown hosts build it. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/gu, '-');
}

/** What a link resolves to; `ambiguous` names the articles that share the file name. */
export interface Resolved {
  readonly target: LinkTarget;
  readonly ambiguous: readonly string[];
}

const sure = (target: LinkTarget): Resolved => ({ target, ambiguous: [] });

/** Resolves one link of an article: scheme, then path from the content root or the article's folder, then file name. */
export function resolveLink(href: string, from: string, index: LinkIndex): Resolved {
  if (/^(https?|mailto):/iu.test(href)) return sure({ kind: 'external', url: href });
  if (/^[a-z][a-z0-9+.-]*:/iu.test(href) || href.startsWith('//')) return sure({ kind: 'nowhere' });
  const [rawPath = '', fragment = ''] = href.split('#', 2);
  if (rawPath === '') return headingTarget(from, fragment, index);
  const path = decode(rawPath.split('?', 1)[0] ?? '');
  const rooted = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
  const key = rooted
    .replace(/\/+$/u, '')
    .replace(/\.(md|markdown|mdx|html?)$/iu, '')
    .toLowerCase();
  const direct = index.byPath.get(key) ?? index.byPath.get(`${key}/index`);
  if (direct !== undefined) return headingTarget(direct, fragment, index);
  const named = index.byName.get(posix.basename(key)) ?? [];
  if (named.length > 1) return { target: siteOrNowhere(path), ambiguous: named };
  if (named[0] !== undefined) return headingTarget(named[0], fragment, index);
  return sure(siteOrNowhere(path));
}

function headingTarget(article: string, fragment: string, index: LinkIndex): Resolved {
  if (fragment === '') return sure({ kind: 'article', article, heading: null });
  const heading = index.headings.get(article)?.get(slug(decode(fragment).replaceAll('-', ' '))) ?? null;
  return sure({ kind: 'article', article, heading });
}

/** `/path` may live on the community's web site; a relative link to a missing file leads nowhere. */
function siteOrNowhere(path: string): LinkTarget {
  return path.startsWith('/') ? { kind: 'site', path } : { kind: 'nowhere' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
