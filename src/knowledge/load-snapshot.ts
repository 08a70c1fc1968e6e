import { loadContent } from '../content/load.ts';
import { buildSnapshot, type Snapshot, type SnapshotOptions } from './snapshot.ts';
import { readSynonyms } from './synonyms.ts';

/**
 * The snapshot of a content folder with its own synonyms, once and without watching.
 * @throws {ContentFolderError} when the folder cannot be read
 */
export async function loadSnapshot(
  dir: string,
  options: Omit<SnapshotOptions, 'synonyms'>,
): Promise<Snapshot> {
  const { rows } = await readSynonyms(dir);
  const { content } = await loadContent(dir);
  return buildSnapshot(content, { ...options, synonyms: rows });
}
