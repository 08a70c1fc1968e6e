import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Extension } from 'micromark-util-types';

/** What a source needs of GitHub's Markdown, for both halves of the parser. */
export interface GfmExtensions {
  readonly syntax: readonly Extension[];
  readonly tree: readonly TreeExtension[];
}

const nothing: GfmExtensions = { syntax: [], tree: [] };
const everything: GfmExtensions = { syntax: [gfm()], tree: gfmFromMarkdown() };

/**
 * The parts of GFM that a source uses. Bare addresses cost a look at nearly every letter and another pass over
 * the tree, tables a look at every line: together they double the cost of a parse, and few articles have either.
 */
export function gfmFor(source: string): GfmExtensions {
  if (hasBareAddress(source)) return everything;
  return hasTable(source) || rareMarks.test(source) ? noAddresses : nothing;
}

/** A footnote, a task list item, struck text: each of these strings is needed for one. */
const rareMarks = /\[\^|\[[ \t\nxX]\]|~[^~]+~/u;

/** Every table has a pipe, and below its first row a line of nothing but dashes, colons, pipes and list or quote marks. */
const hasTable = (source: string): boolean =>
  source.includes('|') && /^(?=[^\n]*-)(?=[^\n]*[|:])[ \t>*+\d.)|:-]+$/mu.test(source);

/** Addresses that stand in the text itself, not in `[…](…)`, `<…>` or a tag's attribute. */
function hasBareAddress(source: string): boolean {
  if (!address.test(source)) return false;
  return address.test(source.replace(/\]\([^\s()]*(?:\s+"[^"\n]*")?\)|<\/?[a-z][^<>]*>/giu, ' '));
}
const address = /https?:\/\/|www\.|[-.\w+]@[-\w]+\.[-\w]/iu;

/** Only addresses begin at letters, digits, `+`, `-`, `.` and `_`; the rest of GFM at `!`, `[`, `]` and `~`. */
function withoutAddresses(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).filter(([code]) => marks.has(Number(code)));
  return { ...extension, text: Object.fromEntries(text) };
}
const marks = new Set(Array.from('![]~', (mark) => mark.charCodeAt(0)));
const noAddresses: GfmExtensions = {
  syntax: everything.syntax.map(withoutAddresses),
  tree: everything.tree.filter(({ transforms }) => transforms === undefined),
};
