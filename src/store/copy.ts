import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './engine.ts';
import { openEngine, type StorePlace } from './open.ts';
import type { Result } from './problem.ts';
import { lasting, type LastingTable } from './tables.ts';

/** Rows of each table that were copied. */
export type Copied = ReadonlyMap<LastingTable, number>;

/** What stands in the way of a copy, besides the stores themselves. */
export type CopyProblem =
  | { readonly kind: 'not-empty'; readonly detail: string }
  /** The copy does not hold what the original does. Nothing was kept of it. */
  | { readonly kind: 'differs'; readonly detail: string };

/** Rows that go over at once: SQLite binds at most 32,766 values. */
const batch = 500;

/**
 * Copies everything that is kept into an empty store, in one transaction, and compares. What processes tell each other
 * while they run stays behind.
 * @throws {StoreError} when one of the stores cannot be opened
 */
export async function copyStore(
  from: StorePlace,
  to: StorePlace,
): Promise<Result<Copied, CopyProblem | { readonly kind: string; readonly detail: string }>> {
  const source = await openEngine(from);
  const target = await openEngine(to).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  try {
    // In one transaction that writes: nothing changes between two tables.
    const read = await source.write(async (db) => {
      const tables = new Map<LastingTable, readonly Row[]>();
      for (const table of lasting) tables.set(table, await rowsOf(db, table));
      return tables;
    });
    if (!read.ok) return read;
    return await target.write<Copied, CopyProblem>(async (db, refuse) => {
      for (const table of lasting)
        if ((await rowsOf(db, table)).length > 0) return refuse({ kind: 'not-empty', detail: table });
      for (const [table, rows] of read.value) await insert(db, table, rows);
      for (const [table, rows] of read.value)
        if (digestOf(rows) !== digestOf(await rowsOf(db, table)))
          return refuse({ kind: 'differs', detail: table });
      return new Map(Array.from(read.value, ([table, rows]) => [table, rows.length]));
    });
  } finally {
    await source.close();
    await target.close();
  }
}

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(db: Database, table: LastingTable): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(db);
  return rows;
}

async function insert(db: Database, table: LastingTable, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) {
    const part = rows.slice(start, start + batch);
    const columns = Object.keys(part[0] ?? {});
    const values = part.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(db);
  }
}

/** The same for the same rows in whatever order, of either engine. */
function digestOf(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
  const hash = createHash('sha256');
  for (const line of lines.toSorted()) hash.update(line).update('\n');
  return hash.digest('hex');
}
