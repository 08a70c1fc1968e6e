import { sql } from 'kysely';
import type { Database, Engine } from './engine.ts';
import type { LeaseStore, Member, OtherMember } from './leases.ts';
import type { MemberRow } from './tables.ts';

/** Events are remembered for so long: Discord lets them be answered no longer. Milliseconds. */
const remembered = 15 * 60 * 1000;

/** Leases and members in the tables of either engine. */
export function leaseQueries(engine: Engine): LeaseStore {
  const { now, upSince } = engine.clock;

  async function enter(db: Database, member: Member, span: number): Promise<void> {
    const { claims, shardCount, bot, owner, machine, share } = member;
    const told = { machine, share, shard_count: shardCount, claims: claims ? 1 : 0 };
    await db.deleteFrom('members').where('bot', '=', bot).where('expires_at', '<', now).execute();
    await db
      .insertInto('members')
      .values({ bot, owner, ...told, expires_at: sql`${now} + ${sql.lit(span)}` })
      .onConflict((conflict) =>
        conflict
          .columns(['bot', 'owner'])
          .doUpdateSet({ ...told, expires_at: sql`${now} + ${sql.lit(span)}` }),
      )
      .execute();
  }

  return {
    join: (member, span) =>
      engine.write(async (db) => {
        await lockBot(db, member.bot);
        await enter(db, member, span);
        const agreed = (await othersOf(db, member)).find(({ share }) => share === member.share)?.shardCount;
        const shardCount = agreed ?? member.shardCount;
        await enter(db, { ...member, shardCount }, span);
        return shardCount;
      }),
    beat: (member, span) =>
      engine.write(async (db) => {
        await enter(db, member, span);
        const held = await db
          .updateTable('leases')
          .set({ expires_at: sql`${now} + ${sql.lit(span)}` })
          .where('bot', '=', member.bot)
          .where('owner', '=', member.owner)
          .returning('name')
          .execute();
        return { held: held.map(({ name }) => name), others: await othersOf(db, member) };
      }),
    take: ({ bot, owner }, names, most, span) =>
      engine.write(async (db) => {
        if (names.length === 0 || most < 1) return [];
        await db
          .insertInto('leases')
          .values(names.map((name) => ({ bot, name, owner: null, expires_at: 0 })))
          .onConflict((conflict) => conflict.columns(['bot', 'name']).doNothing())
          .execute();
        const free = db
          .selectFrom('leases')
          .select('name')
          .where('bot', '=', bot)
          .where('name', 'in', names)
          .where((eb) =>
            eb.or([
              eb('owner', 'is', null),
              eb.and([eb('expires_at', '<', now), eb(sql`${upSince} + ${sql.lit(span)}`, '<', now)]),
            ]),
          )
          .orderBy('name')
          .limit(most);
        const locked = await (engine.clock.locksRows ? free.forUpdate().skipLocked() : free).execute();
        const taken = locked.map(({ name }) => name);
        if (taken.length > 0)
          await db
            .updateTable('leases')
            .set({ owner, expires_at: sql`${now} + ${sql.lit(span)}` })
            .where('bot', '=', bot)
            .where('name', 'in', taken)
            .execute();
        return taken;
      }),
    leave: (bot, owner) =>
      engine.write(async (db) => {
        await db
          .updateTable('leases')
          .set({ owner: null })
          .where('bot', '=', bot)
          .where('owner', '=', owner)
          .execute();
        await db.deleteFrom('members').where('bot', '=', bot).where('owner', '=', owner).execute();
        return null;
      }),
    handle: (event) =>
      engine.write(async (db) => {
        await db
          .deleteFrom('handled')
          .where('at', '<', sql<number>`${now} - ${sql.lit(remembered)}`)
          .execute();
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('handled')
          .values({ event, at: now })
          .onConflict((conflict) => conflict.column('event').doNothing())
          .executeTakeFirstOrThrow();
        return Number(numInsertedOrUpdatedRows) > 0;
      }),
  };
}

/** The lease that is never held, only locked. */
const joining = 'joining';

async function othersOf(db: Database, { bot, owner }: Member): Promise<readonly OtherMember[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('bot', '=', bot)
    .where('owner', '!=', owner)
    .orderBy('owner')
    .execute();
  return rows.map(otherOf);
}

const otherOf = ({ owner, machine, share, shard_count, claims, expires_at }: MemberRow): OtherMember => ({
  owner,
  machine,
  share,
  shardCount: shard_count,
  claims: claims === 1,
  expiresAt: expires_at,
});

/** So that of those who join at once the second sees what the first agreed on. */
async function lockBot(db: Database, bot: string): Promise<void> {
  await db
    .insertInto('leases')
    .values({ bot, name: joining, owner: null, expires_at: 0 })
    .onConflict((conflict) => conflict.columns(['bot', 'name']).doUpdateSet({ owner: null }))
    .execute();
}
