import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { StoreError } from '../../src/store/problem.ts';
import { storeContract } from './contract.ts';
import { leaseContract } from './lease-contract.ts';
import { findPostgres, newDatabase, startPostgres, type PostgresServer } from './postgres-server.ts';

const bin = findPostgres();
const isRequired = process.env['SVAR_REQUIRE_POSTGRES'] === '1';

describe.skipIf(bin === null && !isRequired)('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    if (bin === null) throw new Error('no PostgreSQL is installed, and SVAR_REQUIRE_POSTGRES asks for one');
    server = await startPostgres(bin);
  });
  afterAll(async () => {
    await server.stop();
  });

  storeContract('a PostgreSQL server', async () => ({ engine: 'postgres', url: await newDatabase(server) }));

  leaseContract('a PostgreSQL server', async () => ({ engine: 'postgres', url: await newDatabase(server) }));

  it('that is not there is told as such', async () => {
    await expect(openStore({ engine: 'postgres', url: 'postgres://svar@127.0.0.1:9/none' })).rejects.toThrow(
      StoreError,
    );
  });
});
