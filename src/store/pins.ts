import { randomBytes } from 'node:crypto';
import { sql, type Updateable } from 'kysely';
import type { Database, Engine } from './engine.ts';
import { claimKeys, releaseKeys } from './pin-keys.ts';
import { contentColumns, deedColumns, newRow, pinOf, stateText } from './pin-row.ts';
import type { Refuse } from './problem.ts';
import type { ServerId } from './server.ts';
import type { Deed, PinProblem, PinState, PinStore, PinUse, StoredPin } from './store.ts';
import type { PinRow } from './tables.ts';

/** Pins in the tables of either engine. */
export function pinQueries(engine: Engine): PinStore {
  return {
    revision: (server) => engine.read((db) => revisionOf(db, server)),
    list: (server, statuses) =>
      engine.read(async (db) => {
        const rows = await pinsOf(db, server)
          .where('status', 'in', statuses)
          .orderBy('created_at', 'desc')
          .orderBy('id')
          .execute();
        return rows.map((row) => pinOf(row, server));
      }),
    find: (server, id) => engine.read(async (db) => (await findPin(db, server, id)) ?? null),
    add: (server, content, deed, rules) =>
      engine.write<StoredPin, PinProblem>(async (db, refuse) => {
        await raiseRevision(db, server);
        await refuseBeyond(rules.limit, db, server, refuse);
        const id = randomBytes(6).toString('hex');
        await claimKeys(db, { server, id }, content, rules.keying, refuse);
        await db
          .insertInto('pins')
          .values(newRow(id, server, content, deed))
          .execute();
        return pinIn(db, server, id);
      }),
    edit: (server, id, revision, content, deed, { keying }) =>
      engine.write<StoredPin, PinProblem>(async (db, refuse) => {
        await raiseRevision(db, server);
        const before = await livePin(db, server, id, refuse);
        if (before.revision !== revision) return refuse({ kind: 'changed', pin: before });
        await claimKeys(db, before, content, keying, refuse);
        return become(db, before, { ...content, status: 'live' }, deed);
      }),
    close: (server, id, status, deed) =>
      engine.write<StoredPin, PinProblem>(async (db, refuse) => {
        await raiseRevision(db, server);
        const before = await livePin(db, server, id, refuse);
        await releaseKeys(db, server, id);
        return become(db, before, { ...before, status }, deed);
      }),
    undo: (server, id, revision, deed, { limit, keying }) =>
      engine.write<StoredPin, PinProblem>(async (db, refuse) => {
        await raiseRevision(db, server);
        const before = await findPin(db, server, id);
        if (before === undefined) return refuse({ kind: 'missing' });
        if (before.revision !== revision) return refuse({ kind: 'changed', pin: before });
        const state = before.previous ?? beforeItsTime(before);
        if (state === null) return refuse({ kind: 'missing' });
        if (state.status === 'live' && before.status !== 'live')
          await refuseBeyond(limit, db, server, refuse);
        if (state.status === 'live') await claimKeys(db, before, state, keying, refuse);
        else await releaseKeys(db, server, id);
        return become(db, before, state, deed);
      }),
    setChannelPin: (server, id, channelPin) =>
      engine.write<StoredPin, PinProblem>(async (db, refuse) => {
        if ((await findPin(db, server, id)) === undefined) return refuse({ kind: 'missing' });
        const text = channelPin === null ? null : JSON.stringify(channelPin);
        await change(db, server, id, { channel_pin: text });
        return pinIn(db, server, id);
      }),
    noteUses: (server, uses) =>
      engine.write(async (db) => {
        for (const use of uses) await countUse(db, server, use);
        return null;
      }),
    purge: (before) => engine.write((db) => purge(db, before.getTime())),
    forget: (person, server) => engine.write((db) => forget(db, person, server)),
  };
}

const pinsOf = (db: Database, server: ServerId) =>
  db.selectFrom('pins').selectAll().where('server', '=', server);

