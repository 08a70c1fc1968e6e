import type { Engine } from './engine.ts';
import { claimQueries } from './claim-queries.ts';
import { eraseServer } from './erase.ts';
import { identifyQueries } from './identify.ts';
import { feedbackQueries } from './feedback-queries.ts';
import { leaseQueries } from './lease-queries.ts';
import { pinQueries } from './pins.ts';
import { openPostgres } from './postgres.ts';
import { questionQueries } from './question-queries.ts';
import { settingQueries } from './settings.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Where the store lives. */
export type StorePlace =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string };

/**
 * Opens the store, creates it where there is none, and brings its tables up to date.
 * @throws {StoreError} when that cannot be done
 */
export async function openStore(place: StorePlace): Promise<Store> {
  return storeOf(await openEngine(place));
}

/** The database alone. Throws as `openStore` does. */
export const openEngine = (place: StorePlace): Promise<Engine> =>
  place.engine === 'sqlite' ? openSqlite(place.path) : openPostgres(place.url);

function storeOf(engine: Engine): Store {
  return {
    pins: pinQueries(engine),
    settings: settingQueries(engine),
    identify: identifyQueries(engine),
    feedback: feedbackQueries(engine),
    questions: questionQueries(engine),
    claims: claimQueries(engine),
    leases: leaseQueries(engine),
    isShared: engine.clock.locksRows,
    eraseServer: (server) => eraseServer(engine, server),
    scrub: () => engine.scrub(),
    ping: () =>
      engine.read(async (db) => {
        await db.selectFrom('schema_version').select('version').execute();
        return null;
      }),
    integrity: () => engine.integrity(),
    close: () => engine.close(),
  };
}
