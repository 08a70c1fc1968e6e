import { createHash } from 'node:crypto';
import type { Definition, RootContent } from 'mdast';
import { anchorsOf } from './anchors.ts';
import type { AuthoredQuestion, Passage } from './article.ts';
import { readComments, type PassageProblem } from './authored.ts';
import {
  isComment,
  lineOf,
  type Block,
  type CommentPlace,
  type HeadingBlock,
  type NodeBlock,
} from './blocks.ts';
import type { RawLink } from './links.ts';
import type { Fragment } from './fragment.ts';
import { definitionsIn, linksOf, markdownOf } from './passage-source.ts';
import { plainText } from './plain.ts';
import { isAsked } from './labels.ts';
import { looksAsked, readQuestions } from './questions.ts';
import { hasText } from './region.ts';

/** A passage whose links are not resolved yet. */
export type RawPassage = Omit<Passage, 'links'> & { readonly links: readonly RawLink[] };

/** A passage before its id is known. */
interface Draft {
  readonly passage: Omit<RawPassage, 'id' | 'hash' | 'article'>;
  /** Where a comment with phrasings goes; null directly below the line of a heading. */
  readonly place: CommentPlace | null;
  readonly isEntry: boolean;
}

/** The first 12 hexadecimal digits of SHA-256: 48 bits, enough for tens of thousands of passages. */
const passageHash = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 12);

/** A heading and the other names that links may give it. */
export interface NamedHeading {
  readonly text: string;
  readonly anchors: readonly string[];
}

export interface CutArticle {
  readonly passages: readonly RawPassage[];
  /** By passage id, where a comment with phrasings goes unless it is directly below the passage's line. */
  readonly places: ReadonlyMap<string, CommentPlace>;
  /** Every heading, also those without text: targets of `#fragments`. */
  readonly headings: readonly NamedHeading[];
  readonly problems: readonly PassageProblem[];
}

/** The first heading of the first level, plain; null when there is none. */
export function firstTitle(blocks: readonly Block[]): string | null {
  return (blocks.find(isTitle)?.text ?? '') || null;
}

const isTitle = (block: Block): block is HeadingBlock => block.kind === 'heading' && block.depth === 1;

/**
 * Cuts an article into passages: one for each heading that has text directly below it, and one for each entry.
 * @param top what the text before any heading stands below: the title, level 0, or the question of the whole file
 */
export function cutPassages(
  blocks: readonly Block[],
  whole: Fragment,
  article: string,
  top: { readonly title: string; readonly level: 0 | 1 },
): CutArticle {
  const state: State = {
    definitions: definitionsIn(whole),
    titleBlock: blocks.find(isTitle) ?? null,
    whole,
    drafts: [],
    headings: [],
    problems: [],
  };
  const owner = {
    text: top.title,
    level: top.level,
    line: null,
    anchors: [],
    phrasings: [],
    place: null,
    isEntry: false,
  };
  cutSections(blocks, owner, { parents: [], state });
  const ids = idsOf(state.drafts, article);
  const places = new Map<string, CommentPlace>();
  const passages = state.drafts.map(({ passage, place }, number) => {
    const id = ids[number] ?? '';
    if (place !== null) places.set(id, place);
    return { id, hash: passageHash(id), article, ...passage };
  });
  return {
    passages,
    places: places.size === 0 ? nowhere : places,
    headings: state.headings,
    problems: state.problems,
  };
}

/** Shared by the many articles without entries. */
const nowhere: ReadonlyMap<string, CommentPlace> = new Map();

/** What is gathered of one article. */
interface State {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly titleBlock: HeadingBlock | null;
  readonly whole: Fragment;
  readonly drafts: Draft[];
  readonly headings: NamedHeading[];
  readonly problems: PassageProblem[];
}

/** What a section stands below: a heading, an entry's question, or the title of the article. */
interface Owner {
  readonly text: string;
  /** 0 for the article itself. */
  readonly level: number;
  /** Null for the article itself: its text says where it begins. */
  readonly line: number | null;
  readonly anchors: readonly string[];
  readonly phrasings: readonly AuthoredQuestion[];
  /** Where a comment goes; null directly below the line of a heading. */
  readonly place: CommentPlace | null;
  readonly isEntry: boolean;
}

interface Below {
  readonly parents: readonly string[];
  readonly state: State;
}

interface Section {
  readonly owner: Owner;
  /** The heading itself; null for the text before any. */
  readonly heading: HeadingBlock | null;
  readonly blocks: Block[];
}

/** Cuts the sections that stand below an owner: its own text first, then those of headings within. */
function cutSections(blocks: readonly Block[], owner: Owner, { parents, state }: Below): void {
  const open: { depth: number; text: string }[] = [];
  const sections = sectionsOf(blocks, owner);
  for (const [place, section] of sections.entries()) {
    const { heading } = section;
    const depth = heading?.depth ?? 0;
    while ((open.at(-1)?.depth ?? 0) >= depth && open.length > 0) open.pop();
    const above = heading === null || owner.level === 0 ? parents : [...parents, owner.text];
    const own = [...above, ...open.map(({ text }) => text)];
    if (heading !== null) {
      const anchors = [...heading.anchors, ...anchorsWithin(section.blocks)];
      state.headings.push({ text: section.owner.text, anchors });
    }
    const isNamed = heading !== null && heading !== state.titleBlock;
    if (isNamed) open.push({ depth, text: section.owner.text });
    const isLeaf = heading !== null && depth >= (sections[place + 1]?.heading?.depth ?? 0);
    cutSection(section, isLeaf, { parents: own, state });
  }
}

