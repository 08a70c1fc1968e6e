import { parseArticle } from '../../content/parse.ts';
import { asCode, belowHeading } from '../../content/write-entry.ts';
import type { PinAnswer, StoredPin } from '../../store/store.ts';

/** What stands above the text of each entry. */
const pinMark = /^<!-- pin (\S+)(?: (\S+))? -->\s*/u;

/**
 * Pins as an article in the content format: each question is a heading with its phrasings and its answer, so that the
 * file answers the same questions where it lies among the articles. Comments hold what `readExport` needs besides.
 */
export function exportPins(pins: readonly StoredPin[]): string {
  const entries = pins.toSorted((a, b) => a.question.localeCompare(b.question)).map(entryOf);
  return `---\ntitle: FAQ\n---\n\n# FAQ\n${entries.map((entry) => `\n${entry}`).join('')}`;
}

function entryOf(pin: StoredPin): string {
  const { markdown } = pin.answer;
  const readable = [markdown.trim(), belowHeading(markdown.trim()), asCode(markdown)];
  // The first form that comes back with the same heading and no word less; code always does.
  const body = readable.find((form) => isSameText(readBack(form, pin), form)) ?? asCode(markdown);
  const exact = readBack(body, pin) === markdown ? '' : ` ${Buffer.from(markdown).toString('base64')}`;
  return entryWith(pin, body, exact);
}

function entryWith({ question, phrasings, answer }: StoredPin, body: string, exact: string): string {
  const asked = phrasings.map((phrasing) => `- ${withoutComment(phrasing)}\n`);
  const comment = asked.length === 0 ? '' : `<!-- questions\n${asked.join('')}-->\n`;
  const target = answer.kind === 'passage' ? encodeURIComponent(answer.passage) : 'own';
  return `## ${asHeading(question)}\n${comment}<!-- pin ${target}${exact} -->\n\n${body}\n`;
}

/** How an entry with this body is read; null where it is not read as one passage that asks what the pin asks. */
function readBack(body: string, pin: StoredPin): string | null {
  const { question, phrasings } = pin;
  const entry = entryWith(pin, body, '');
  const { passages, problems } = parseArticle('pins.md', `${entry}\n## Next\n\nText.\n`);
  const [passage, next] = passages;
  const isOne =
    problems.length === 0 &&
    passages.length === 2 &&
    next?.heading === 'Next' &&
    passage?.heading === question &&
    passage.phrasings.length === phrasings.length;
  return isOne ? passage.markdown.replace(pinMark, '') : null;
}

/** The reading sets blocks apart by empty lines. */
const isSameText = (text: string | null, other: string): boolean =>
  text !== null && text.replaceAll(/\s/gu, '') === other.replaceAll(/\s/gu, '');

/** `-->` would end the comment. */
const withoutComment = (text: string): string => text.replaceAll('-->', '→');

/** Characters that are Markdown within a heading. */
const asHeading = (text: string): string => text.replaceAll(/[\\`*_[\]<>#&~|!]/gu, '\\$&');

/** A pin as an export holds it. */
export interface ExportedPin {
  readonly question: string;
  readonly phrasings: readonly string[];
  readonly answer: PinAnswer;
}

/** Reads what `exportPins` wrote, or any article of questions: one pin for each heading with text. */
export function readExport(markdown: string): readonly ExportedPin[] {
  return parseArticle('pins.md', markdown).passages.map((passage) => {
    const [, target = 'own', exact] = pinMark.exec(passage.markdown) ?? [];
    const body = passage.markdown.replace(pinMark, '');
    const text = exact === undefined ? body : Buffer.from(exact, 'base64').toString('utf8');
    return {
      question: passage.heading,
      phrasings: passage.phrasings.map((phrasing) => phrasing.text),
      answer: target === 'own' ? { kind: 'own', markdown: text, instead: null } : passageAnswer(target, text),
    };
  });
}

function passageAnswer(encoded: string, markdown: string): PinAnswer {
  const passage = decoded(encoded);
  const heading = passage.slice(passage.indexOf('#') + 1);
  return { kind: 'passage', passage, heading, markdown };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
