import type { Remark } from './remark.ts';

/** A question with its answer, as another tool held it. */
export interface Entry {
  /** The file it comes from, as it was named on the command line. */
  readonly file: string;
  /** Where in that file: a row, or keys and positions. */
  readonly place: string;
  readonly question: string;
  /** Other ways to ask it. */
  readonly phrasings: readonly string[];
  /** Markdown, or HTML where the tool held that. */
  readonly answer: string;
  readonly keywords: readonly string[];
  /** Source or category, then narrower ones; empty where the tool had none. */
  readonly group: readonly string[];
  /** The page that the answer was taken from. */
  readonly url: string | null;
  /** What follow-ups of the same file name it by. */
  readonly id: string | null;
  readonly followUps: readonly FollowUp[];
}

/** What the tool offered to ask next. */
export interface FollowUp {
  readonly text: string;
  readonly id: string | null;
}

/** What a file held. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
}

type Parts = Pick<Entry, 'file' | 'place' | 'question' | 'answer'> & Partial<Entry>;

/** An entry of which only these parts are known. */
export const entryOf = (parts: Parts): Entry => ({
  phrasings: [],
  keywords: [],
  group: [],
  url: null,
  id: null,
  followUps: [],
  ...parts,
});

/** What is read of a row or value: the entry, or why it is none. */
export function readingOf(parts: Parts): Reading {
  const { file, place } = parts;
  const question = oneLine(parts.question);
  const answer = cleaned(parts.answer);
  if (!hasWords(question)) {
    const text = oneLine(`${question} ${answer}`).slice(0, 60);
    return left({ code: 'question-missing', file, place, parameters: { text } });
  }
  if (answer === '') return left({ code: 'answer-missing', file, place, parameters: { question } });
  return { entries: [entryOf({ ...parts, question, answer })], remarks: [] };
}

/** Nothing but a remark. */
export const left = (remark: Remark): Reading => ({ entries: [], remarks: [remark] });

/** Several readings as one. */
export const joined = (readings: readonly Reading[], remarks: readonly Remark[] = []): Reading => ({
  entries: readings.flatMap(({ entries }) => entries),
  remarks: [...remarks, ...readings.flatMap(({ remarks: own }) => own)],
});

export const oneLine = (text: string): string => cleaned(text).replaceAll(/\s+/gu, ' ').trim();
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Line ends as `\n`; letters that no text has, such as half ones and control characters, dropped. */
const cleaned = (text: string): string =>
  Buffer.from(text)
    .toString()
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF\uFFFD]/gu, '')
    .trim();
