import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { IdentifyStore } from './store.ts';

/** Ledgers of gateway sessions, one text a bot. */
export function identifyQueries(engine: Engine): IdentifyStore {
  return {
    change: (bot, next) =>
      engine.write(async (db) => {
        // Writing first locks the row on both engines, so that two processes never read the same state.
        const { ledger, now } = await db
          .insertInto('identify_ledgers')
          .values({ bot, ledger: '' })
          .onConflict((conflict) =>
            conflict.column('bot').doUpdateSet({ ledger: sql.ref('identify_ledgers.ledger') }),
          )
          .returning(['ledger', engine.clock.now.as('now')])
          .executeTakeFirstOrThrow();
        await db
          .updateTable('identify_ledgers')
          .set({ ledger: next(ledger === '' ? null : ledger, now) })
          .where('bot', '=', bot)
          .execute();
        return null;
      }),
  };
}
