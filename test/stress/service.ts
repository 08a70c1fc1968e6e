import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoopbackServer } from '../discord-server/server.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Svar in a process of its own, as a service runs it. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** What it has said on standard error so far. */
  said(): string;
  /** Resolves once it has said something that fits; fails where it ends before. */
  says(pattern: RegExp): Promise<void>;
  /** SIGTERM; gives the exit status. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Starts it against a loopback Discord. */
export function startProcess(server: LoopbackServer, settings: Readonly<Record<string, string>>): BotProcess {
  const env = {
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_GB.UTF-8',
    DISCORD_TOKEN: server.state.world.token,
    DISCORD_API_URL: server.api,
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  const ended = once(child, 'close');
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (process.env['SVAR_STRESS_LOUD'] === '1') process.stderr.write(chunk);
  });
  return {
    child,
    said: () => text,
    says: (pattern) =>
      new Promise((fits, fails) => {
        const look = (): void => {
          if (pattern.test(text)) fits();
        };
        child.stderr.on('data', look);
        child.once('close', () => {
          fails(new Error(`ended before it said ${String(pattern)}:\n${text}`));
        });
        look();
      }),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Resident memory of a process as Linux counts it, in megabytes (10^6 bytes). */
export function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1]) * 1024) / 1e6;
}
