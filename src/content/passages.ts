import { createHash } from 'node:crypto';
import type { Definition, Heading, Nodes, Root, RootContent } from 'mdast';
import type { AuthoredQuestion, Passage } from './article.ts';
import { isOpenComment, parseQuestionComment } from './comments.ts';
import { linksIn, type RawLink } from './links.ts';
import { plainHeading, plainText } from './plain.ts';

/** A passage whose links are not resolved yet. */
export type RawPassage = Omit<Passage, 'links'> & { readonly links: readonly RawLink[] };

/** Problems of the passages of one article; lines are the file's. */
export type PassageProblem =
  | {
      readonly code: 'comment-open';
      readonly line: number;
      readonly parameters: Readonly<Record<string, never>>;
    }
  | {
      readonly code: 'phrasing-duplicate';
      readonly line: number;
      readonly parameters: { readonly phrasing: string };
    }
  | {
      readonly code: 'phrasing-without-text';
      readonly line: number;
      readonly parameters: { readonly heading: string };
    }
  | {
      readonly code: 'empty-section';
      readonly line: number;
      readonly parameters: { readonly heading: string };
    }
  | { readonly code: 'phrasing-form'; readonly line: number; readonly parameters: { readonly line: string } };

interface Section {
  readonly heading: Heading | null;
  readonly nodes: readonly RootContent[];
}

/** The first 12 hexadecimal digits of SHA-256: 48 bits, enough for tens of thousands of passages. */
export const passageHash = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 12);

/** The first `# heading` of an article, plain; null when it has none. */
export function firstTitle(root: Root): string | null {
  const heading = root.children.find((node) => node.type === 'heading' && node.depth === 1);
  return heading === undefined ? null : plainHeading(heading) || null;
}

/** Cuts an article into passages: one per heading that has text directly below it. */
export function cutPassages(
  root: Root,
  source: string,
  article: string,
  title: string,
): { passages: RawPassage[]; headings: string[]; problems: PassageProblem[] } {
  const definitions = definitionsIn(root);
  const taken = new Set<string>();
  const open: { depth: number; text: string }[] = [];
  const passages: RawPassage[] = [];
  const problems: PassageProblem[] = [];
  const headings: string[] = [];
  const titleNode = root.children.find((node) => node.type === 'heading' && node.depth === 1);
  const sections = sectionsOf(root);
  for (const [place, section] of sections.entries()) {
    const heading = section.heading === null ? title : plainHeading(section.heading) || title;
    const depth = section.heading?.depth ?? 0;
    while ((open.at(-1)?.depth ?? 0) >= depth && open.length > 0) open.pop();
    const parents = open.map(({ text }) => text);
    if (section.heading !== null) headings.push(heading);
    if (depth > 0 && section.heading !== titleNode) open.push({ depth, text: heading });
    const authored = readComments(section.nodes);
    problems.push(...authored.problems);
    const body = section.nodes.filter((node) => !authored.consumed.has(node));
    const text = plainText(body);
    if (text === '') {
      if (authored.phrasings.length + authored.tests.length > 0) {
        problems.push({ code: 'phrasing-without-text', line: authored.line, parameters: { heading } });
      } else if (section.heading !== null && depth >= (sections[place + 1]?.heading?.depth ?? 0)) {
        problems.push({ code: 'empty-section', line: lineOf(section.heading), parameters: { heading } });
      }
      continue;
    }
    const id = numbered(`${article}#${heading}`, taken);
    passages.push({
      id,
      hash: passageHash(id),
      article,
      heading,
      level: depth,
      parents,
      line: lineOf(section.heading ?? body[0]),
      markdown: markdownOf(body, source, definitions),
      text,
      phrasings: authored.phrasings,
      tests: authored.tests,
      links: linksIn(body, definitions),
    });
  }
  return { passages, headings, problems };
}

function numbered(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}~${count}`;
  taken.add(free);
  return free;
}

const lineOf = (node: RootContent | undefined): number => node?.position?.start.line ?? 1;

function sectionsOf(root: Root): Section[] {
  const sections: { heading: Heading | null; nodes: RootContent[] }[] = [{ heading: null, nodes: [] }];
  for (const node of root.children) {
    if (node.type === 'heading') sections.push({ heading: node, nodes: [] });
    else if (node.type !== 'yaml') sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

interface Authored {
  readonly phrasings: AuthoredQuestion[];
  readonly tests: AuthoredQuestion[];
  readonly problems: PassageProblem[];
  readonly consumed: ReadonlySet<RootContent>;
  readonly line: number;
}

/** The `questions` and `tests` comments that stand before the text of a section. */
function readComments(nodes: readonly RootContent[]): Authored {
  const consumed = new Set<RootContent>();
  const problems: PassageProblem[] = [];
  const phrasings = new Map<string, AuthoredQuestion>();
  const tests: AuthoredQuestion[] = [];
  let line = 1;
  let beforeText = true;
  for (const node of nodes) {
    const start = lineOf(node);
    if (node.type === 'html' && isOpenComment(node.value))
      problems.push({ code: 'comment-open', line: start, parameters: {} });
    const comment = node.type === 'html' && beforeText ? parseQuestionComment(node.value, start) : null;
    if (comment === null || node.type !== 'html') {
      if (plainText([node]) !== '') beforeText = false;
      continue;
    }
    if (consumed.size === 0) line = start;
    if (plainText([node]) === '') consumed.add(node);
    else beforeText = false;
    for (const row of comment.malformed)
      problems.push({ code: 'phrasing-form', line: row.line, parameters: { line: row.text } });
    if (comment.kind === 'tests') tests.push(...comment.questions);
    else collect(comment.questions, phrasings, problems);
  }
  return { phrasings: [...phrasings.values()], tests, problems, consumed, line };
}

function collect(
  questions: readonly AuthoredQuestion[],
  into: Map<string, AuthoredQuestion>,
  problems: PassageProblem[],
): void {
  for (const question of questions) {
    const key = question.text
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim();
    if (into.has(key))
      problems.push({
        code: 'phrasing-duplicate',
        line: question.line,
        parameters: { phrasing: question.text },
      });
    else into.set(key, question);
  }
}

function definitionsIn(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of root.children) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  }
  return found;
}

/** The source of the nodes, with the definitions that they need from elsewhere in the file appended. */
function markdownOf(
  nodes: readonly RootContent[],
  source: string,
  definitions: ReadonlyMap<string, Definition>,
): string {
  const slice = (node: Nodes): string =>
    source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const needed = [...new Set(nodes.flatMap(referencesIn))]
    .map((identifier) => definitions.get(identifier))
    .filter((definition) => definition !== undefined)
    .filter((definition) => !nodes.includes(definition))
    .map(slice);
  return [...nodes.map(slice), ...needed].join('\n\n');
}

function referencesIn(node: Nodes): string[] {
  const own = node.type === 'linkReference' || node.type === 'imageReference' ? [node.identifier] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(referencesIn)] : own;
}
