import type { ClaimStore } from './claims.ts';
import type { Engine } from './engine.ts';
import { keyedHash } from './secret.ts';

/** Claims in the tables of either engine. */
export function claimQueries(engine: Engine): ClaimStore {
  return {
    take: (server, name, at) =>
      engine.write(async (db) => {
        const hash = await keyedHash(db);
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('claims')
          .values({ server, name: hash('claim', server, name), at: at.getTime() })
          .onConflict((conflict) => conflict.columns(['server', 'name']).doNothing())
          .executeTakeFirstOrThrow();
        return Number(numInsertedOrUpdatedRows) > 0;
      }),
    release: (server, name) =>
      engine.write(async (db) => {
        const hash = await keyedHash(db);
        const { numDeletedRows } = await db
          .deleteFrom('claims')
          .where('server', '=', server)
          .where('name', '=', hash('claim', server, name))
          .executeTakeFirst();
        return Number(numDeletedRows) > 0;
      }),
    taken: (server, names) =>
      engine.write(async (db) => {
        const hash = await keyedHash(db);
        const rows = await db.selectFrom('claims').select('name').where('server', '=', server).execute();
        const held = new Set(rows.map(({ name }) => name));
        return new Set(names.filter((name) => held.has(hash('claim', server, name))));
      }),
    purge: (before) =>
      engine.write(async (db) => {
        await db.deleteFrom('claims').where('at', '<', before.getTime()).execute();
        return null;
      }),
  };
}
