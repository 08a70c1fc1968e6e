import { basename } from 'node:path';
import type { Entry } from './entry.ts';
import { entryOf, hasWords, oneLine } from './entry.ts';
import { noNames, plainDiscord, unknownMentions } from './discord-text.ts';
import { withoutHtml } from './html.ts';
import type { Remark } from './remark.ts';

/** Entries that become one article. */
export interface Draft {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface Gathered {
  readonly drafts: readonly Draft[];
  readonly remarks: readonly Remark[];
}

/** Longer answers than anyone writes or reads. */
const longestAnswer = 100_000;
/** An article holds at most so many letters of answers: small enough to be read quickly, and to be edited. */
const longestArticle = 200_000;

/** Sorts entries into articles, one for each source or category, each question once. */
export function gather(entries: readonly Entry[]): Gathered {
  const remarks: Remark[] = [];
  const groups = new Map<string, { title: string; entries: Map<string, Entry> }>();
  for (const given of entries) {
    const { file, place, question } = given;
    remarks.push(...unknownMentions(file, place, given.answer, noNames));
    const entry = { ...given, answer: withoutHtml(plainDiscord(given.answer, noNames)) };
    if (entry.answer === '') {
      remarks.push({ code: 'answer-missing', file, place, parameters: { question } });
      continue;
    }
    if (entry.answer.length > longestAnswer) {
      remarks.push({ code: 'answer-long', file, place, parameters: { question, limit: longestAnswer } });
      continue;
    }
    const title = titleOf(entry);
    const key = folded(title);
    const group = groups.get(key) ?? { title, entries: new Map<string, Entry>() };
    groups.set(key, group);
    remarks.push(...add(group.entries, entry));
  }
  const drafts = [...groups.values()].map((group) => ({
    title: group.title,
    entries: [...group.entries.values()],
  }));
  return withPhrasings(drafts, remarks);
}

/** The source or category, else the name of the file. */
function titleOf({ group, file }: Entry): string {
  const [first = ''] = group;
  const name = basename(file)
    .replace(/\.\w+$/u, '')
    .replaceAll(/[-_]+/gu, ' ');
  const title = oneLine(first) || oneLine(name) || 'FAQ';
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

const folded = (text: string): string =>
  oneLine(text)
    .toLowerCase()
    .replaceAll(/[\s?!.:]+/gu, ' ')
    .trim();

/** Adds an entry to its article; the answer to a question that stands there already goes below that one's. */
function add(entries: Map<string, Entry>, entry: Entry): Remark[] {
  const key = [entry.question, ...entry.group.slice(1)].map(folded).join('\n');
  const first = entries.get(key);
  entries.set(key, first === undefined ? entry : together(first, entry));
  if (first === undefined) return [];
  const { file, place, question, answer } = entry;
  const where = first.file === file ? first.place : `${first.file}:${first.place}`;
  const isSame = first.answer.includes(answer);
  return [{ code: 'question-repeated', file, place, parameters: { question, first: where, isSame } }];
}

const together = (first: Entry, { answer, phrasings, keywords, followUps }: Entry): Entry =>
  entryOf({
    ...first,
    answer: first.answer.includes(answer) ? first.answer : `${first.answer}\n\n${answer}`,
    phrasings: [...first.phrasings, ...phrasings],
    keywords: [...new Set([...first.keywords, ...keywords])],
    followUps: first.followUps.length > 0 ? first.followUps : followUps,
  });

/** Leaves out phrasings that another entry asks, or that say nothing, and cuts articles to size. */
function withPhrasings(drafts: readonly Draft[], remarks: readonly Remark[]): Gathered {
  const owners = new Map<string, Entry>();
  for (const { entries } of drafts)
    for (const entry of entries) setFirst(owners, folded(entry.question), entry);
  const more: Remark[] = [];
  const cleaned = drafts.map(({ title, entries }) => ({
    title,
    entries: entries.map((entry) => {
      const { phrasings, remarks: own } = phrasingsOf(entry, owners);
      more.push(...own);
      return { ...entry, phrasings };
    }),
  }));
  return { drafts: cleaned.flatMap(parted), remarks: [...remarks, ...more] };
}

function setFirst(owners: Map<string, Entry>, key: string, entry: Entry): void {
  if (!owners.has(key)) owners.set(key, entry);
}

function phrasingsOf(entry: Entry, owners: Map<string, Entry>): { phrasings: string[]; remarks: Remark[] } {
  const { file, place } = entry;
  const own = folded(entry.question);
  const phrasings: string[] = [];
  const remarks: Remark[] = [];
  const seen = new Set([own]);
  for (const phrasing of entry.phrasings.map(oneLine)) {
    const key = folded(phrasing);
    if (phrasing === '' || seen.has(key)) continue;
    seen.add(key);
    const owner = owners.get(key);
    if (!hasWords(phrasing))
      remarks.push({ code: 'phrasing-wordless', file, place, parameters: { phrasing } });
    else if (owner === undefined) phrasings.push(phrasing);
    else
      remarks.push({
        code: 'phrasing-taken',
        file,
        place,
        parameters: { phrasing, question: owner.question },
      });
    if (hasWords(phrasing)) setFirst(owners, key, entry);
  }
  return { phrasings, remarks };
}

/** An article in parts that are each small enough. */
function parted({ title, entries }: Draft): Draft[] {
  const parts: Entry[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const length = entry.answer.length + entry.question.length + entry.phrasings.join('').length;
    if (size + length > longestArticle) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(entry);
    size += length;
  }
  return parts.map((part, index) => ({
    title: index === 0 ? title : `${title} (${index + 1})`,
    entries: part,
  }));
}
