import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Result } from './problem.ts';
import type { ServerId } from './server.ts';
import type { Tables } from './tables.ts';

type ServerTable = {
  [Name in keyof Tables]: 'server' extends keyof Tables[Name] ? Name : never;
}[keyof Tables];

/** Every table that holds what belongs to a server: one that is missing here does not compile. */
const serverTables: Readonly<Record<ServerTable, true>> = {
  pins: true,
  pin_keys: true,
  settings: true,
  votes: true,
  picks: true,
  questions: true,
  outcomes: true,
  sureness: true,
  claims: true,
};
const isTable = (name: string): name is ServerTable => Object.hasOwn(serverTables, name);

/**
 * Deletes everything that belongs to a server. Its revision stays, and rises: whoever has its pins in memory reads them
 * again, where a revision that is gone would mean a lost database.
 */
export const eraseServer = (engine: Engine, server: ServerId): Promise<Result<null>> =>
  engine.write(async (db) => {
    for (const table of Object.keys(serverTables).filter(isTable))
      await db.deleteFrom(table).where('server', '=', server).execute();
    await db
      .updateTable('servers')
      .set({ pin_revision: sql`pin_revision + 1`, keyed_by: null })
      .where('id', '=', server)
      .execute();
    return null;
  });
