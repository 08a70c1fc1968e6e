import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Clock } from '../../src/ops/clock.ts';
import { runDiscord } from '../../src/discord/start.ts';
import type { LoopbackDiscord, Seen } from '../discord-server/discord.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The real bot, logged in to a loopback Discord. */
export interface RunningBot {
  /** What it printed at start, a sentence a line. */
  readonly printed: readonly string[];
  readonly app: App;
  /** The exit status, once it ends by itself or is stopped. */
  readonly ended: Promise<number>;
  /** Stops it as SIGTERM does; gives the exit status. */
  stop(): Promise<number>;
}

/** How often a bot has asked which commands are registered: the last thing it does when it starts. */
const lookups = ({ requests }: Seen): number =>
  requests.filter(({ method, path }) => method === 'GET' && path.includes('/commands')).length;

/** Between any two things that people do, hours pass: no test runs into a cool-down that is not about one. */
function patientClock(): Pick<Clock, 'now'> {
  let hours = 0;
  return { now: () => ++hours * 60 * 60 * 1000 };
}

/** Starts the bot over the sample article (or `contentDir`) and waits until it has registered its commands. */
export async function startBot(
  discord: LoopbackDiscord,
  settings: Readonly<Record<string, string>> = {},
  {
    watches = false,
    clock = patientClock(),
  }: { readonly watches?: boolean; readonly clock?: Pick<Clock, 'now'> } = {},
): Promise<RunningBot> {
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, LOG_LEVEL: 'error', ...settings };
  const before = lookups(await discord.seen());
  const app = await openApp(readConfig(env, packageRoot), {
    watches,
    keepsPins: 'DATABASE_URL' in settings,
    clock,
  });
  const controller = new AbortController();
  const printed: string[] = [];
  const running = runDiscord(app, {
    locale: 'en',
    print: (line) => printed.push(line),
    signal: controller.signal,
  });
  await discord.until((seen) => lookups(seen) > before && seen.commands.length > 0);
  return {
    printed,
    app,
    ended: running,
    async stop() {
      controller.abort();
      const status = await running;
      await app.close();
      return status;
    },
  };
}
