import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Migration = (db: Kysely<Tables>) => Promise<void>;

/** Numbered from 1 in this order. One that has been released is never changed: a new one follows it. */
const migrations: readonly Migration[] = [
  createPins,
  createSettings,
  createPinKeys,
  createIdentifyLedgers,
  createFeedback,
  createQuestions,
  createClaims,
  createSureness,
  createLeases,
];

/**
 * Brings the tables up to date. Runs inside a transaction that excludes every other process, so each migration runs once.
 * @throws {Error} when the database was written by a newer version of Svar
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  const row = await db.selectFrom('schema_version').select('version').executeTakeFirst();
  const version = row?.version ?? 0;
  if (version > migrations.length)
    throw new Error(`the database is at version ${version}, this Svar knows ${migrations.length}`);
  if (version === migrations.length) return;
  for (const migration of migrations.slice(version)) await migration(db);
  await db.deleteFrom('schema_version').execute();
  await db.insertInto('schema_version').values({ version: migrations.length }).execute();
}

async function createPins(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('servers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('pin_revision', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pins')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('phrasings', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('channel_pin', 'text')
    .addColumn('previous', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_by', 'text')
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('uses', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('last_used_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('pins_one_live_per_question')
    .unique()
    .on('pins')
    .columns(['server', 'key'])
    .where(sql.ref('status'), '=', sql.lit('live'))
    .execute();
  await db.schema.createIndex('pins_by_server').on('pins').columns(['server', 'created_at']).execute();
}

async function createSettings(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_pkey', ['server', 'name'])
    .execute();
}

/**
 * Who owns a question moves into a table of its own, which holds phrasings too. It is filled with the questions of the
 * live pins; their phrasings follow with the first change in a server, since only who knows the articles can key them.
 */
async function createPinKeys(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('pin_keys')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('pin', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('pin_keys_pkey', ['server', 'key'])
    .execute();
  await db.schema.createIndex('pin_keys_by_pin').on('pin_keys').columns(['server', 'pin']).execute();
  await sql`insert into pin_keys (server, key, pin)
    select server, key, id from pins where status = 'live'`.execute(db);
  await db.schema.alterTable('servers').addColumn('keyed_by', 'text').execute();
  await db.schema.dropIndex('pins_one_live_per_question').execute();
  await db.schema.alterTable('pins').dropColumn('key').execute();
  await db.schema
    .alterTable('pins')
    .addColumn('revision', 'bigint', (column) => column.notNull().defaultTo(2))
    .execute();
  await keepClosedStates(db);
}

/** Pins that are out of use were in use before that: taking it back needs to know. */
async function keepClosedStates(db: Kysely<Tables>): Promise<void> {
  const closed = await db
    .selectFrom('pins')
    .select(['id', 'question', 'phrasings', 'answer'])
    .where('status', '!=', 'live')
    .execute();
  for (const { id, question, phrasings, answer } of closed) {
    const previous = JSON.stringify({
      question,
      phrasings: JSON.parse(phrasings),
      answer: JSON.parse(answer),
      status: 'live',
    });
    await db.updateTable('pins').set({ previous }).where('id', '=', id).execute();
  }
}

async function createIdentifyLedgers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('identify_ledgers')
    .addColumn('bot', 'text', (column) => column.primaryKey())
    .addColumn('ledger', 'text', (column) => column.notNull())
    .execute();
}

/** Votes and picks, and the key that people are hashed with. */
async function createFeedback(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('votes')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('voter', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_pkey', ['server', 'answer', 'voter'])
    .execute();
  await db.schema
    .createTable('picks')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('picks', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('picks_pkey', ['server', 'question', 'target'])
    .execute();
}

/** What nothing answered well, and how often questions came to what. */
async function createQuestions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('ignored', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('questions_by_server').on('questions').columns(['server', 'at']).execute();
  await db.schema
    .createTable('outcomes')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('outcomes_pkey', ['server', 'day', 'kind', 'target'])
    .execute();
}

/** What is done once. */
async function createClaims(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('claims')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('claims_pkey', ['server', 'name'])
    .execute();
}

/** How sure Svar was of what was asked. */
async function createSureness(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('sureness')
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sureness_pkey', ['server', 'day', 'step'])
    .execute();
}

/** Which process does what, and which events were handled while several were told of them. */
async function createLeases(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('members')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('machine', 'text', (column) => column.notNull())
    .addColumn('share', 'text', (column) => column.notNull())
    .addColumn('shard_count', 'integer')
    .addColumn('claims', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('members_pkey', ['bot', 'owner'])
    .execute();
  await db.schema
    .createTable('leases')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('leases_pkey', ['bot', 'name'])
    .execute();
  await db.schema
    .createTable('handled')
    .addColumn('event', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('handled_by_time').on('handled').column('at').execute();
}