function sectionsOf(blocks: readonly Block[], owner: Owner): Section[] {
  const sections: Section[] = [{ owner, heading: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind !== 'heading') sections.at(-1)?.blocks.push(block);
    else sections.push({ owner: ownerOf(block, owner), heading: block, blocks: [] });
  }
  return sections;
}

/** Ids that stand below a heading, `{: #id}` and `<a id>`: links by them lead to its text. */
const anchorsWithin = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'node' ? anchorsOf(block.node, block.fragment.source) : []));

const ownerOf = ({ text, depth, line, endLine, anchors }: HeadingBlock, above: Owner): Owner => ({
  text: text || above.text,
  level: depth,
  line,
  anchors,
  phrasings: [],
  place: endLine === line ? null : { line: endLine, prefix: '', afterBlank: false },
  isEntry: false,
});

function cutSection({ owner, heading, blocks }: Section, isLeaf: boolean, { parents, state }: Below): void {
  const { rest, entries: bold, passedOver } = readQuestions(blocks);
  const [unmarked, ...more] = blocks.filter(looksAsked);
  if (unmarked !== undefined && more.length > 0)
    state.problems.push({
      code: 'questions-unmarked',
      line: lineOf(unmarked),
      parameters: { count: more.length + 1 },
    });
  for (const line of passedOver) state.problems.push({ code: 'question-alone', line, parameters: {} });
  const entries = [...rest.filter((block) => block.kind === 'entry'), ...bold].toSorted(
    (a, b) => a.line - b.line,
  );
  const plain = rest.filter((block) => block.kind === 'node');
  const [only] = entries;
  // A question with nothing but one box below it: the box is its answer.
  if (
    heading !== null &&
    entries.length === 1 &&
    only !== undefined &&
    isAsked(owner.text) &&
    !hasText(plain)
  ) {
    const asked = { text: only.heading, line: only.line };
    const answered = { ...owner, phrasings: [asked, ...only.phrasings] };
    state.headings.push({ text: only.heading, anchors: [] });
    cutSections([...plain, ...only.body], answered, { parents, state });
    return;
  }
  const draft = draftOf(owner, plain, parents, state);
  if (draft !== null) state.drafts.push(draft);
  else if (heading !== null && isLeaf && entries.length === 0 && !blocks.some(isComment))
    state.problems.push({
      code: 'empty-section',
      line: owner.line ?? 1,
      parameters: { heading: owner.text },
    });
  const below = heading === state.titleBlock || owner.level === 0 ? parents : [...parents, owner.text];
  for (const entry of entries) {
    const level = Math.min(6, owner.level + 1);
    state.headings.push({ text: entry.heading, anchors: [] });
    const asked = { ...entry, text: entry.heading, level, anchors: [], isEntry: true };
    cutSections(entry.body, asked, { parents: below, state });
  }
}

/** The passage of an owner's own text; null where there is none. */
function draftOf(
  owner: Owner,
  blocks: readonly NodeBlock[],
  parents: readonly string[],
  { definitions, whole, problems }: State,
): Draft | null {
  const { text: heading, level, line, place, isEntry } = owner;
  const authored = readComments(blocks);
  problems.push(...authored.problems);
  const body = blocks.filter(({ node }) => !authored.consumed.has(node) && !isFrontMatter(node));
  const text = plainText(body.map(({ node }) => node));
  if (text === '') {
    if (authored.phrasings.length + authored.tests.length > 0)
      problems.push({ code: 'phrasing-without-text', line: authored.line, parameters: { heading } });
    return null;
  }
  const passage = {
    heading,
    level,
    parents,
    line: line ?? lineOf(body[0]),
    markdown: markdownOf(body, whole, definitions),
    text,
    phrasings: [...authored.phrasings, ...owner.phrasings],
    tests: authored.tests,
    links: body.flatMap((block) => linksOf(block, definitions)),
  };
  return { passage, place, isEntry };
}

const isFrontMatter = ({ type }: RootContent): boolean => type === 'yaml' || type === 'toml';

/** Headings are numbered first: an entry that repeats one takes nothing from it. */
function idsOf(drafts: readonly Draft[], article: string): string[] {
  const taken = new Set<string>();
  const ids: string[] = [];
  for (const isEntry of [false, true])
    for (const [number, draft] of drafts.entries())
      if (draft.isEntry === isEntry) ids[number] = numbered(`${article}#${draft.passage.heading}`, taken);
  return ids;
}

function numbered(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}~${count}`;
  taken.add(free);
  return free;
}
