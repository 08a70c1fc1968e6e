import { toMarkdown } from 'mdast-util-to-markdown';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Nodes, RootContent } from 'mdast';
import { htmlAsMarkdown } from '../content/html-body.ts';
import { parseMarkdown } from '../content/markdown.ts';
import { attributesOf, tagsIn, type Tag } from '../content/tags.ts';

const inline = 'a b strong i em u code br span font s del strike small sub sup img'.split(' ');
const blocks = 'p div ul ol li h1 h2 h3 h4 h5 h6 table thead tbody tr td th blockquote pre hr dl dt dd'.split(
  ' ',
);
const known = new Set([...inline, ...blocks]);
const isBlock = new Set(blocks);
/** Written in Markdown, with a tag here and there. */
const hasMarkdown = /\*\*|__|`|\]\(|^\s*(?:[-*+]|\d+[.)])\s|^#{1,6}\s|^\s*\|/mu;

/** An answer as Markdown: HTML converted where it is simple, all else as it is. */
export function withoutHtml(answer: string): string {
  const tags = tagsOutsideCode(answer).filter(({ name }) => known.has(name.toLowerCase()));
  if (tags.length === 0) return answer;
  const isHtml = tags.some(({ name }) => isBlock.has(name.toLowerCase())) && !hasMarkdown.test(answer);
  return isHtml ? asMarkdown(answer) : withMarks(answer, tags);
}

/** Converts the whole. */
function asMarkdown(html: string): string {
  const children = htmlAsMarkdown(html).map(described);
  return toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown()], bullet: '-' }).trim();
}

/** A picture without a description is described by its file's name. */
function described<Node extends Nodes>(node: Node): Node {
  if (node.type === 'image' && (node.alt ?? '') === '') node.alt = fileOf(node.url);
  if ('children' in node) for (const child of node.children) described(child);
  return node;
}

const fileOf = (url: string): string => (url.split(/[?#]/u, 1)[0] ?? '').split('/').at(-1) || url;

/** Tags that are no code of an example. */
function tagsOutsideCode(text: string): Tag[] {
  if (!text.includes('<')) return [];
  const code = codeIn(parseMarkdown(text).children);
  return tagsIn(text).filter(({ start }) => !code.some(([from, to]) => start >= from && start < to));
}

function codeIn(nodes: readonly RootContent[]): [number, number][] {
  return nodes.flatMap((node): [number, number][] => {
    if (node.type === 'inlineCode' || node.type === 'code')
      return [[node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]];
    return 'children' in node ? codeIn(node.children) : [];
  });
}

/** Puts Markdown in the place of each tag. */
function withMarks(text: string, tags: readonly Tag[]): string {
  const links: string[] = [];
  let out = '';
  let at = 0;
  for (const tag of tags) {
    out += text.slice(at, tag.start) + markOf(tag, links);
    at = tag.end;
  }
  return (out + text.slice(at)).replaceAll(/\n{3,}/gu, '\n\n').trim();
}

const emphasis: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  code: '`',
  s: '~~',
  del: '~~',
  strike: '~~',
};

function markOf({ name, kind, attributes }: Tag, links: string[]): string {
  const called = name.toLowerCase();
  const isClose = kind === 'close';
  const strings = attributesOf(attributes);
  if (called === 'br') return '\\\n';
  if (called === 'a' && !isClose) {
    links.push(addressOf(strings.get('href') ?? ''));
    return links.at(-1) === '' ? '' : '[';
  }
  if (called === 'a') {
    const href = links.pop() ?? '';
    return href === '' ? '' : `](${href})`;
  }
  if (called === 'img') return imageOf(strings);
  if (called === 'li') return isClose ? '' : '\n- ';
  if (called === 'td' || called === 'th') return isClose ? ' ' : '';
  if (/^h\d$/u.test(called)) return isClose ? '**\n\n' : '\n\n**';
  if (called === 'hr') return '\n\n---\n\n';
  return isBlock.has(called) ? '\n\n' : (emphasis[called] ?? '');
}

function imageOf(strings: ReadonlyMap<string, string>): string {
  const url = addressOf(strings.get('src') ?? '');
  return url === '' ? (strings.get('alt') ?? '') : `![${strings.get('alt') || fileOf(url)}](${url})`;
}

/** An address that a link may have; one with a scheme of its own is none. */
const addressOf = (href: string): string => {
  const address = href.trim().replaceAll(' ', '%20');
  const isOther = /^[a-z][\w+.-]*:/iu.test(address) && !/^(?:https?|mailto):/iu.test(address);
  return isOther || /[()<>\s]/u.test(address) ? '' : address;
};
