import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Database, Engine } from './engine.ts';
import type { NewGapQuestion, Outcome, QuestionStore, Sureness } from './questions.ts';
import { keyedHash } from './secret.ts';
import type { ServerId } from './server.ts';
import type { Tables } from './tables.ts';

/** Questions and what became of them in the tables of either engine. */
export function questionQueries(engine: Engine): QuestionStore {
  return {
    note: (server, questions, outcomes, sureness = []) =>
      engine.write(async (db) => {
        await keep(db, server, questions);
        for (const outcome of summed(outcomes, ({ day, kind, target }) => [day, kind, target]))
          await count(db, server, outcome);
        for (const one of summed(sureness, ({ day, step }) => [day, step]))
          await countSureness(db, server, one);
        return null;
      }),
    sureness: (server, since) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('sureness')
          .select(['step', 'count'])
          .where('server', '=', server)
          .where('day', '>=', since)
          .execute();
        const counts = new Map<number, number>();
        for (const row of rows) counts.set(row.step, (counts.get(row.step) ?? 0) + row.count);
        return Array.from(counts, ([step, total]) => ({ step, count: total })).toSorted(
          (a, b) => a.step - b.step,
        );
      }),
    gaps: (server, limit) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('questions')
          .selectAll()
          .where('server', '=', server)
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .execute();
        return rows.toReversed().map(({ id, text, kind, target, at, ignored }) => ({
          id,
          text,
          kind,
          target,
          at: new Date(at),
          isIgnored: ignored === 1,
        }));
      }),
    ignore: (server, ids, isIgnored) =>
      engine.write(async (db) => {
        if (ids.length === 0) return 0;
        const { numUpdatedRows } = await db
          .updateTable('questions')
          .set({ ignored: isIgnored ? 1 : 0 })
          .where('server', '=', server)
          .where('id', 'in', ids)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    erase: (server, ids) =>
      engine.write(async (db) => {
        if (ids.length === 0) return 0;
        const { numDeletedRows } = await db
          .deleteFrom('questions')
          .where('server', '=', server)
          .where('id', 'in', ids)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
    outcomes: (server, since) =>
      engine.read((db) =>
        db
          .selectFrom('outcomes')
          .select(['day', 'kind', 'target', 'count'])
          .where('server', '=', server)
          .where('day', '>=', since)
          .orderBy('day')
          .orderBy('kind')
          .orderBy('target')
          .execute(),
      ),
    purge: ({ texts, counts }) =>
      engine.write(async (db) => {
        await db.deleteFrom('outcomes').where('day', '<', counts).execute();
        await db.deleteFrom('sureness').where('day', '<', counts).execute();
        const { numDeletedRows } = await db
          .deleteFrom('questions')
          .where('at', '<', texts.getTime())
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

/** Characters of an id. */
const idLength = 12;

/** Rows of one statement: engines allow only so many values in one. */
const rowsAtOnce = 100;

async function keep(db: Database, server: ServerId, questions: readonly NewGapQuestion[]): Promise<void> {
  for (let start = 0; start < questions.length; start += rowsAtOnce) {
    const rows: Selectable<Tables['questions']>[] = [];
    for (const question of questions.slice(start, start + rowsAtOnce))
      rows.push(await rowOf(db, server, question));
    await db
      .insertInto('questions')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

async function rowOf(
  db: Database,
  server: ServerId,
  { text, kind, target, at, once }: NewGapQuestion,
): Promise<Selectable<Tables['questions']>> {
  const id =
    once === null
      ? randomBytes(idLength / 2).toString('hex')
      : (await keyedHash(db))('question', server, once).slice(0, idLength);
  return { id, server, text, kind, target, at: at.getTime(), ignored: 0 };
}

/** Counts of the same thing as one: many questions are answered by few passages. */
function summed<Counted extends { readonly count: number }>(
  all: readonly Counted[],
  nameOf: (counted: Counted) => readonly unknown[],
): Iterable<Counted> {
  const sums = new Map<string, Counted>();
  for (const counted of all) {
    const name = JSON.stringify(nameOf(counted));
    sums.set(name, { ...counted, count: counted.count + (sums.get(name)?.count ?? 0) });
  }
  return sums.values();
}

async function count(
  db: Database,
  server: ServerId,
  { day, kind, target, count: more }: Outcome,
): Promise<void> {
  await db
    .insertInto('outcomes')
    .values({ server, day, kind, target, count: more })
    .onConflict((conflict) =>
      conflict
        .columns(['server', 'day', 'kind', 'target'])
        .doUpdateSet((row) => ({ count: row('outcomes.count', '+', more) })),
    )
    .execute();
}

async function countSureness(
  db: Database,
  server: ServerId,
  { day, step, count: more }: Sureness,
): Promise<void> {
  await db
    .insertInto('sureness')
    .values({ server, day, step, count: more })
    .onConflict((conflict) =>
      conflict
        .columns(['server', 'day', 'step'])
        .doUpdateSet((row) => ({ count: row('sureness.count', '+', more) })),
    )
    .execute();
}
