import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from './engine.ts';

/** A hash that only this database can make again: what it was made of cannot be found by trying. */
export type KeyedHash = (...parts: readonly string[]) => string;

const name = 'feedback';

/** The hash with this database's key, which is made when it is first needed. */
export async function keyedHash(db: Database): Promise<KeyedHash> {
  await db
    .insertInto('secrets')
    .values({ name, value: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return (...parts) => createHmac('sha256', Buffer.from(value, 'hex')).update(parts.join('\n')).digest('hex');
}
