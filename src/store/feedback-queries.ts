import type { Engine } from './engine.ts';
import type { FeedbackStore } from './feedback.ts';
import { keyedHash } from './secret.ts';

/** Votes and picks in the tables of either engine. */
export function feedbackQueries(engine: Engine): FeedbackStore {
  return {
    vote: (server, { answer, person, value, target, at }) =>
      engine.write(async (db) => {
        const voter = (await keyedHash(db))(server, answer, person);
        const said = { value, target, at: at.getTime() };
        await db
          .insertInto('votes')
          .values({ server, answer, voter, ...said })
          .onConflict((conflict) => conflict.columns(['server', 'answer', 'voter']).doUpdateSet(said))
          .execute();
        return null;
      }),
    votes: (server, since) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('votes')
          .select(['value', (one) => one.fn.countAll().as('count')])
          .where('server', '=', server)
          .where('at', '>=', since.getTime())
          .groupBy('value')
          .execute();
        const of = (wanted: string): number => Number(rows.find(({ value }) => value === wanted)?.count ?? 0);
        return { up: of('up'), down: of('down') };
      }),
    votesByDay: (server, since) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('votes')
          .select(['value', 'at'])
          .where('server', '=', server)
          .where('at', '>=', since.getTime())
          .orderBy('at')
          .execute();
        const days = new Map<string, { up: number; down: number }>();
        for (const { value, at } of rows) {
          const day = new Date(at).toISOString().slice(0, 10);
          const counts = days.get(day) ?? { up: 0, down: 0 };
          counts[value]++;
          days.set(day, counts);
        }
        return Array.from(days, ([day, counts]) => ({ day, ...counts }));
      }),
    notePicks: (server, picks) =>
      engine.write(async (db) => {
        for (const { question, target, count, at } of picks) {
          await db
            .insertInto('picks')
            .values({ server, question, target, picks: count, last_at: at.getTime() })
            .onConflict((conflict) =>
              conflict.columns(['server', 'question', 'target']).doUpdateSet((row) => ({
                picks: row('picks.picks', '+', count),
                last_at: at.getTime(),
              })),
            )
            .execute();
        }
        return null;
      }),
    picks: (server) =>
      engine.read(async (db) => {
        const rows = await db
          .selectFrom('picks')
          .selectAll()
          .where('server', '=', server)
          .orderBy('picks', 'desc')
          .orderBy('last_at', 'desc')
          .orderBy('question')
          .orderBy('target')
          .execute();
        return rows.map(({ question, target, picks, last_at }) => ({
          question,
          target,
          count: picks,
          at: new Date(last_at),
        }));
      }),
    purge: ({ counts, texts }) =>
      engine.write(async (db) => {
        await db.deleteFrom('votes').where('at', '<', counts.getTime()).execute();
        await db
          .deleteFrom('picks')
          .where('question', '=', '')
          .where('last_at', '<', counts.getTime())
          .execute();
        await db
          .deleteFrom('picks')
          .where('question', '!=', '')
          .where('last_at', '<', texts.getTime())
          .execute();
        return null;
      }),
    forget: (person, only) =>
      engine.write(async (db) => {
        const hash = await keyedHash(db);
        const all = db.selectFrom('votes').select(['server', 'answer']).distinct();
        const answers = await (only === undefined ? all : all.where('server', '=', only)).execute();
        let gone = 0;
        for (const { server, answer } of answers) {
          const { numDeletedRows } = await db
            .deleteFrom('votes')
            .where('server', '=', server)
            .where('answer', '=', answer)
            .where('voter', '=', hash(server, answer, person))
            .executeTakeFirst();
          gone += Number(numDeletedRows);
        }
        return gone;
      }),
  };
}
