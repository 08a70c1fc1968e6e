import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../snapshot.ts';
import type { ListedPin } from './service.ts';

/** Questions that were written into an article. */
export interface Applied {
  readonly article: string;
  readonly heading: string;
  readonly questions: readonly string[];
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
  const additions = pins.flatMap((pin) => additionOf(pin, snapshot));
  const byArticle = grouped(additions);
  for (const [article, own] of byArticle) await writeInto(join(dir, article), own);
  return additions.map(({ article, heading, questions }) => ({ article, heading, questions }));
}

interface Addition extends Applied {
  /** 1-based line of the heading. */
  readonly line: number;
}

function grouped(additions: readonly Addition[]): Map<string, Addition[]> {
  const groups = new Map<string, Addition[]>();
  for (const addition of additions)
    groups.set(addition.article, [...(groups.get(addition.article) ?? []), addition]);
  return groups;
}

function additionOf({ question, phrasings, target }: ListedPin, snapshot: Snapshot): readonly Addition[] {
  if (target === null || target.passage.level === 0) return [];
  const { article, passage } = target;
  const known = new Set(
    [passage.heading, ...passage.phrasings.map(({ text }) => text)].map((text) => snapshot.key(text)),
  );
  const questions: string[] = [];
  for (const text of [question, ...phrasings]) {
    const key = snapshot.key(text);
    if (!known.has(key)) questions.push(text);
    known.add(key);
  }
  return questions.length === 0
    ? []
    : [{ article: article.id, heading: passage.heading, line: passage.line, questions }];
}

/** Written beside the file and then put in its place, so that no half-written article is ever there. */
async function writeInto(file: string, additions: readonly Addition[]): Promise<void> {
  const before = await readFile(file, 'utf8');
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  // Kept apart with their own ends, lines come back byte for byte.
  const lines = before.split(/(?<=\n)/u);
  // From the bottom up, so that line numbers above stay right.
  for (const addition of additions.toSorted((a, b) => b.line - a.line)) insert(lines, addition, end);
  const { mode } = await stat(file);
  const beside = `${file}.${String(process.pid)}.tmp`;
  await writeFile(beside, lines.join(''), { mode });
  await rename(beside, file);
}

function insert(lines: string[], { line, questions }: Addition, end: string): void {
  const rows = questions.map((question) => `- ${question.replaceAll('-->', '→')}${end}`);
  const close = closingLine(lines, line);
  if (close !== null) lines.splice(close, 0, ...rows);
  else lines.splice(line, 0, ...terminated(lines, line, end), `<!-- questions${end}`, ...rows, `-->${end}`);
}

/** A heading that is the last line of its file may lack a line end. */
function terminated(lines: string[], line: number, end: string): string[] {
  const heading = lines[line - 1] ?? '';
  if (heading.endsWith('\n')) return [];
  lines[line - 1] = heading + end;
  return [];
}

/** Index of the line that ends the `questions` comment below a heading; null where there is none of several lines. */
function closingLine(lines: readonly string[], line: number): number | null {
  let index = line;
  while ((lines[index] ?? 'x').trim() === '') index++;
  if (!/^<!--\s*questions\s*$/u.test((lines[index] ?? '').trim())) return null;
  for (; index < lines.length; index++) if ((lines[index] ?? '').trim() === '-->') return index;
  return null;
}
