import type { Nodes } from 'mdast';
import { commentsOf, type Block, type EntryBlock } from './blocks.ts';
import { endOf, fragmentWithin, sliceOf, startOf, unindented, type Fragment } from './fragment.ts';
import { plainTitle } from './plain.ts';
import { entryOf, type Candidate, type CutBlocks, type Region } from './region.ts';

const hint = /^ {0,3}:[ \t]+\S/mu;

/** Definition lists: a term, and below it lines that begin with a colon. */
export function definitionCandidates(fragment: Fragment, cut: CutBlocks): Candidate[] {
  if (!hint.test(fragment.source)) return [];
  const found: Candidate[] = [];
  const { nodes } = fragment;
  for (let place = 0; place < nodes.length; place += 1) {
    const last = lastOfList(fragment, place);
    const [from, to] = [nodes[place], nodes[last ?? place]];
    if (last === null || from === undefined || to === undefined) continue;
    const range = { start: startOf(from), end: endOf(to) };
    found.push({ ...range, read: () => listRegion(fragment, range, cut) });
    place = last;
  }
  return found;
}

const isDefinition = (text: string): boolean => /^ {0,3}:[ \t]/u.test(text);

/** The place of the last node of the term that begins there; null where no definition follows it. */
function lastOfList({ nodes, source }: Fragment, place: number): number | null {
  const term = nodes[place];
  if (term?.type !== 'paragraph' || isDefinition(sliceOf(term, source))) return null;
  let last = hint.test(sliceOf(term, source)) ? place : null;
  for (let next = place + 1; next < nodes.length; next += 1) {
    const node = nodes[next];
    if (node === undefined) break;
    const isBody = node.type === 'paragraph' && isDefinition(sliceOf(node, source));
    if (isBody || (last !== null && indentOf(node, source) >= 2)) last = next;
    else if (last !== null || node.type !== 'html') break;
  }
  return last;
}

function indentOf(node: Nodes, source: string): number {
  const lineStart = source.lastIndexOf('\n', startOf(node) - 1) + 1;
  return (/^[ \t]*/u.exec(source.slice(lineStart))?.[0] ?? '').replaceAll('\t', '    ').length;
}

interface Part {
  readonly terms: { readonly text: string; readonly line: number }[];
  readonly lines: string[];
  firstLine: number;
}

/** One region for all terms of a paragraph and what follows it: written without blank lines they are one paragraph. */
function listRegion(fragment: Fragment, range: Omit<Candidate, 'read'>, cut: CutBlocks): Region | null {
  const { start, end } = range;
  const parts = partsOf(fragment.source.slice(start, end).split('\n'), fragment.lineAt(start));
  const entries = parts.map((part) => entryFrom(part, fragment, cut));
  const found = entries.filter((entry) => entry !== null);
  // Where one of them is no entry, nothing is: its text would be lost.
  return found.length === entries.length && found.length > 0 ? { ...range, blocks: found } : null;
}

function partsOf(lines: readonly string[], line: number): Part[] {
  const parts: Part[] = [];
  for (const [place, text] of lines.entries()) {
    const part = parts.at(-1);
    const next = lines.slice(place + 1).find((each) => each.trim() !== '') ?? '';
    const isTerm =
      !isDefinition(text) && !/^[ \t]/u.test(text) && text.trim() !== '' && !text.startsWith('<!--');
    const beginsPart = isTerm && (part === undefined || (part.lines.length > 0 && isDefinition(next)));
    if (beginsPart) parts.push({ terms: [{ text, line: line + place }], lines: [], firstLine: line + place });
    else if (isTerm && part !== undefined && part.lines.length === 0)
      part.terms.push({ text, line: line + place });
    else if (part !== undefined) {
      if (part.lines.length === 0) part.firstLine = line + place;
      if (part.lines.length > 0 || text.trim() !== '') part.lines.push(text);
    }
  }
  return parts;
}

/** A comment below the first paragraph of a definition stands where it does not part the list from its term. */
function commentsFirst([first, ...rest]: readonly Block[]): readonly Block[] {
  const { comments, others } = commentsOf(rest);
  return first === undefined ? [] : [...comments, first, ...others];
}

function entryFrom({ terms, lines, firstLine }: Part, fragment: Fragment, cut: CutBlocks): EntryBlock | null {
  const [term, ...others] = terms;
  if (term === undefined) return null;
  const bare = lines.map((text) => text.replace(/^ {0,3}:(?:[ \t]{1,4}|$)/u, ''));
  const inner = fragmentWithin(
    fragment,
    unindented(`\n${bare.join('\n')}`, 4).slice(1),
    firstLine,
    `${fragment.prefix}    `,
  );
  const end = inner.nodes[0]?.position?.end.line ?? 1;
  return entryOf({
    title: plainTitle(term.text),
    line: term.line,
    body: commentsFirst(cut(inner)),
    place: { line: firstLine - 1 + end, prefix: inner.prefix, afterBlank: true },
    phrasings: others.map(({ text, line }) => ({ text: plainTitle(text), line })),
  });
}