async function findPin(db: Database, server: ServerId, id: string): Promise<StoredPin | undefined> {
  const row = await pinsOf(db, server).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : pinOf(row, server);
}

/** A pin that this transaction has just written. */
async function pinIn(db: Database, server: ServerId, id: string): Promise<StoredPin> {
  return pinOf(await pinsOf(db, server).where('id', '=', id).executeTakeFirstOrThrow(), server);
}

async function change(
  db: Database,
  server: ServerId,
  id: string,
  columns: Updateable<PinRow>,
): Promise<void> {
  await db.updateTable('pins').set(columns).where('server', '=', server).where('id', '=', id).execute();
}

/** A pin that is in use; refuses where there is none. */
async function livePin(
  db: Database,
  server: ServerId,
  id: string,
  refuse: Refuse<PinProblem>,
): Promise<StoredPin> {
  const pin = await findPin(db, server, id);
  return pin?.status === 'live' ? pin : refuse({ kind: 'missing' });
}

/** Before it was added a pin was not there: taking that back deletes it. Null where what was before has been forgotten. */
const beforeItsTime = (pin: StoredPin): PinState | null =>
  pin.revision === 1 ? { ...pin, status: 'deleted' } : null;

/** Gives a pin its next state, and keeps the present one for taking that back. */
async function become(
  db: Database,
  before: StoredPin,
  { status, ...content }: PinState,
  deed: Deed,
): Promise<StoredPin> {
  const { server, id } = before;
  await change(db, server, id, {
    ...contentColumns(content),
    ...deedColumns(deed),
    status,
    revision: before.revision + 1,
    previous: stateText(before),
  });
  return pinIn(db, server, id);
}

async function revisionOf(db: Database, server: ServerId): Promise<number> {
  const row = await db
    .selectFrom('servers')
    .select('pin_revision')
    .where('id', '=', server)
    .executeTakeFirst();
  return row?.pin_revision ?? 0;
}

/**
 * The first step of every change: it locks the server's row until the commit, so that what is then read
 * (a duplicate, the number of pins) still holds when it is written.
 */
async function raiseRevision(db: Database, server: ServerId): Promise<void> {
  await db
    .insertInto('servers')
    .values({ id: server, pin_revision: 1, keyed_by: null })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ pin_revision: sql`servers.pin_revision + 1` }),
    )
    .execute();
}

async function refuseBeyond(
  limit: number,
  db: Database,
  server: ServerId,
  refuse: Refuse<PinProblem>,
): Promise<void> {
  const { count } = await db
    .selectFrom('pins')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('server', '=', server)
    .where('status', '=', 'live')
    .executeTakeFirstOrThrow();
  if (count >= limit) refuse({ kind: 'limit', limit });
}

async function countUse(db: Database, server: ServerId, { id, count, at }: PinUse): Promise<void> {
  await db
    .updateTable('pins')
    .set({ uses: sql`uses + ${count}`, last_used_at: at.getTime() })
    .where('server', '=', server)
    .where('id', '=', id)
    .execute();
}

async function purge(db: Database, before: number): Promise<number> {
  const gone = await db
    .deleteFrom('pins')
    .where('status', '=', 'deleted')
    .where('updated_at', '<', before)
    .executeTakeFirst();
  await db.updateTable('pins').set({ previous: null }).where('updated_at', '<', before).execute();
  return Number(gone.numDeletedRows);
}

async function forget(db: Database, person: string, server?: ServerId): Promise<number> {
  const pins = server === undefined ? sql<boolean>`1 = 1` : sql<boolean>`server = ${server}`;
  const bears = await db
    .selectFrom('pins')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((eb) => eb.or([eb('created_by', '=', person), eb('updated_by', '=', person)]))
    .where(pins)
    .executeTakeFirstOrThrow();
  for (const column of ['created_by', 'updated_by'] as const)
    await db
      .updateTable('pins')
      .set({ [column]: null })
      .where(column, '=', person)
      .where(pins)
      .execute();
  return bears.count;
}
