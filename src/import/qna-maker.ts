import { z } from 'zod';
import {
  entryOf,
  hasWords,
  joined,
  oneLine,
  readingOf,
  type Entry,
  type FollowUp,
  type Reading,
} from './entry.ts';
import { parseJson } from './lists.ts';
import type { Remark } from './remark.ts';
import type { Row } from './rows.ts';

/** Columns that only QnA Maker and Language Studio write, besides Question and Answer. */
const marks = ['metadata', 'suggestedquestions', 'iscontextonly', 'prompts', 'qnaid', 'sourcedisplayname'];

const nameOf = (cell: string): string => cell.trim().toLowerCase();

/** Whether a header is that of QnA Maker or Language Studio. */
export function isQnaMaker(header: readonly string[]): boolean {
  const names = new Set(header.map(nameOf));
  return names.has('question') && names.has('answer') && marks.some((mark) => names.has(mark));
}

/** Rows of one answer are one entry: the first one's question, the others as phrasings. */
export function readQnaMaker(file: string, header: readonly string[], rows: readonly Row[]): Reading {
  const columns = new Map(header.map((name, place) => [nameOf(name), place]));
  const groups = new Map<string, Reading>();
  for (const row of rows) {
    const cell = (name: string): string => row.cells[columns.get(name) ?? row.cells.length]?.trim() ?? '';
    const reading = readRow(file, row, cell);
    const [entry] = reading.entries;
    const key = entry === undefined ? `row ${row.number}` : keyOf(entry);
    groups.set(key, together(groups.get(key), reading));
  }
  return joined([...groups.values()]);
}

/** Rows without an id belong together where one answer says the same. */
const keyOf = ({ id, answer, group }: Entry): string =>
  JSON.stringify([id === '0' ? null : id, group, answer]);

function together(before: Reading | undefined, { entries: [entry], remarks }: Reading): Reading {
  const [first] = before?.entries ?? [];
  if (before === undefined || first === undefined || entry === undefined) {
    return joined([
      ...(before === undefined ? [] : [before]),
      { entries: entry === undefined ? [] : [entry], remarks },
    ]);
  }
  const merged = entryOf({
    ...first,
    phrasings: [...first.phrasings, entry.question, ...entry.phrasings],
    keywords: [...new Set([...first.keywords, ...entry.keywords])],
    followUps: first.followUps.length > 0 ? first.followUps : entry.followUps,
  });
  return { entries: [merged], remarks: [...before.remarks, ...remarks] };
}

function readRow(file: string, { number }: Row, cell: (name: string) => string): Reading {
  const place = String(number);
  const reading = readingOf({
    file,
    place,
    question: cell('question'),
    answer: withLineEnds(cell('answer')),
    ...describedBy(cell('source'), cell('sourcedisplayname')),
    keywords: metadataOf(cell('metadata')),
    id: cell('qnaid') || null,
    followUps: promptsOf(cell('prompts')),
  });
  const isContext = /^true$/iu.test(cell('iscontextonly')) && reading.entries.length > 0;
  return joined([reading], contextRemarks(file, place, oneLine(cell('question')), isContext));
}

/** Follow-ups make sense only after another question; their author should look at them. */
export function contextRemarks(file: string, place: string, question: string, isContext: boolean): Remark[] {
  return isContext ? [{ code: 'context-only', file, place, parameters: { question } }] : [];
}

/** Line ends are written as two letters, `\n`; after a drive's letter those are part of a path. */
const withLineEnds = (text: string): string =>
  text.includes('\n') ? text : text.replaceAll(/(?<![A-Za-z]:\S*)\\r?\\n|(?<![A-Za-z]:\S*)\\n/gu, '\n');

/** What was typed into the tool itself, rather than read from a page or file. */
const editorial = /^(?:custom )?editorial$/iu;

/** Where an answer came from, as group and address. */
export function describedBy(source: string, shown = ''): Pick<Entry, 'group' | 'url'> {
  const url = /^https?:\/\/\S+$/iu.test(source) ? source : null;
  const name = editorial.test(source) ? '' : shown === '' || editorial.test(shown) ? source : shown;
  return { group: name === '' ? [] : [sourceTitle(name)], url };
}

/** The last part of an address or path, without its ending. */
function sourceTitle(source: string): string {
  const path = source.replace(/[?#].*$/u, '').replace(/\/+$/u, '');
  const last = path.split(/[\\/]/u).at(-1) ?? path;
  const name = last.replace(/\.(?:tsv|xlsx?|docx?|pdf|txt|html?|aspx|qna|md)$/iu, '');
  return hasWords(name) ? decoded(name).replaceAll(/[-_]+/gu, ' ').trim() : source;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const pairs = z.array(z.object({ name: z.string(), value: z.coerce.string() }));
const record = z.record(z.string(), z.coerce.string());

/** Numbers and yes or no say nothing of a topic. */
const isWord = (value: string): boolean => /\p{L}/u.test(value) && !/^(?:true|false)$/iu.test(value);

/** `key:value | key:value`, or JSON of pairs or of an object: the values are keywords. */
export function metadataOf(written: unknown): string[] {
  const value = typeof written === 'string' ? (parseJson(written) ?? written) : written;
  const asPairs = pairs.safeParse(value);
  if (asPairs.success) return asPairs.data.map((pair) => pair.value).filter(isWord);
  const asRecord = record.safeParse(value);
  if (asRecord.success) return Object.values(asRecord.data).filter(isWord);
  if (typeof value !== 'string') return [];
  return value
    .split('|')
    .map((pair) => pair.slice(pair.indexOf(':') + 1).trim())
    .filter(isWord);
}

const lowerKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key.toLowerCase(), held]))
    : value;

const prompt = z.preprocess(
  lowerKeys,
  z.object({
    displaytext: z.string(),
    qnaid: z.union([z.string(), z.number()]).nullish(),
    displayorder: z.number().nullish(),
  }),
);

/** Follow-ups in their order. */
export function promptsOf(written: unknown): FollowUp[] {
  const value = typeof written === 'string' ? parseJson(written) : written;
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((each) => {
      const read = prompt.safeParse(each);
      return read.success ? [read.data] : [];
    })
    .toSorted((a, b) => (a.displayorder ?? 0) - (b.displayorder ?? 0))
    .map(({ displaytext, qnaid }) => ({
      text: oneLine(displaytext),
      id: qnaid === null || qnaid === undefined ? null : String(qnaid),
    }))
    .filter(({ text }) => text !== '');
}
