import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ActionName } from './events.ts';
import type { Asked } from './main.ts';
import type { Json, Recorded, StoredInteraction, StoredMessage } from './state.ts';
import { sampleWorld, type World } from './world.ts';

/** Everything the loopback Discord holds. */
export interface Seen {
  readonly requests: readonly Recorded[];
  readonly messages: readonly StoredMessage[];
  readonly interactions: readonly StoredInteraction[];
  readonly reactions: readonly { readonly message: string; readonly emoji: string }[];
  readonly pins: readonly string[];
  readonly commands: readonly Json[];
  readonly commandWrites: number;
  /** How often a client has identified itself. */
  readonly sessions: number;
}

/** A loopback Discord in its own process, as a test drives it. */
export interface LoopbackDiscord {
  /** For DISCORD_API_URL. */
  readonly api: string;
  readonly token: string;
  /** Somebody does something (`events.ts`); gives the id of the message or interaction. */
  act(name: ActionName, given: Json): Promise<string>;
  seen(): Promise<Seen>;
  /** Waits until `find` gives something, and returns that; fails after twenty-five seconds. */
  until<Found>(find: (seen: Seen) => Found | null | undefined | false): Promise<Found>;
  /** What was answered to an interaction: its messages (original first), or choices, or a modal. */
  response(
    interaction: string,
  ): Promise<{ readonly messages: readonly StoredMessage[]; readonly result: Json | null }>;
  /** The bot's reply to a message. */
  replyTo(message: string): Promise<StoredMessage>;
  /** Every request that was refused, worded. */
  refusals(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const main = join(dirname(fileURLToPath(import.meta.url)), 'main.ts');
const patience = 25_000;

type Host = (asked: Asked) => Promise<string>;
let host: Host | null = null;

/** The process that holds the worlds: one for all tests of this process, ending with it. */
function startHost(): Host {
  const child = spawn(process.execPath, ['--import', 'tsx', main], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((api: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { api }: { api: string } = JSON.parse(line);
    waiting.shift()?.(api);
  });
  child.once('exit', () => (host = null));
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) if (pipe instanceof Socket) pipe.unref();
  return (asked) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(asked)}\n`);
    });
}

/** A loopback Discord that nobody has written in yet. */
export async function startDiscord(world: World = sampleWorld()): Promise<LoopbackDiscord> {
  const ask = (host ??= startHost());
  const api = await ask({ open: world });
  const base = api.replace(/\/api$/u, '/control/');

  const call = async (name: string, given: Json): Promise<unknown> => {
    const response = await fetch(base + name, { method: 'POST', body: JSON.stringify(given) });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(body));
    return body;
  };
  const seen = async (): Promise<Seen> => (await call('state', {})) as Seen;

  async function until<Found>(find: (state: Seen) => Found | null | undefined | false): Promise<Found> {
    const end = Date.now() + patience;
    for (;;) {
      const state = await seen();
      const found = find(state);
      if (found !== null && found !== undefined && found !== false) return found;
      if (Date.now() > end)
        throw new Error(`waited in vain; requests: ${JSON.stringify(state.requests.slice(-5))}`);
      await pause(20);
    }
  }

  return {
    api,
    token: world.token,
    act: async (name, given) => ((await call(name, given)) as { id: string }).id,
    seen,
    until,
    response: (interaction) =>
      until((state) => {
        const found = state.interactions.find(({ id }) => id === interaction);
        if (found?.acknowledged !== true) return null;
        const messages = found.messages.flatMap((id) =>
          state.messages.filter((message) => message.id === id),
        );
        const isPending = messages.some(({ flags }) => (Number(flags ?? 0) & 128) !== 0);
        return isPending ? null : { messages, result: found.result };
      }),
    replyTo: (message) =>
      until(({ messages }) =>
        messages.find(
          ({ message_reference: reference }) =>
            (reference as { message_id?: string } | undefined)?.message_id === message,
        ),
      ),
    refusals: async () =>
      (await seen()).requests
        .filter(({ refusal }) => refusal !== null)
        .map(({ method, path, status, refusal }) => `${method} ${path}: ${String(status)} ${refusal ?? ''}`),
    async close() {
      await ask({ close: api });
    },
  };
}
