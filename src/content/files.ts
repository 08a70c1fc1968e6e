import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from './article.ts';

/** The largest article that is read, in bytes: parsing worst-case Markdown takes time that grows with its square. */
export const maximumBytes = 1_000_000;

/** Whether a file is an article by its name. */
export const isArticle = (path: string): boolean => articleEnding.test(path);
const articleEnding = /\.(?:md|markdown|mdx)$/iu;

/** The path of an article without its ending, as links name it. */
export const withoutEnding = (path: string): string => path.replace(articleEnding, '');

export interface FoundFiles {
  /** Articles: paths relative to the folder, with `/`, in the order of code units. */
  readonly files: readonly string[];
  /** Files of other kinds, likewise. */
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
}

/** Lists every article below a folder. Links that lead outside are refused. Throws when the folder itself cannot be read. */
export async function findArticles(dir: string): Promise<FoundFiles> {
  const root = await realpath(dir);
  const files: string[] = [];
  const others: string[] = [];
  const problems: Problem[] = [];
  const visited = new Set<string>([root]);
  const walk = async (relative: string): Promise<void> => {
    for (const entry of await entriesOf(join(root, relative), relative, problems)) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const kind = entry.isSymbolicLink() ? await kindOfLink(root, path, problems, visited) : kindOf(entry);
      if (kind === 'folder') await walk(path);
      if (kind === 'file') (isArticle(entry.name) ? files : others).push(path);
    }
  };
  await walk('');
  return { files: files.toSorted(byUnits), others: others.toSorted(byUnits), problems };
}

const byUnits = (a: string, b: string): number => (a < b ? -1 : 1);

type Kind = 'file' | 'folder' | 'other';
const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean }): Kind =>
  entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';

async function entriesOf(folder: string, relative: string, problems: Problem[]) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (relative === '') throw error;
    problems.push(unreadable(relative, error));
    return [];
  }
}

async function kindOfLink(
  root: string,
  path: string,
  problems: Problem[],
  visited: Set<string>,
): Promise<Kind> {
  try {
    const target = await realpath(join(root, path));
    if (target !== root && !target.startsWith(root + sep)) {
      problems.push({
        code: 'outside-link',
        severity: 'error',
        file: path,
        line: null,
        parameters: { target },
      });
      return 'other';
    }
    const kind = kindOf(await stat(target));
    if (kind !== 'folder') return kind;
    if (visited.has(target)) return 'other';
    visited.add(target);
    return kind;
  } catch (error) {
    problems.push(unreadable(path, error));
    return 'other';
  }
}

/** A file or folder that the system refuses to open. */
export function unreadable(file: string, error: unknown): Problem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return { code: 'unreadable', severity: 'error', file, line: null, parameters: { reason } };
}
