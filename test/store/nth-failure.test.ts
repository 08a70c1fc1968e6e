import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as Sqlite from '@photostructure/sqlite';
import type { Store } from '../../src/store/store.ts';
import { value } from './contract-value.ts';
import { pinOf, rules, server } from './pin.ts';

const deed = { by: null, at: new Date(0) };
/** SQLite's result codes for a full disk, one that fails, and one that cannot be written. */
const codes = [13, 10, 8];
/** Statements that are made to fail, one after the other. */
const positions = Array.from({ length: 200 }, (_, place) => place + 1);

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svar-nth-'));
  store = await openFailing(join(folder, 'svar.db'));
});
afterEach(async () => {
  failing.after = 0;
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Which statement from now on fails, and with what; 0: none. */
const failing = { after: 0, code: 13 };
/** The store on a driver that fails; other test files of the same worker have loaded it with the one that does not. */
async function openFailing(path: string): Promise<Store> {
  vi.resetModules();
  vi.doMock('@photostructure/sqlite', async (original) => {
    const real = await original<typeof Sqlite>();
    class FailingDatabase extends real.DatabaseSync {
      override prepare(text: string): Sqlite.StatementSyncInstance {
        failing.after -= 1;
        if (failing.after === 0) throw Object.assign(new Error('the disk fails'), { errcode: failing.code });
        return super.prepare(text);
      }
    }
    return { ...real, DatabaseSync: FailingDatabase };
  });
  const { openStore } = await import('../../src/store/open.ts');
  return openStore({ engine: 'sqlite', path });
}
afterAll(() => {
  vi.doUnmock('@photostructure/sqlite');
  vi.resetModules();
});

it('survives the failure of any statement: refused in a sentence, nothing lost, and healed at once', async () => {
  const kept = new Map<string, string>();
  let refused = 0;
  for (const nth of positions) {
    failing.after = ((nth - 1) % 40) + 1;
    failing.code = codes[nth % codes.length] ?? 13;
    for (let each = 0; each < 2; each++) {
      const question = `nummer ${String(nth)} ${String(each)}`;
      const added = await store.pins.add(server, pinOf(question), deed, rules(1_000_000));
      if (added.ok) kept.set(added.value.id, question);
      else refused += 1;
    }
    await store.questions.note(
      server,
      [{ text: 'x', kind: 'unknown', target: '', at: new Date(nth), once: null }],
      [{ day: '2026-11-27', kind: 'unknown', target: '', count: 1 }],
    );
    failing.after = 0;
    const healed = await store.pins.add(server, pinOf(`efter ${String(nth)}`), deed, rules(1_000_000));
    kept.set(value(healed).id, `efter ${String(nth)}`);
  }
  const stored = new Map(
    value(await store.pins.list(server, ['live'])).map(({ id, question }) => [id, question]),
  );
  expect(stored).toEqual(kept);
  expect(refused).toBeGreaterThan(20);
  expect(value(await store.integrity())).toEqual([]);
});
