import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoopbackDiscord } from '../discord-server/discord.ts';
import type { Use } from './use-probe.ts';

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../../src/main.ts');
const probe = join(here, 'use-probe.ts');

/** Svar as it is started for real, in a process of its own. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** What it has in use, after everything unused was let go of. */
  use(): Promise<Use>;
  /** Stops it as a supervisor does; gives the exit status. */
  stop(): Promise<number | null>;
}

/** Starting takes some seconds, and more on a busy machine: so often it may take ten. */
const starts = 6;

async function registered(discord: LoopbackDiscord, attempts: number): Promise<void> {
  try {
    await discord.until(({ commands }) => commands.length > 0);
  } catch (error) {
    if (attempts === 1) throw error;
    await registered(discord, attempts - 1);
  }
}

/** Starts it and waits until its commands are registered. */
export async function startBotProcess(
  discord: LoopbackDiscord,
  settings: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<BotProcess> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', ...flags, '--import', 'tsx', '--import', probe, main],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.api,
        LOG_LEVEL: 'error',
        ...settings,
      },
    },
  );
  const ended = once(child, 'exit');
  await registered(discord, starts);
  return {
    child,
    async use() {
      child.send('use');
      const [use]: Use[] = await once(child, 'message');
      if (use === undefined) throw new Error('the bot says nothing of itself');
      return use;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}
