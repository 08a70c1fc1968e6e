import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, TypeOverrides } from 'pg';
import { patiently, type Database, type DatabaseClock, type Engine } from './engine.ts';
import { migrate } from './migrations.ts';
import { done, failed, Refusal, refusable, StoreError, type Result, type StoreProblem } from './problem.ts';
import type { Tables } from './tables.ts';

/** Milliseconds. A moderator must hear of trouble within three seconds. */
const waits = { connect: 2000, query: 2500, lock: 1500, write: 2000, open: 20_000 } as const;
const connections = 10;
/** Any number that no other program uses for an advisory lock of this database: the letters "svar". */
const migrationLock = 0x73766172;
const int8 = 20;
const clock: DatabaseClock = {
  now: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  upSince: sql<number>`(extract(epoch from pg_postmaster_start_time()) * 1000)::bigint`,
  locksRows: true,
};

/**
 * Opens a PostgreSQL database and brings its tables up to date.
 * @throws {StoreError} when that cannot be done
 */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: waits.connect,
    query_timeout: waits.query,
    application_name: 'svar',
    types: numbersForInt8(),
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const migrated = await patiently(() => attempt(() => migrateOnce(db)), waits.open);
  if (!migrated.ok) {
    await db.destroy();
    throw new StoreError(migrated.problem);
  }
  let closing: Promise<void> | null = null;
  return {
    clock,
    write: (work) =>
      refusable((refuse) =>
        patiently(() => attempt(() => inTransaction(db, (inside) => work(inside, refuse))), waits.write),
      ),
    read: (work) => attempt(() => work(db)),
    // Deleted rows are never read again; when their room is written over is for the database's own vacuum to say.
    scrub: () => Promise.resolve(done(null)),
    // PostgreSQL checks pages and indexes as it reads them.
    integrity: () =>
      attempt(async () => {
        await db.selectFrom('pins').selectAll().execute();
        return [];
      }),
    close: () => (closing ??= db.destroy()),
  };
}

/** Times and counts are 64 bits wide and far below 2^53. */
function numbersForInt8(): TypeOverrides {
  const types = new TypeOverrides();
  types.setTypeParser(int8, Number);
  return types;
}

function migrateOnce(db: Database): Promise<void> {
  return db.transaction().execute(async (inside) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(inside);
    await migrate(inside);
  });
}

/** A server may be set up to confirm commits before they are on the disk: not ours. */
function inTransaction<Value>(db: Database, work: (db: Database) => Promise<Value>): Promise<Value> {
  return db.transaction().execute(async (inside) => {
    await sql`select set_config('synchronous_commit', 'on', true),
      set_config('lock_timeout', ${String(waits.lock)}, true)`.execute(inside);
    return work(inside);
  });
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return done(await work());
  } catch (error) {
    const problem = problemOf(error);
    if (error instanceof Refusal || problem === null) throw error;
    return failed(problem);
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, by code or by class. */
const problems: Readonly<Record<string, StoreProblem['kind']>> = {
  '40001': 'locked',
  '40P01': 'locked',
  '55P03': 'locked',
  '53100': 'full',
  '57014': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '53300': 'unreachable',
  '08': 'unreachable',
  '28': 'broken',
  '3D': 'broken',
  '25': 'broken',
  '42501': 'broken',
  '58': 'broken',
  XX: 'broken',
};

/** Nothing listens there, or it is just starting or stopping: nobody else is served meanwhile, either. */
const notRunning = new Set(['ECONNREFUSED', '57P03']);

/** Null for what is a bug of ours. */
function problemOf(error: unknown): StoreProblem | null {
  if (error instanceof AggregateError) return problemOf(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const detail = error.message;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const kind = code === null ? undefined : (problems[code] ?? problems[code.slice(0, 2)]);
  if (code !== null && notRunning.has(code)) return { kind: 'unreachable', detail, isStopped: true };
  if (kind !== undefined) return { kind, detail };
  const isNetwork =
    'syscall' in error || /timeout|terminated|connection error|not queryable|closed|destroyed/iu.test(detail);
  return isNetwork ? { kind: 'unreachable', detail } : null;
}
