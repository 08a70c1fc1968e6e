import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore, type StorePlace } from '../../src/store/open.ts';
import type { StoredPin } from '../../src/store/store.ts';
import { value } from '../store/contract-value.ts';
import { server } from '../store/pin.ts';
import { findPostgres, newDatabase, startPostgres } from '../store/postgres-server.ts';

const worker = join(dirname(fileURLToPath(import.meta.url)), 'pin-worker.ts');
/** After its first confirmed deed the worker lives for a random time up to this. Milliseconds. */
const longestLife = 150;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** @returns whether nothing confirmed was lost and the databases are sound */
export async function kill(rounds: number, only: string | null): Promise<boolean> {
  let isSound = true;
  if (only !== 'postgres') {
    const folder = mkdtempSync(join(tmpdir(), 'svar-kill-'));
    isSound = await trial('SQLite', { engine: 'sqlite', path: join(folder, 'svar.db') }, rounds);
    rmSync(folder, { recursive: true, force: true });
  }
  if (only === 'sqlite') return isSound;
  const bin = findPostgres();
  if (bin === null) {
    say('PostgreSQL: not installed here, not tried');
    return isSound && process.env['SVAR_REQUIRE_POSTGRES'] !== '1';
  }
  const postgres = await startPostgres(bin);
  const place = { engine: 'postgres', url: await newDatabase(postgres) } as const;
  isSound = (await trial('PostgreSQL', place, rounds)) && isSound;
  await postgres.stop();
  return isSound;
}

async function trial(name: string, place: StorePlace, rounds: number): Promise<boolean> {
  const confirmed = new Map<string, string>();
  for (let round = 0; round < rounds; round++) await oneLife(place, round, confirmed);
  const store = await openStore(place);
  const pins = new Map(value(await store.pins.list(server, ['live', 'deleted'])).map((pin) => [pin.id, pin]));
  const faults = value(await store.integrity());
  await store.close();
  const lost = Array.from(confirmed).filter(([id, state]) => !holds(pins.get(id), state));
  say(
    `${name}: killed ${String(rounds)} times, ${String(confirmed.size)} pins confirmed, ${String(lost.length)} lost, ${faults.length === 0 ? 'sound' : faults.join('; ')}`,
  );
  return lost.length === 0 && faults.length === 0;
}

/** The deed after the last confirmed one may have been stored before it could be told. */
function holds(pin: StoredPin | undefined, state: string): boolean {
  if (pin === undefined) return false;
  if (state === 'edited') return pin.question.endsWith(' b');
  if (state === 'restored') return pin.status === 'live';
  // After 'deleted' the pin was being brought back; 'removed' is for good.
  if (state === 'removed') return pin.status === 'deleted';
  return true;
}

async function oneLife(place: StorePlace, round: number, confirmed: Map<string, string>): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', worker, JSON.stringify(place), String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    told += chunk;
  });
  await once(child.stdout, 'data');
  await pause(Math.random() * longestLife);
  child.kill('SIGKILL');
  await ended;
  // The last line may have been cut off by the kill.
  for (const line of told.split('\n').slice(0, -1)) {
    const [id = '', state = ''] = line.split(' ');
    confirmed.set(id, state);
  }
}
