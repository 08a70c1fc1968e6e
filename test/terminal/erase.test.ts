import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { runErase } from '../../src/terminal/erase.ts';
import { value } from '../store/contract-value.ts';
import { pinOf, rules, server } from '../store/pin.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const person = '100000000000000077';
const other = '100000000000000078';

it('removes a person from everything that is stored, and nobody else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'svar-erase-'));
  const path = join(folder, 'svar.db');
  const store = await openStore({ engine: 'sqlite', path });
  const at = new Date(0);
  value(await store.pins.add(server, pinOf('a'), { by: person, at }, rules()));
  value(await store.pins.add(server, pinOf('b'), { by: other, at }, rules()));
  await store.close();

  const config = readConfig({ DATABASE_URL: `sqlite:${path}` }, packageRoot);
  const app = await openApp(config, { watches: false, keepsPins: true });
  const written: string[] = [];
  const output = {
    write: (text: string) => Promise.resolve(written.push(text) > 0),
    flush: () => Promise.resolve(),
  };
  const context = { strings: stringsFor('en'), output, app };
  expect(await runErase(person, context)).toBe(0);
  expect(await runErase(person, context)).toBe(0);
  await app.close();
  expect(written).toEqual([
    'Removed from 1 fixed answer, and 0 votes.\n',
    'Removed from 0 fixed answers, and 0 votes.\n',
  ]);

  const again = await openStore({ engine: 'sqlite', path });
  const kept = value(await again.pins.list(server, ['live']));
  expect(new Map(kept.map(({ question, createdBy }) => [question, createdBy]))).toEqual(
    new Map([
      ['a', null],
      ['b', other],
    ]),
  );
  await again.close();
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(bytes.join('')).not.toContain(person);
  expect(bytes.join('')).toContain(other);
  rmSync(folder, { recursive: true });
});
