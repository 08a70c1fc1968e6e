import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, Reading } from './entry.ts';
import { joined, left } from './entry.ts';
import { fileName } from './file-name.ts';
import { gather, type Draft } from './gather.ts';
import { isImportable, mostBytes, readFaq } from './read.ts';
import { isLoss, type Remark } from './remark.ts';
import { renderArticle, type Target } from './render.ts';

export { isLoss, type Remark, type RemarkCode, type RemarkOf, type RemarkParameters } from './remark.ts';

/** A file to read: as it was named, and where it is. */
export interface Source {
  readonly name: string;
  readonly path: string;
}

export interface ImportOptions {
  /** The folder that articles are written to; made where it is missing. */
  readonly out: string;
  /** Writes nothing. */
  readonly isDry: boolean;
}

export interface ImportReport {
  /** Articles that were written, or would be, by name in the folder. */
  readonly written: readonly { readonly name: string; readonly entries: number }[];
  /** In the order of files and places. */
  readonly remarks: readonly Remark[];
  /** Files that are not there. */
  readonly missing: readonly Source[];
}

/** Makes articles of what other tools wrote. Never throws for what files hold; never overwrites one. */
export async function importFiles(sources: readonly Source[], options: ImportOptions): Promise<ImportReport> {
  const missing: Source[] = [];
  const readings: Reading[] = [];
  for (const source of sources) {
    const reading = await readSource(source);
    if (reading === null) missing.push(source);
    else readings.push(reading);
  }
  const { entries, remarks } = joined(readings);
  const gathered = gather(entries);
  const named = await withNames(gathered.drafts, options.out);
  const result = await writeAll(named, options);
  return { written: result.written, remarks: [...remarks, ...gathered.remarks, ...result.remarks], missing };
}

/** A file, or every file of a known kind below a folder; null where neither is there. */
async function readSource(source: Source): Promise<Reading | null> {
  const found = await stat(source.path).catch(() => null);
  if (found === null) return null;
  if (!found.isDirectory()) return readOne(source, found.size);
  const names = await readdir(source.path, { recursive: true }).catch((): string[] => []);
  const files = names
    .filter((name) => isImportable(name) && !/(?:^|[\\/])(?:\.|node_modules)/u.test(name))
    .toSorted();
  if (files.length === 0)
    return left({ code: 'nothing-found', file: source.name, place: null, parameters: {} });
  const readings: Reading[] = [];
  for (const name of files) {
    const file = { name: join(source.name, name), path: join(source.path, name) };
    const size = (await stat(file.path).catch(() => null))?.size ?? 0;
    readings.push(await readOne(file, size));
  }
  return joined(readings);
}

async function readOne({ name, path }: Source, bytes: number): Promise<Reading> {
  const limit = mostBytes(name);
  if (bytes > limit)
    return left({ code: 'too-large', file: name, place: null, parameters: { bytes, limit } });
  try {
    return readFaq(name, await readFile(path));
  } catch (error) {
    return left({ code: 'unreadable', file: name, place: null, parameters: { reason: reasonOf(error) } });
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

type Named = Draft & {
  /** The name that it would have in an empty folder. */
  readonly wanted: string;
  readonly name: string;
};

/** Gives each article a name that no other has, in the folder or among those to come. */
async function withNames(drafts: readonly Draft[], out: string): Promise<Named[]> {
  const present = await readdir(out).catch((): string[] => []);
  const taken = new Set(present.map((name) => name.toLowerCase().replace(/\.(?:md|markdown|mdx)$/u, '')));
  const own = new Set<string>();
  return drafts.map((draft) => {
    const base = freeName(fileName(draft.title), own);
    const name = taken.has(base) ? freeName(base, new Set([...taken, ...own])) : base;
    own.add(base).add(name);
    return { ...draft, wanted: `${base}.md`, name: `${name}.md` };
  });
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted}-${number}`;
    if (!taken.has(name)) return name;
  }
}

interface Result {
  readonly written: ImportReport['written'];
  readonly remarks: readonly Remark[];
}

async function writeAll(drafts: readonly Named[], { out, isDry }: ImportOptions): Promise<Result> {
  const written: { name: string; entries: number }[] = [];
  const remarks: Remark[] = [];
  if (drafts.length > 0 && !isDry) await mkdir(out, { recursive: true }).catch(() => undefined);
  const targets = targetsOf(drafts);
  for (const draft of drafts) {
    const rendered = renderArticle(draft, draft.name, (file, id) => targets.get(`${file}\n${id}`) ?? null);
    const remark = await write(draft, rendered.markdown, out, isDry);
    remarks.push(...rendered.remarks, ...(remark === null ? [] : [remark]));
    if (remark === null || !['already-there', 'write-failed'].includes(remark.code))
      written.push({ name: draft.name, entries: draft.entries.length });
  }
  return { written, remarks };
}

function targetsOf(drafts: readonly Named[]): ReadonlyMap<string, Target> {
  const pairs = drafts.flatMap(({ name, entries }) =>
    entries.flatMap(({ file, id, question }: Entry): [string, Target][] =>
      id === null ? [] : [[`${file}\n${id}`, { name, question }]],
    ),
  );
  return new Map(pairs);
}

/** Writes one article where no file is. @returns what people should know of it */
async function write(draft: Named, markdown: string, out: string, isDry: boolean): Promise<Remark | null> {
  const { name, wanted } = draft;
  const place = { file: draft.entries[0]?.file ?? name, place: null };
  const isRenamed = name !== wanted;
  const before = isRenamed ? await readFile(join(out, wanted), 'utf8').catch(() => null) : null;
  if (before === markdown) return { ...place, code: 'already-there', parameters: { name: wanted } };
  try {
    if (!isDry) await writeFile(join(out, name), markdown, { flag: 'wx' });
  } catch (error) {
    return { ...place, code: 'write-failed', parameters: { reason: `${name}: ${reasonOf(error)}` } };
  }
  return isRenamed ? { ...place, code: 'name-taken', parameters: { wanted, name } } : null;
}

/** Whether anything did not come along. */
export const hasLosses = ({ remarks }: ImportReport): boolean => remarks.some(isLoss);
