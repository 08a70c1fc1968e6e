import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { parseMarkdown } from './markdown.ts';
import { parseArticle } from './parse.ts';

/** A question with its answer, as Markdown, that is to stand in an article. */
export interface NewEntry {
  readonly question: string;
  readonly phrasings: readonly string[];
  readonly markdown: string;
}

/** How an answer had to be written to be read back as one passage. */
export type BodyForm = 'as-is' | 'changed' | 'plain' | 'code';

export interface WrittenEntry {
  readonly markdown: string;
  readonly form: BodyForm;
}

/**
 * Writes an entry below a heading of that level (1 to 6), so that reading it gives one passage with the same heading,
 * the same phrasings and the whole answer.
 */
export function writeEntry(entry: NewEntry, level: number): WrittenEntry {
  const question = oneLine(entry.question);
  const phrasings = entry.phrasings.map((text) => withoutCommentEnd(oneLine(text)));
  const heading = writeHeading(question, level);
  const top = `${heading}\n${commentOf(phrasings)}`;
  const read = headingOf(heading) ?? question;
  for (const [form, body] of formsOf(entry.markdown.trim())) {
    const markdown = `${top}\n${body}\n`;
    if (!isWhole(markdown, read, phrasings, level)) continue;
    // What is written as text must be read as all of that text: `{#id}` in it would be mark-up.
    if (form !== 'plain' || saysAll(markdown, entry.markdown)) return { markdown, form };
  }
  return { markdown: `${top}\n${asCode(entry.markdown)}\n`, form: 'code' };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
/** Neither end of a comment, of HTML or MDX, may stand in one. */
const withoutCommentEnd = (text: string): string => text.replaceAll('-->', '→').replaceAll('*/}', '* /}');

const commentOf = (phrasings: readonly string[]): string =>
  phrasings.length === 0 ? '' : `\n<!-- questions\n${phrasings.map((text) => `- ${text}\n`).join('')}-->\n`;

/**
 * A heading line that is read as this very text: as it is where that does, else with its marks escaped.
 * A lone `#` at the end cannot be kept: there it is what closes a heading.
 */
export function writeHeading(text: string, level: number): string {
  const marks = '#'.repeat(level);
  const forms = [text, escaped(text), asEntities(text)];
  const fits = forms.find((form) => headingOf(`${marks} ${form}`) === text);
  return `${marks} ${fits ?? asEntities(text)}`;
}

const headingOf = (line: string): string | null =>
  parseArticle('entry.md', `${line}\n\nText.\n`).passages[0]?.heading ?? null;

const escaped = (text: string): string => text.replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
const asEntities = (text: string): string => text.replaceAll(/[^\p{L}\p{N} ]/gu, asEntity);
const asEntity = (letter: string): string => `&#${letter.codePointAt(0) ?? 0xff_fd};`;

/** From what its author wrote to what cannot be mistaken for anything else. */
function* formsOf(markdown: string): Generator<readonly [BodyForm, string]> {
  const shown = withoutMarks(markdown);
  yield [shown === markdown ? 'as-is' : 'changed', shown];
  yield ['changed', withoutMarks(belowHeading(markdown))];
  yield ['changed', withoutMarks(withoutBoldQuestions(belowHeading(markdown)))];
  yield ['plain', withoutMarks(asText(markdown))];
}

/** Whether an entry is read as one passage that asks what it is to ask. */
function isWhole(entry: string, question: string, phrasings: readonly string[], level: number): boolean {
  const next = `${'#'.repeat(level)} Next`;
  const { passages, problems } = parseArticle('entry.md', `${entry}\n${next}\n\nText.\n`);
  const [passage, after] = passages;
  const asked = passage?.phrasings.map(({ text }) => text) ?? [];
  return (
    problems.length === 0 &&
    passages.length === 2 &&
    after?.heading === 'Next' &&
    passage?.heading === question &&
    passage.tests.length === 0 &&
    asked.length === phrasings.length &&
    asked.every((text, place) => text === phrasings[place])
  );
}

const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const saysAll = (entry: string, answer: string): boolean =>
  wordsOf(parseArticle('entry.md', entry).passages[0]?.text ?? '') === wordsOf(answer);

const headingLine = /^ {0,3}#{1,6}[ \t]*(\S.*?)[ \t]*#*$/u;
const underline = /^( {0,3})(=+|-+)[ \t]*$/u;

/** Headings become bold lines, for they would begin passages of their own; an open fence is closed. */
export function belowHeading(markdown: string): string {
  let fence: string | null = null;
  const lines = markdown.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? null;
    if (mark !== null && fence === null) fence = mark;
    else if (mark !== null && fence !== null && mark.startsWith(fence)) fence = null;
    if (fence !== null || mark !== null) return line;
    return line
      .replace(headingLine, '**$1**')
      .replace(underline, String.raw`$1\$2`)
      .replaceAll('<!--', String.raw`\<!--`);
  });
  return [...lines, ...(fence === null ? [] : [fence])].join('\n');
}

/** Bold questions in an answer would be entries of their own; in italics they are not. */
const withoutBoldQuestions = (markdown: string): string =>
  markdown.replaceAll(/(\*\*|__)(?=\S)([^*_\n]{1,300}?)\1/gu, '*$2*');

/** Each mark of a site generator would be left out; with its first letter as an entity it is text. */
function withoutMarks(markdown: string): string {
  const places = marksIn(parseMarkdown(markdown));
  return places.reduceRight(
    (text, place) => text.slice(0, place) + asEntity(text[place] ?? '') + text.slice(place + 1),
    markdown,
  );
}

function marksIn(node: Nodes): number[] {
  if (node.type === 'siteMark') return [node.position?.start.offset ?? 0];
  return 'children' in node ? node.children.flatMap(marksIn) : [];
}

/** Every letter as it stands, in paragraphs and lines. */
function asText(text: string): string {
  const children = text.split(/\n\s*\n/u).map(paragraphOf);
  return toMarkdown({ type: 'root', children }).trim();
}

function paragraphOf(block: string): Paragraph {
  const children = block
    .split('\n')
    .flatMap((line, place): PhrasingContent[] => [
      ...(place === 0 ? [] : [{ type: 'break' as const }]),
      { type: 'text', value: line.trim() },
    ]);
  return { type: 'paragraph', children };
}

/** What cannot stand as Markdown below a heading stands there as code. */
export function asCode(markdown: string): string {
  const longest = Math.max(2, ...Array.from(markdown.matchAll(/`+/gu), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${markdown.trim()}\n${fence}`;
}
