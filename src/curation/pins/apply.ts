import { chmod, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle } from '../../content/parse.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { ListedPin } from './pin.ts';

/** Questions for an article, and whether they could be written into it. */
export interface Applied {
  readonly article: string;
  readonly heading: string;
  readonly questions: readonly string[];
  /** False where the file has changed since it was read, or its comment has a form that is left to a person. */
  readonly isWritten: boolean;
}

/**
 * Writes what pins ask into the articles they answer with, as phrasings below the heading. All other bytes stay: line
 * ends, byte order mark, file mode. Pins with an own text, and what an article asks already, are left alone.
 * @param dir the content folder the snapshot was loaded from
 */
export async function applyPins(
  pins: readonly ListedPin[],
  snapshot: Snapshot,
  dir: string,
): Promise<readonly Applied[]> {
  const done: Applied[] = [];
  for (const [article, additions] of additionsByArticle(pins, snapshot)) {
    const isWritten = await writeInto(join(dir, article), additions);
    for (const { heading, questions } of additions) done.push({ article, heading, questions, isWritten });
  }
  return done;
}

interface Addition {
  readonly heading: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly questions: string[];
}

/** What each article is to ask besides, one addition a passage, however many pins ask for it. */
function additionsByArticle(
  pins: readonly ListedPin[],
  snapshot: Snapshot,
): ReadonlyMap<string, readonly Addition[]> {
  const byPassage = new Map<string, Addition & { readonly article: string; readonly known: Set<string> }>();
  for (const { question, phrasings, target } of pins) {
    if (target === null || target.passage.level === 0) continue;
    const { article, passage } = target;
    const asked = [passage.heading, ...passage.phrasings.map(({ text }) => text)];
    const known = new Set(asked.map((text) => snapshot.key(text)));
    const addition = byPassage.get(passage.id) ?? {
      article: article.id,
      heading: passage.heading,
      line: passage.line,
      questions: [],
      known,
    };
    byPassage.set(passage.id, addition);
    for (const text of [question, ...phrasings]) {
      const key = snapshot.key(text);
      if (!addition.known.has(key)) addition.questions.push(text);
      addition.known.add(key);
    }
  }
  const byArticle = new Map<string, Addition[]>();
  for (const { article, ...addition } of byPassage.values()) {
    if (addition.questions.length === 0) continue;
    byArticle.set(article, [...(byArticle.get(article) ?? []), addition]);
  }
  return byArticle;
}

/**
 * Written beside the file and then put in its place, so that no half-written article is ever there; a link stays a link.
 * @returns false, and nothing written, where the result would not be the same article with these phrasings more
 */
async function writeInto(path: string, additions: readonly Addition[]): Promise<boolean> {
  const file = await realpath(path);
  const before = await readFile(file, 'utf8');
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  // Kept apart with their own ends, lines come back byte for byte.
  const lines = before.split(/(?<=\n)/u);
  // From the bottom up, so that line numbers above stay right.
  for (const addition of additions.toSorted((a, b) => b.line - a.line)) insert(lines, addition, end);
  const after = lines.join('');
  if (!isSameArticle(before, after, additions)) return false;
  const { mode } = await stat(file);
  const beside = `${file}.${String(process.pid)}.tmp`;
  await writeFile(beside, after, { flush: true });
  await chmod(beside, mode & 0o7777);
  await rename(beside, file);
  return true;
}

/** Reads both again: the same passages, and besides only the phrasings that were to come. */
function isSameArticle(before: string, after: string, additions: readonly Addition[]): boolean {
  const was = parseArticle('article.md', before).passages;
  const is = parseArticle('article.md', after).passages;
  const wanted = new Map(additions.map(({ line, questions }) => [line, questions]));
  if (was.length !== is.length) return false;
  return was.every((old, index) => {
    const now = is[index];
    const asked = [...old.phrasings.map(({ text }) => text), ...(wanted.get(old.line) ?? [])].toSorted();
    const asks = (now?.phrasings.map(({ text }) => text) ?? []).toSorted();
    const isEqual = asks.length === asked.length && asks.every((text, place) => text === asked[place]);
    return isEqual && now?.id === old.id && now.markdown === old.markdown && now.level === old.level;
  });
}

function insert(lines: string[], { line, questions }: Addition, end: string): void {
  const rows = questions.map((question) => `- ${question.replaceAll('-->', '→')}${end}`);
  const below = afterHeading(lines, line);
  const close = closingLine(lines, below);
  if (close !== null) {
    lines.splice(close, 0, ...rows);
    return;
  }
  const last = lines[below - 1] ?? '';
  if (!last.endsWith('\n')) lines[below - 1] = last + end;
  lines.splice(below, 0, `<!-- questions${end}`, ...rows, `-->${end}`);
}

/** Index of the line below a heading, which may be underlined. */
function afterHeading(lines: readonly string[], line: number): number {
  const isUnderlined =
    !/^ {0,3}#/u.test(lines[line - 1] ?? '') && /^ {0,3}(?:=+|-+)\s*$/u.test(lines[line] ?? '');
  return isUnderlined ? line + 1 : line;
}

/** Index of the line that ends the `questions` comment which begins there; null where none of several lines does. */
function closingLine(lines: readonly string[], from: number): number | null {
  let index = from;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index++;
  if (!/^<!--\s*questions\s*$/u.test((lines[index] ?? '').trim())) return null;
  for (index++; index < lines.length; index++) if ((lines[index] ?? '').includes('-->')) return index;
  return null;
}
