import { z } from 'zod';
import type { Engine } from './engine.ts';
import type { Json, SettingStore } from './store.ts';

const json: z.ZodType<Json> = z.json();

/** The settings of servers, as JSON by name. */
export function settingQueries(engine: Engine): SettingStore {
  return {
    read: (server) =>
      engine.read(async (db) => {
        const rows = await db.selectFrom('settings').selectAll().where('server', '=', server).execute();
        return new Map(rows.map(({ name, value }) => [name, json.parse(JSON.parse(value))]));
      }),
    write: (server, name, value) =>
      engine.write(async (db) => {
        const row = { server, name, value: JSON.stringify(value) };
        if (value === null)
          await db.deleteFrom('settings').where('server', '=', server).where('name', '=', name).execute();
        else
          await db
            .insertInto('settings')
            .values(row)
            .onConflict((conflict) => conflict.columns(['server', 'name']).doUpdateSet({ value: row.value }))
            .execute();
        return null;
      }),
    holders: (name) =>
      engine.read(async (db) => {
        const rows = await db.selectFrom('settings').select('server').where('name', '=', name).execute();
        return rows.map(({ server }) => server);
      }),
    clear: (server) =>
      engine.write(async (db) => {
        await db.deleteFrom('settings').where('server', '=', server).execute();
        return null;
      }),
  };
}
