import type { Code, Definition, List, ListItem, Root, RootContent } from 'mdast';
import { blockText, plainBlock, type Block } from './block.ts';
import { cleanText, escapeText } from './escape.ts';
import { firstImage } from './image.ts';
import { deepest, renderInline, type Document } from './render-inline.ts';
import { renderTable } from './render-table.ts';

/** A body as Discord shows it. */
export interface Rendered {
  /** One for each paragraph, list, table or code block, in order; none is empty. */
  readonly blocks: readonly Block[];
  /** Address of the one image that Discord is to show; null where there is none. */
  readonly image: string | null;
}

/** A body as Discord Markdown. Only formatting of the article comes alive: everything else is escaped. */
export function render(root: Root): Rendered {
  const image = firstImage(root);
  const document = { ...readDocument(root), image };
  const blocks = root.children.flatMap((node) => {
    const block = renderBlock(node, document, 0);
    return block === null || blockText(block).trim() === '' ? [] : [block];
  });
  return { blocks, image };
}

function readDocument(root: Root): Omit<Document, 'image'> {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, number>();
  for (const node of root.children) {
    if (node.type === 'definition') definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, footnotes.size + 1);
  }
  return { definitions, footnotes };
}

function renderBlock(node: RootContent, document: Document, depth: number): Block | null {
  if (depth > deepest) return null;
  switch (node.type) {
    case 'paragraph':
      return plainBlock('text', [renderInline(node.children, document).trim()]);
    case 'heading':
      return plainBlock('text', [`**${renderInline(node.children, document, ['**']).trim()}**`]);
    case 'code':
      return renderCode(node);
    case 'blockquote':
      return { ...plainBlock('quote', quoted(node.children, document, depth)), prefix: '> ' };
    case 'list':
      return renderList(node, document, depth);
    case 'table':
      return renderTable(node, document);
    case 'html':
      return plainBlock('text', [escapeText(node.value.replace(/<[^<>]*>/gu, ' ')).trim()]);
    case 'footnoteDefinition': {
      const text = joinBlocks(node.children, document, depth).replace(/\n+/gu, ' ');
      return plainBlock('text', [`-# \\[${document.footnotes.get(node.identifier) ?? '?'}\\] ${text}`]);
    }
    case 'thematicBreak':
      return plainBlock('text', ['⸻']);
    default:
      return null;
  }
}

function textsOf(nodes: readonly RootContent[], document: Document, depth: number): readonly string[] {
  return nodes.flatMap((node) => {
    const block = renderBlock(node, document, depth + 1);
    const text = block === null ? '' : blockText(block);
    return text.trim() === '' ? [] : [text];
  });
}

const joinBlocks = (nodes: readonly RootContent[], document: Document, depth: number): string =>
  textsOf(nodes, document, depth).join('\n');

/** Discord knows one level of quotes only. */
const quoted = (nodes: readonly RootContent[], document: Document, depth: number): readonly string[] =>
  textsOf(nodes, document, depth).map((text) => text.replace(/^(?:> )+/gmu, ''));

/** Discord ends a block at the first three backticks, so that none may stand inside. */
function renderCode({ value, lang }: Code): Block {
  const language = /^[\w+#-]{1,20}$/u.test(lang ?? '') ? (lang ?? '') : '';
  const lines = cleanText(value)
    .replace(/`(?=``)/gu, '`\u200b')
    .split('\n');
  return { ...plainBlock('code', lines), head: `\`\`\`${language}\n`, foot: '\n```' };
}

function renderList(list: List, document: Document, depth: number): Block {
  const first = list.ordered === true ? (list.start ?? 1) : null;
  const rows = list.children.map((item, index) =>
    renderItem(item, first === null ? '-' : `${first + index}.`, document, depth),
  );
  return { ...plainBlock('list', rows), number: first };
}

function renderItem(item: ListItem, marker: string, document: Document, depth: number): string {
  const task = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  const [head = '', ...rest] = joinBlocks(item.children, document, depth).split('\n');
  const indent = ' '.repeat(marker.length + 1);
  return [`${marker} ${task}${head}`, ...rest.map((line) => `${indent}${line}`)].join('\n');
}
