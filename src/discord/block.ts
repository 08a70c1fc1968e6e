/** A paragraph, list, table, quote or code block as Discord Markdown, in the rows it may be cut between. */
export interface Block {
  readonly kind: 'text' | 'list' | 'table' | 'quote' | 'code';
  /** Stands above the rows of every piece: a fence, a table's header; with its line feed. */
  readonly head: string;
  /** Paragraph, items, rows or lines; each stands on lines of its own. Never empty. */
  readonly rows: readonly string[];
  /** Stands below the rows of every piece: a fence, with its line feed. */
  readonly foot: string;
  /** Begins each line: `> ` in quotes. */
  readonly prefix: '' | '> ';
  /** Number of the first item of an ordered list; null for everything else. */
  readonly number: number | null;
}

/** A block that is nothing but rows. */
export const plainBlock = (kind: Block['kind'], rows: readonly string[]): Block => ({
  kind,
  head: '',
  rows,
  foot: '',
  prefix: '',
  number: null,
});

/** A block, or some of its rows, as it is posted. */
export function blockText(block: Block, rows: readonly string[] = block.rows): string {
  return `${block.head}${prefixed(block, rows.join('\n'))}${block.foot}`;
}

/** Lines with the mark that the block puts before each. */
export const prefixed = ({ prefix }: Block, text: string): string =>
  prefix === '' ? text : text.replace(/^/gmu, prefix);

/** Whether rows are shown as they are, without Markdown. */
export const isVerbatim = ({ head }: Block): boolean => head.startsWith('```');
