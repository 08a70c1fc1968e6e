import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../discord-server/server.ts';
import { sampleWorld } from '../discord-server/world.ts';
import { memoryOf, startProcess } from './service.ts';
import { verdict } from './say.ts';

/** Milliseconds in which a started bot comes to rest. */
const rest = 15_000;
/** Megabytes that so many ordinary servers may take. */
const allowed = { on: 290, off: 15 } as const;

/** What many ordinary servers cost in memory, with mentions and without. @returns whether it is as little as wanted */
export async function servers(count: number): Promise<boolean> {
  let isFine = true;
  for (const mentions of ['on', 'off'] as const) {
    const [few, many] = [await memoryWith(0, mentions), await memoryWith(count, mentions)];
    const more = many - few;
    const most = (allowed[mentions] * count) / 2500;
    isFine =
      verdict(
        `${String(count)} servers, MENTIONS=${mentions}`,
        `${few.toFixed(0)} MB with none, ${many.toFixed(0)} MB with all: +${more.toFixed(0)} MB`,
        `at most +${most.toFixed(0)} MB`,
        more <= most,
      ) && isFine;
  }
  return isFine;
}

async function memoryWith(crowd: number, mentions: 'on' | 'off'): Promise<number> {
  const server = await startServer({
    ...sampleWorld(),
    guilds: [],
    crowd,
    gateway: { shards: 1, maxConcurrency: 1, window: 0 },
  });
  const folder = mkdtempSync(join(tmpdir(), 'svar-servers-'));
  const bot = startProcess(server, {
    MENTIONS: mentions,
    DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`,
  });
  await bot.says(/is connected and in/u);
  await pause(rest);
  const memory = memoryOf(bot.child);
  await bot.stop();
  await server.close();
  rmSync(folder, { recursive: true });
  return memory;
}
