import { Kysely, SqliteDialect, sql } from 'kysely';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { patiently, type Database, type DatabaseClock, type Engine } from './engine.ts';
import { migrate } from './migrations.ts';
import { done, failed, Refusal, refusable, StoreError, type Result, type StoreProblem } from './problem.ts';
import { isDiskFull, openFile, type SqliteFile } from './sqlite-file.ts';
import type { Tables } from './tables.ts';

/** How long a write waits for other processes, in milliseconds: a moderator must hear of it within three seconds. */
const writePatience = 2000;
/** At the start several processes may create the tables at once. */
const openPatience = 20_000;

const clock: DatabaseClock = {
  now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
  upSince: sql<number>`0`,
  locksRows: false,
};

interface Opened {
  readonly file: SqliteFile;
  readonly db: Database;
}

/**
 * Opens a SQLite file and brings its tables up to date.
 * @throws {StoreError} when that cannot be done
 */
export async function openSqlite(path: string): Promise<Engine> {
  const first = await patiently(() => attempt(path, () => openTables(path)), openPatience);
  if (!first.ok) throw new StoreError(first.problem);
  let opened: Opened | null = first.value;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One thing at a time: there is one connection, and it may be exchanged. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function withOpened<Value>(work: (opened: Opened) => Promise<Value>): Promise<Result<Value>> {
    if (isClosed) return failed({ kind: 'broken', detail: 'the store is closed' });
    return attempt(path, async () => {
      opened ??= await openTables(path);
      return work(opened);
    });
  }

  /** After a file was found deleted or replaced, the next use opens what is there now. */
  async function reopen(): Promise<void> {
    await opened?.db.destroy();
    opened = null;
    await withOpened(() => Promise.resolve(null));
  }

  async function writeOnce<Value>(work: (db: Database) => Promise<Value>): Promise<Result<Value>> {
    const result = await withOpened(({ db, file }) => inTransaction(db, file, work));
    if (!result.ok && result.problem.kind === 'gone') await reopen();
    return result;
  }

  /** Deleted text is overwritten in the pages (`secure_delete`); the log still holds them as they were before. */
  async function scrubOnce(): Promise<Result<null>> {
    const result = await withOpened(({ db }) =>
      sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db),
    );
    if (!result.ok) return result;
    const isBusy = result.value.rows[0]?.busy !== 0;
    return isBusy ? failed({ kind: 'locked', detail: 'others read the log' }) : done(null);
  }

  return {
    clock,
    write: (work) =>
      refusable((refuse) =>
        patiently(() => inTurn(() => writeOnce((db) => work(db, refuse))), writePatience),
      ),
    read: (work) => inTurn(() => withOpened(({ db }) => work(db))),
    scrub: () => patiently(() => inTurn(scrubOnce), writePatience),
    integrity: () =>
      inTurn(() =>
        withOpened(async ({ db }) => {
          const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
          return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
        }),
      ),
    close: () =>
      inTurn(async () => {
        isClosed = true;
        await opened?.db.destroy();
        opened = null;
      }),
  };
}

async function openTables(path: string): Promise<Opened> {
  const file = openFile(path);
  const db = kysely(file.database);
  try {
    await inTransaction(db, file, migrate);
    return { file, db };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Found when a file was deleted or replaced while it was open. */
class GoneError extends Error {
  override readonly name = 'GoneError';
}

/** `begin immediate`: a transaction that first reads and then writes could not be given the lock any more. */
async function inTransaction<Value>(
  db: Database,
  file: SqliteFile,
  work: (db: Database) => Promise<Value>,
): Promise<Value> {
  return db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      const value = await work(connection);
      if (!file.isInPlace()) throw new GoneError('the file was deleted or replaced before the commit');
      await sql`commit`.execute(connection);
      if (!file.isInPlace()) throw new GoneError('the file was deleted or replaced during the commit');
      return value;
    } catch (error) {
      if (file.database.isTransaction) await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

function kysely(database: DatabaseSyncInstance): Database {
  const adapter = {
    close: () => {
      database.close();
    },
    prepare(text: string) {
      const statement = database.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (values: readonly unknown[]) => statement.all(...values),
        run: (values: readonly unknown[]) => statement.run(...values),
        iterate: (values: readonly unknown[]) => statement.iterate(...values),
      };
    },
  };
  // Kysely opens lazily and closes only what it has used.
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapter }) });
}

async function attempt<Value>(path: string, work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return done(await work());
  } catch (error) {
    const problem = problemOf(error, path);
    if (error instanceof Refusal || problem === null) throw error;
    return failed(problem);
  }
}

/** SQLite's primary result codes, https://sqlite.org/rescode.html. */
const problems: Readonly<Record<number, StoreProblem['kind']>> = {
  3: 'broken', // SQLITE_PERM
  5: 'locked', // SQLITE_BUSY
  6: 'locked', // SQLITE_LOCKED
  8: 'broken', // SQLITE_READONLY
  10: 'broken', // SQLITE_IOERR
  11: 'broken', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  14: 'broken', // SQLITE_CANTOPEN
  15: 'locked', // SQLITE_PROTOCOL: many processes opened the log at once
  26: 'broken', // SQLITE_NOTADB
};
/** SQLITE_READONLY_DBMOVED: SQLite itself found the file moved. */
const movedCode = 1032;

/** Null for what is a bug of ours. */
function problemOf(error: unknown, path: string): StoreProblem | null {
  if (!(error instanceof Error)) return null;
  const detail = error.message;
  if (error instanceof GoneError) return { kind: 'gone', detail };
  if ('errcode' in error && typeof error.errcode === 'number') {
    if (error.errcode === movedCode) return { kind: 'gone', detail };
    const kind = problems[error.errcode & 0xff];
    if (kind === undefined) return null;
    return { kind: kind === 'broken' && isDiskFull(path) ? 'full' : kind, detail };
  }
  if (!('code' in error) || !('syscall' in error)) return null;
  return { kind: error.code === 'ENOSPC' ? 'full' : 'broken', detail };
}
