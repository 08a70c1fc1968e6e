import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type StorePlace } from '../../src/store/open.ts';
import { StoreError } from '../../src/store/problem.ts';
import { storeContract } from './contract.ts';
import { value } from './contract-value.ts';
import { leaseContract } from './lease-contract.ts';
import { mounts } from './mounts.ts';
import { pinOf, rules, server } from './pin.ts';

let folder: string;
let number = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'svar-sqlite-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const newPath = (): string => join(folder, String(number++), 'svar.db');
const deed = { by: null, at: new Date(0) };

storeContract('a SQLite file', () =>
  Promise.resolve({ engine: 'sqlite', path: newPath() } satisfies StorePlace),
);

leaseContract('a SQLite file', () =>
  Promise.resolve({ engine: 'sqlite', path: newPath() } satisfies StorePlace),
);

describe('a SQLite file', () => {
  it('may be read by its owner only', async () => {
    const path = newPath();
    await (await openStore({ engine: 'sqlite', path })).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that is deleted while open refuses the write, and takes the next one into a new file', async () => {
    const path = newPath();
    const store = await openStore({ engine: 'sqlite', path });
    value(await store.pins.add(server, pinOf('før'), deed, rules()));
    rmSync(path);
    expect(await store.pins.add(server, pinOf('imens'), deed, rules())).toMatchObject({
      ok: false,
      problem: { kind: 'gone' },
    });
    value(await store.pins.add(server, pinOf('efter'), deed, rules()));
    await store.close();
    const again = await openStore({ engine: 'sqlite', path });
    expect(value(await again.pins.list(server, ['live'])).map(({ question }) => question)).toEqual(['efter']);
    await again.close();
  });

  it('that is no database is left as it is', async () => {
    const path = newPath();
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(
      path,
      'these are my notes, not a database, and they are long enough to be read as a header of one',
    );
    await expect(openStore({ engine: 'sqlite', path })).rejects.toThrow(StoreError);
    expect(readFileSync(path, 'utf8')).toContain('my notes');
  });

  const canMount = mounts();
  it.skipIf(!canMount)('on a full disk refuses the write and keeps what it has', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk]);
    try {
      const store = await openStore({ engine: 'sqlite', path: join(disk, 'svar.db') });
      const confirmed: string[] = [];
      let refused = 'none';
      for (let index = 0; index < 500 && refused === 'none'; index++) {
        const question = `pin ${String(index)}`;
        const added = await store.pins.add(server, pinOf(question, 'x'.repeat(3000)), deed, rules(1000));
        if (added.ok) confirmed.push(question);
        else refused = added.problem.kind;
      }
      expect(refused).toBe('full');
      const stored = value(await store.pins.list(server, ['live'])).map(({ question }) => question);
      expect(stored.toSorted()).toEqual(confirmed.toSorted());
      expect(confirmed.length).toBeGreaterThan(0);
      await store.close();
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});
