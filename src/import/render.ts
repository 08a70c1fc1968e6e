import { stringify } from 'yaml';
import { writeEntry, writeHeading } from '../content/write-entry.ts';
import type { Entry } from './entry.ts';
import type { Draft } from './gather.ts';
import type { Remark } from './remark.ts';

/** Where an entry will stand. */
export interface Target {
  /** Name of the article's file. */
  readonly name: string;
  readonly question: string;
}

/** Finds the entry that a follow-up names. */
export type TargetOf = (file: string, id: string) => Target | null;

export interface Rendered {
  readonly markdown: string;
  readonly remarks: readonly Remark[];
}

/** Headings below this are none. */
const deepest = 6;
/** Keywords that say what an article is about; more say nothing. */
const mostKeywords = 30;

/** Writes an article in Svar's format: narrower categories are headings, each question a heading below its own. */
export function renderArticle({ title, entries }: Draft, name: string, targetOf: TargetOf): Rendered {
  const remarks: Remark[] = [];
  const parts: string[] = [];
  let above: readonly string[] = [];
  for (const [section, members] of bySection(entries)) {
    const path = sectionsOf(members[0]?.group.slice(1) ?? []);
    const known = commonLength(above, path);
    parts.push(...path.slice(known).map((text, index) => `${writeHeading(text, 2 + known + index)}\n`));
    above = section === '' ? [] : path;
    for (const entry of members) {
      const written = renderEntry(entry, 2 + path.length, name, targetOf);
      parts.push(written.markdown);
      remarks.push(...written.remarks);
    }
  }
  return {
    markdown: `${frontMatterOf(title, entries)}\n${writeHeading(title, 1)}\n\n${parts.join('\n')}`,
    remarks,
  };
}

function frontMatterOf(title: string, entries: readonly Entry[]): string {
  const keywords = [...new Set(entries.flatMap((entry) => entry.keywords))].slice(0, mostKeywords);
  const urls = new Set(entries.map(({ url }) => url));
  const [url = null] = urls.size === 1 ? urls : [];
  const front = {
    title,
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(url === null ? {} : { url }),
  };
  return `---\n${stringify(front, { lineWidth: 0 })}---\n`;
}

/** Entries by their narrower categories, those without any first. */
function bySection(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
  const sections = new Map<string, Entry[]>([['', []]]);
  for (const entry of entries) {
    const key = entry.group.slice(1).join('\n');
    sections.set(key, [...(sections.get(key) ?? []), entry]);
  }
  return [...sections].filter(([, members]) => members.length > 0);
}

/** As many headings as leave one for the question; the rest stand together in the last. */
function sectionsOf(path: readonly string[]): readonly string[] {
  const most = deepest - 2;
  if (path.length <= most) return path;
  return [...path.slice(0, most - 1), path.slice(most - 1).join(' › ')];
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const differs = b.findIndex((text, place) => text !== a[place]);
  return differs < 0 ? b.length : differs;
}

function renderEntry(entry: Entry, level: number, name: string, targetOf: TargetOf): Rendered {
  const { file, place, question, phrasings, answer } = entry;
  const links = entry.followUps.map(({ text, id }) => {
    const target = id === null ? null : targetOf(file, id);
    return {
      text,
      line: target === null ? `- ${escaped(text)}` : `- [${escaped(text)}](${hrefOf(target, name)})`,
      target,
    };
  });
  const below = links.map(({ line }) => line).join('\n');
  const markdown = below === '' ? answer : `${answer}\n\n${below}`;
  const written = writeEntry({ question, phrasings, markdown }, Math.min(level, deepest));
  const lost = links
    .filter(({ target }) => target === null)
    .map(({ text }): Remark => ({ code: 'follow-up-lost', file, place, parameters: { text } }));
  const plain: Remark[] =
    written.form === 'plain' || written.form === 'code'
      ? [{ code: 'written-plain', file, place, parameters: { question } }]
      : [];
  return { markdown: written.markdown, remarks: [...lost, ...plain] };
}

const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>#&~|!{}:]/gu, String.raw`\$&`);

/** As Markdown hosts name headings. */
function hrefOf({ name, question }: Target, own: string): string {
  const anchor = question
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '-');
  return `${name === own ? '' : `./${name}`}#${encodeURI(anchor)}`;
}
