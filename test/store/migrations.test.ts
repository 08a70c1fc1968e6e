import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { value } from './contract-value.ts';
import { pinOf, rules, server } from './pin.ts';

let path: string;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'svar-migrations-'));
  path = join(folder, 'svar.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const deed = { by: null, at: new Date(0) };
const answer = JSON.stringify({ kind: 'own', markdown: '200 kr.' });

/** A database as the second version of the tables left it. */
function oldDatabase(): void {
  const database = new DatabaseSync(path);
  database.exec(`
    create table schema_version (version integer not null);
    insert into schema_version values (2);
    create table servers (id text primary key, pin_revision bigint not null);
    create table pins (
      id text primary key, server text not null, status text not null, question text not null, key text not null,
      phrasings text not null, answer text not null, channel_pin text, previous text, created_by text,
      created_at bigint not null, updated_by text, updated_at bigint not null, uses bigint not null default 0,
      last_used_at bigint);
    create unique index pins_one_live_per_question on pins (server, key) where status = 'live';
    create index pins_by_server on pins (server, created_at);
    create table settings (server text not null, name text not null, value text not null,
      constraint settings_pkey primary key (server, name));
    insert into servers values ('${server}', 7);
  `);
  const insert = database.prepare(
    `insert into pins (id, server, status, question, key, phrasings, answer, previous, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  insert.run('00000000000a', server, 'live', 'Pris?', 'pris?', '["Kontingent?"]', answer, null, 1, 1);
  insert.run('00000000000b', server, 'live', 'Gebyr?', 'gebyr?', '["Kontingent?"]', answer, null, 2, 2);
  insert.run('00000000000c', server, 'deleted', 'Tid?', 'tid?', '[]', answer, null, 3, 3);
  const before = JSON.stringify({ question: 'Sted', key: 'sted', phrasings: [], answer: JSON.parse(answer) });
  insert.run('00000000000d', server, 'live', 'Sted?', 'sted?', '[]', answer, before, 4, 4);
  database.close();
}

it('keeps old pins with their questions, and the older one of two that list the same phrasing', async () => {
  oldDatabase();
  const store = await openStore({ engine: 'sqlite', path });
  const live = value(await store.pins.list(server, ['live']));
  expect(live.map(({ question, phrasings }) => [question, phrasings])).toEqual([
    ['Sted?', []],
    ['Gebyr?', ['Kontingent?']],
    ['Pris?', ['Kontingent?']],
  ]);
  expect(await store.pins.add(server, pinOf('kontingent?'), deed, rules())).toMatchObject({
    problem: { kind: 'duplicate', asked: 'kontingent?', pin: { question: 'Pris?' } },
  });
  expect(await store.pins.add(server, pinOf('gebyr?'), deed, rules())).toMatchObject({
    problem: { kind: 'duplicate', pin: { question: 'Gebyr?' } },
  });
  await store.close();
});

it('still takes back what was done before: an edit, and a removal', async () => {
  oldDatabase();
  const store = await openStore({ engine: 'sqlite', path });
  expect(value(await store.pins.undo(server, '00000000000d', 2, deed, rules()))).toMatchObject({
    question: 'Sted',
    status: 'live',
  });
  expect(value(await store.pins.undo(server, '00000000000c', 2, deed, rules()))).toMatchObject({
    question: 'Tid?',
    status: 'live',
  });
  expect(await store.pins.undo(server, '00000000000a', 2, deed, rules())).toMatchObject({
    problem: { kind: 'missing' },
  });
  await store.close();
});
