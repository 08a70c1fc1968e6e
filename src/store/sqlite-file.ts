import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** An open database file and which file it is: a deleted one goes on swallowing writes without a word. */
export interface SqliteFile {
  readonly database: DatabaseSyncInstance;
  /** Whether the path still leads to the open file. */
  isInPlace(): boolean;
}

/**
 * How long SQLite itself waits for another writer, in milliseconds. Short, because it blocks the whole process;
 * callers wait longer between attempts.
 */
const busyTimeout = 40;

/** Opens the database file; creates it, and its folder, for this user alone. Throws what SQLite or the system says. */
export function openFile(path: string): SqliteFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) createFile(path);
  restrict(path);
  const database = new DatabaseSync(path, { timeout: busyTimeout });
  try {
    const own = identity(path);
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec('pragma secure_delete = on');
    return { database, isInPlace: () => own !== null && identity(path) === own };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A log left by a deleted database would be replayed into the new one. */
function createFile(path: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  closeSync(openSync(path, 'a', 0o600));
}

/** The file may belong to another user who allows this one to write it. */
function restrict(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EPERM') throw error;
  }
}

function identity(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** Whether less room is left where `path` lies than a few pages need. */
export function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < 64 * 1024;
  } catch {
    return false;
  }
}
