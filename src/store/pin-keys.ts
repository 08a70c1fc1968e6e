import type { Database } from './engine.ts';
import { pinOf } from './pin-row.ts';
import type { Refuse } from './problem.ts';
import type { ServerId } from './server.ts';
import type { Keying, PinContent, PinProblem, StoredPin } from './store.ts';
import type { PinKeyRow } from './tables.ts';

/**
 * Which pin answers a question, one owner a key. All of it runs inside the transaction of a change, after the server's row
 * is locked, so that what is read here still holds when it is committed.
 */

/** Rows inserted by one statement: engines bound the number of its parameters. */
const rowsAtOnce = 500;

/** Gives a pin's questions to it; refuses where another pin has one of them. What it owned before is let go. */
export async function claimKeys(
  db: Database,
  pin: Pick<StoredPin, 'id' | 'server'>,
  content: PinContent,
  keying: Keying,
  refuse: Refuse<PinProblem>,
): Promise<void> {
  const { server, id } = pin;
  await keyAnew(db, server, keying);
  await releaseKeys(db, server, id);
  const asked = askedByKey(content, keying);
  const [taken] = await owners(db, server, Array.from(asked.keys()));
  if (taken !== undefined)
    refuse({ kind: 'duplicate', pin: taken.pin, asked: asked.get(taken.key) ?? content.question });
  await insert(
    db,
    Array.from(asked.keys(), (key) => ({ server, key, pin: id })),
  );
}

/** Lets go of all questions of a pin. Another one that lists them too may get them: the next claim looks. */
export async function releaseKeys(db: Database, server: ServerId, id: string): Promise<void> {
  const gone = await db
    .deleteFrom('pin_keys')
    .where('server', '=', server)
    .where('pin', '=', id)
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n)
    await db.updateTable('servers').set({ keyed_by: null }).where('id', '=', server).execute();
}

/** A pin's questions by key, its own first; texts without a word are no questions. */
function askedByKey({ question, phrasings }: PinContent, { keyOf }: Keying): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  for (const text of [question, ...phrasings]) {
    const key = keyOf(text);
    if (key !== '' && !asked.has(key)) asked.set(key, text);
  }
  return asked;
}

async function owners(
  db: Database,
  server: ServerId,
  keys: readonly string[],
): Promise<readonly { readonly key: string; readonly pin: StoredPin }[]> {
  if (keys.length === 0) return [];
  const found = await db
    .selectFrom('pin_keys')
    .innerJoin('pins', 'pins.id', 'pin_keys.pin')
    .selectAll('pins')
    .select('pin_keys.key')
    .where('pin_keys.server', '=', server)
    .where('pin_keys.key', 'in', keys)
    .execute();
  return found
    .map(({ key, ...row }) => ({ key, pin: pinOf(row, server) }))
    .toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
}

/**
 * Makes the keys of a server anew where they were made by other rules: by another version of the language's data, or by
 * none, after the table was created. A question goes before a phrasing, an older pin before a newer one.
 */
async function keyAnew(db: Database, server: ServerId, keying: Keying): Promise<void> {
  const { keyed_by } = await db
    .selectFrom('servers')
    .select('keyed_by')
    .where('id', '=', server)
    .executeTakeFirstOrThrow();
  if (keyed_by === keying.version) return;
  await db.deleteFrom('pin_keys').where('server', '=', server).execute();
  await insert(db, ownership(await livePins(db, server), keying));
  await db.updateTable('servers').set({ keyed_by: keying.version }).where('id', '=', server).execute();
}

async function livePins(db: Database, server: ServerId): Promise<readonly StoredPin[]> {
  const rows = await db
    .selectFrom('pins')
    .selectAll()
    .where('server', '=', server)
    .where('status', '=', 'live')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => pinOf(row, server));
}

function ownership(pins: readonly StoredPin[], { keyOf }: Keying): readonly PinKeyRow[] {
  const rows = new Map<string, PinKeyRow>();
  const asked = [
    ...pins.map((pin) => [pin, pin.question] as const),
    ...pins.flatMap((pin) => pin.phrasings.map((text) => [pin, text] as const)),
  ];
  for (const [{ server, id }, text] of asked) {
    const key = keyOf(text);
    if (key !== '' && !rows.has(key)) rows.set(key, { server, key, pin: id });
  }
  return Array.from(rows.values());
}

async function insert(db: Database, rows: readonly PinKeyRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db
      .insertInto('pin_keys')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}
