import type { Content, Problem } from '../content/article.ts';
import { loadContent, type ParsedFiles } from '../content/load.ts';
import { readSynonyms, type OwnSynonyms } from './synonyms.ts';

/** What the content folder held when it was last read. */
export interface LibraryState {
  readonly content: Content;
  readonly synonyms: OwnSynonyms;
  /** Errors of files whose last good version still stands. */
  readonly kept: readonly Problem[];
  /** What the next reading need not parse again. */
  readonly files: ParsedFiles;
}

/**
 * Reads the content folder; where a file is broken now, its version in `previous` stays.
 * @throws {ContentFolderError} when the folder cannot be read
 */
export async function readState(
  dir: string,
  previous: LibraryState | null,
  cacheDir: string | null,
): Promise<LibraryState> {
  const [{ content, files }, synonyms] = await Promise.all([
    loadContent(dir, previous?.files, cacheDir === null ? null : { dir: cacheDir }),
    readSynonyms(dir),
  ]);
  const isLost = synonyms.rows.length === 0 && synonyms.problem !== null;
  const rows = isLost && previous !== null ? previous.synonyms.rows : synonyms.rows;
  return { content, files, synonyms: { ...synonyms, rows }, kept: keptProblems(content, files) };
}

/** Errors that are not those of the version that stands. */
function keptProblems({ problems }: Content, files: ParsedFiles): readonly Problem[] {
  return problems.filter((problem) => {
    const standing = files.get(problem.file);
    return (
      problem.severity === 'error' && standing !== undefined && !standing.parsed.problems.includes(problem)
    );
  });
}

/** Whether both states answer alike. */
export function answersAlike(one: LibraryState, other: LibraryState): boolean {
  return (
    one.content.hash === other.content.hash &&
    JSON.stringify(one.synonyms.rows) === JSON.stringify(other.synonyms.rows)
  );
}

/** Whether both states have the same things to complain about. */
export function complainAlike(one: LibraryState, other: LibraryState): boolean {
  const complaints = ({ content, synonyms }: LibraryState): string =>
    JSON.stringify([content.problems, synonyms.problem]);
  return complaints(one) === complaints(other);
}

/** Articles that are missing in `after`, where they are more than half of all: a disk unmounted, a checkout under way. */
export function massDisappearance(before: Content, after: Content): number | null {
  const gone = before.articles.length - after.articles.length;
  return gone > before.articles.length / 2 ? gone : null;
}
