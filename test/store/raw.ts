import { DatabaseSync } from '@photostructure/sqlite';
import { Client } from 'pg';
import type { StorePlace } from '../../src/store/open.ts';

/** Runs statements in a database that nothing has open. */
export async function runRaw(place: StorePlace, statements: readonly string[]): Promise<void> {
  if (place.engine === 'sqlite') {
    const database = new DatabaseSync(place.path);
    for (const statement of statements) database.exec(statement);
    database.close();
    return;
  }
  const client = new Client({ connectionString: place.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Makes a database what it was at version 7 of the tables: tables that came later are named here. */
export const toVersion7: readonly string[] = [
  ...['sureness', 'members', 'leases', 'handled'].map((table) => `drop table ${table}`),
  'update schema_version set version = 7',
];
