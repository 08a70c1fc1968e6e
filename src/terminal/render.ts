import type { List, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { Style } from './style.ts';
import { wrapped } from './wrap.ts';

/** An article's body as text for a terminal of that many columns. */
export function renderBody(root: Root, width: number, style: Style): string {
  return blocks(root.children, { width, style, indent: '' });
}

interface Setting {
  readonly width: number;
  readonly style: Style;
  readonly indent: string;
}

/** Deeper nesting than anyone writes is left out rather than followed. */
const deepest = 40;

function blocks(nodes: readonly RootContent[], setting: Setting, depth = 0): string {
  if (depth > deepest) return '';
  return nodes
    .map((node) => block(node, setting, depth))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function block(node: RootContent, setting: Setting, depth: number): string {
  const { indent, width, style } = setting;
  switch (node.type) {
    case 'paragraph':
      return wrapped(inline(node.children), width, indent, indent);
    case 'heading':
      return wrapped(inline(node.children), width, indent, indent).split('\n').map(style.bold).join('\n');
    case 'list':
      return list(node, setting, depth);
    case 'blockquote':
      return blocks(node.children, { ...setting, indent: `${indent}│ ` }, depth + 1);
    case 'code':
      return node.value
        .split('\n')
        .map((line) => `${indent}    ${line}`)
        .join('\n');
    case 'table':
      return table(node, indent);
    case 'thematicBreak':
      return `${indent}───`;
    default:
      return '';
  }
}

function list(node: List, setting: Setting, depth: number): string {
  const from = node.start ?? 1;
  return node.children
    .map((item, index) => {
      const mark = node.ordered === true ? `${String(from + index)}. ` : '• ';
      const indent = setting.indent + ' '.repeat(mark.length);
      const text = blocks(item.children, { ...setting, indent }, depth + 1);
      return setting.indent + mark + text.slice(indent.length);
    })
    .join('\n');
}

function table({ children }: Table, indent: string): string {
  const rows = children.map((line) => line.children.map((cell) => inline(cell.children)));
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map(
      (cells) =>
        indent +
        cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
    )
    .join('\n');
}

function inline(nodes: readonly PhrasingContent[], depth = 0): string {
  if (depth > deepest) return '';
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'inlineCode') return visible(node.value);
      if (node.type === 'break') return '\n';
      if (node.type === 'image') return (node.alt ?? '') === '' ? '' : `[${visible(node.alt ?? '')}]`;
      return 'children' in node ? inline(node.children, depth + 1) : '';
    })
    .join('');
}

/** Without what could move a terminal's cursor or turn its text around. */
export function visible(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, '');
}
