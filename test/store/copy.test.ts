import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStore } from '../../src/store/copy.ts';
import { openStore, type StorePlace } from '../../src/store/open.ts';
import { value } from './contract-value.ts';
import { pinOf, rules, server } from './pin.ts';
import { findPostgres, newDatabase, startPostgres, type PostgresServer } from './postgres-server.ts';

const bin = findPostgres();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'svar-copy-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string): StorePlace => ({ engine: 'sqlite', path: join(folder, name) });
const at = new Date(Date.UTC(2026, 0, 1));

/** A store with some of everything. */
async function filled(place: StorePlace, pins: number): Promise<void> {
  const store = await openStore(place);
  const deed = { by: '100000000000000103', at };
  for (let number = 0; number < pins; number++)
    value(
      await store.pins.add(
        server,
        pinOf(`Hvad koster nr. ${String(number)} “æøå” 🙂?`),
        deed,
        rules(pins + 1),
      ),
    );
  value(await store.settings.write(server, 'curator-role', '1'));
  const vote = {
    answer: '1:0',
    person: '100000000000000101',
    value: 'up',
    target: 'aaaaaaaaaaaa',
    at,
  } as const;
  value(await store.feedback.vote(server, vote));
  value(await store.feedback.notePicks(server, [{ question: 'a', target: 't', count: 2, at }]));
  const gap = { text: 'Hvad med\nlinjer?', kind: 'unknown', target: '', at, once: null } as const;
  const outcome = { day: '2026-01-01', kind: 'found', target: 't', count: 3 } as const;
  value(await store.questions.note(server, [gap], [outcome]));
  value(await store.identify.change('1', () => '{}'));
  await store.close();
}

describe('a copy of the store', () => {
  it('goes to an empty one only, and holds the same', async () => {
    await filled(file('a.db'), 20);
    const copied = await copyStore(file('a.db'), file('b.db'));
    expect(copied.ok && copied.value.get('pins')).toBe(20);
    expect(copied.ok && Math.min(...copied.value.values())).toBe(0);
    expect(await copyStore(file('a.db'), file('b.db'))).toMatchObject({
      ok: false,
      problem: { kind: 'not-empty' },
    });
    const store = await openStore(file('b.db'));
    expect(value(await store.pins.list(server, ['live']))).toHaveLength(20);
    // The key that people are hashed with goes along: who voted votes once.
    value(
      await store.feedback.vote(server, {
        answer: '1:0',
        person: '100000000000000101',
        value: 'down',
        target: 'aaaaaaaaaaaa',
        at,
      }),
    );
    expect(value(await store.feedback.votes(server, at))).toEqual({ up: 0, down: 1 });
    await store.close();
  });

  describe.skipIf(bin === null)('to PostgreSQL and back', () => {
    let postgres: PostgresServer;
    beforeAll(async () => {
      postgres = await startPostgres(bin ?? '');
    });
    afterAll(async () => {
      await postgres.stop();
    });
    it('is the same in every row', async () => {
      await filled(file('c.db'), 200);
      const between: StorePlace = { engine: 'postgres', url: await newDatabase(postgres) };
      const there = await copyStore(file('c.db'), between);
      const back = await copyStore(between, file('d.db'));
      expect(there).toMatchObject({ ok: true });
      expect(back).toEqual(there);
    });
  });
});
