import type { Definition, List, ListItem, Root, RootContent } from 'mdast';
import { cleanText, escapeText } from './escape.ts';
import { deepest, renderInline, type Document } from './render-inline.ts';
import { renderTable } from './render-table.ts';

/**
 * A body as blocks of Discord Markdown, one for each paragraph, list, table or code block, in order.
 * Only formatting of the article comes alive: everything else is escaped. No block is empty.
 */
export function renderBlocks(root: Root): readonly string[] {
  const document = readDocument(root);
  return root.children
    .map((node) => renderBlock(node, document, 0).trimEnd())
    .filter((block) => block.trim() !== '');
}

function readDocument(root: Root): Document {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, number>();
  for (const node of root.children) {
    if (node.type === 'definition') definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, footnotes.size + 1);
  }
  return { definitions, footnotes };
}

function renderBlock(node: RootContent, document: Document, depth: number): string {
  if (depth > deepest) return '';
  switch (node.type) {
    case 'paragraph':
      return renderInline(node.children, document).trim();
    case 'heading':
      return `**${renderInline(node.children, document).replaceAll('**', '').trim()}**`;
    case 'code':
      return renderCode(node.value, node.lang ?? '');
    case 'blockquote':
      return quote(joinBlocks(node.children, document, depth));
    case 'list':
      return renderList(node, document, depth);
    case 'table':
      return renderTable(node, document);
    case 'html':
      return escapeText(node.value.replace(/<!--[\s\S]*?-->|<[^<>]*>/gu, ' ')).trim();
    case 'footnoteDefinition': {
      const text = joinBlocks(node.children, document, depth).replace(/\n+/gu, ' ');
      return `-# \\[${document.footnotes.get(node.identifier) ?? '?'}\\] ${text}`;
    }
    case 'thematicBreak':
      return '⸻';
    default:
      return '';
  }
}

function joinBlocks(nodes: readonly RootContent[], document: Document, depth: number): string {
  return nodes
    .map((node) => renderBlock(node, document, depth + 1))
    .filter((block) => block !== '')
    .join('\n');
}

/** Discord knows one level of quotes only. */
function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line.replace(/^(?:> )+/u, '')}`)
    .join('\n');
}

/** Discord ends a block at the first three backticks, so that none may stand inside. */
function renderCode(value: string, lang: string): string {
  const language = /^[\w+#-]{1,20}$/u.test(lang) ? lang : '';
  return `\`\`\`${language}\n${cleanText(value).replace(/`(?=``)/gu, '`\u200b')}\n\`\`\``;
}

function renderList(list: List, document: Document, depth: number): string {
  const first = list.start ?? 1;
  return list.children
    .map((item, index) =>
      renderItem(item, list.ordered === true ? `${first + index}.` : '-', document, depth),
    )
    .join('\n');
}

function renderItem(item: ListItem, marker: string, document: Document, depth: number): string {
  const task = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  const [head = '', ...rest] = joinBlocks(item.children, document, depth).split('\n');
  const indent = ' '.repeat(marker.length + 1);
  return [`${marker} ${task}${head}`, ...rest.map((line) => `${indent}${line}`)].join('\n');
}
