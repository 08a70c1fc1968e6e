import { parseArticle } from '../../content/parse.ts';
import type { StoredPin } from '../../store/store.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PinDraft } from './draft.ts';

/**
 * Pins as an article in the content format: each question is a heading with its phrasings and its answer, so that the
 * file answers the same questions where it lies among the articles.
 */
export function exportPins(pins: readonly StoredPin[]): string {
  const entries = pins.toSorted((a, b) => a.question.localeCompare(b.question)).map(entryOf);
  return `---\ntitle: FAQ\n---\n\n# FAQ\n${entries.map((entry) => `\n${entry}`).join('')}`;
}

function entryOf({ question, phrasings, answer }: StoredPin): string {
  const asked = phrasings.map((phrasing) => `- ${withoutComment(phrasing)}\n`);
  const comment = asked.length === 0 ? '' : `<!-- questions\n${asked.join('')}-->\n`;
  const mark = answer.kind === 'passage' ? `<!-- pin ${withoutComment(answer.passage)} -->\n` : '';
  return `## ${asHeading(question)}\n${comment}${mark}\n${belowHeading(answer.markdown)}\n`;
}

/** `-->` would end the comment. */
const withoutComment = (text: string): string => text.replaceAll('-->', '→');

/** Characters that are Markdown at the beginning of a heading or within it. */
const asHeading = (text: string): string => text.replaceAll(/[\\`*_[\]<>#]/gu, '\\$&');

const headingLine = /^ {0,3}#{1,6}[ \t]*(\S.*?)[ \t]*#*$/u;

/** Headings of an own text become bold lines: as headings they would begin passages of their own. Code stays as it is. */
function belowHeading(markdown: string): string {
  let fence: string | null = null;
  const lines = markdown
    .trim()
    .split('\n')
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? null;
      if (mark !== null && fence === null) fence = mark;
      else if (mark !== null && fence !== null && mark.startsWith(fence)) fence = null;
      return fence === null ? line.replace(headingLine, '**$1**') : line;
    });
  return lines.join('\n');
}

const pinMark = /^<!-- pin (.+?) -->\s*/u;

/** Reads what `exportPins` wrote, or any article of questions: one draft for each heading with text. */
export function readExport(markdown: string, snapshot: Snapshot): readonly PinDraft[] {
  return parseArticle('pins.md', markdown).passages.map((passage) => {
    const id = pinMark.exec(passage.markdown)?.[1];
    const target = id === undefined ? null : (snapshot.findById(id)?.passage.hash ?? null);
    return {
      question: passage.heading,
      phrasings: passage.phrasings.map(({ text }) => text),
      target,
      text: passage.markdown.replace(pinMark, ''),
    };
  });
}
