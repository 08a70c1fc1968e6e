import { join } from 'node:path';
import { readFile, readdir } from 'node:fs/promises';
import { importFiles, type ImportReport } from '../../src/import/import.ts';
import { loadContent } from '../../src/content/load.ts';
import type { Article, Passage, Problem } from '../../src/content/article.ts';
import { contentFolder } from '../content/folder.ts';

/** What became of some files: the report, and the articles as they are loaded. */
export interface Imported {
  readonly report: ImportReport;
  /** The folder of the articles. */
  readonly out: string;
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly problems: readonly Problem[];
  /** Each remark as `file:place code`. */
  readonly remarks: readonly string[];
}

/** Imports these files into an empty folder. */
export async function imported(files: Readonly<Record<string, string | Uint8Array>>): Promise<Imported> {
  const out = await contentFolder({});
  return importedInto(out, files);
}

/** Imports these files into that folder. */
export async function importedInto(
  out: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Imported> {
  const from = await contentFolder(files);
  const sources = Object.keys(files).map((name) => ({ name, path: join(from, name) }));
  const report = await importFiles(sources, { out, isDry: false });
  const { content } = await loadContent(out);
  return {
    report,
    out,
    articles: content.articles,
    passages: content.articles.flatMap(({ passages }) => passages),
    problems: content.problems.filter(({ code }) => code !== 'no-articles'),
    remarks: report.remarks.map(
      ({ file, place, code }) => `${file}${place === null ? '' : `:${place}`} ${code}`,
    ),
  };
}

/** Every file of a folder with its text. */
export async function filesOf(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir)).toSorted();
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(dir, name), 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

/** Questions with their phrasings and the answer's text. */
export const entriesOf = ({ passages }: Imported) =>
  passages.map(({ heading, phrasings, text }) => [heading, phrasings.map((phrasing) => phrasing.text), text]);
