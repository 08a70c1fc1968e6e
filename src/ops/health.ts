import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';
import type { ShardState } from './watchdog.ts';

/** What is looked at to tell whether Svar can answer. */
export interface HealthSources {
  readonly metrics: Metrics;
  readonly store: Pick<Store, 'ping'> | null;
  /** Shards of this process by what they do; empty before Discord is reached. */
  readonly shards: () => ReadonlyMap<number, ShardState>;
  readonly now: () => number;
}

/** Whether Svar can answer, and why not. Holds nothing about anybody. */
export interface Readiness {
  readonly ready: boolean;
  readonly shards: readonly { readonly id: number; readonly state: ShardState }[];
  readonly snapshot: { readonly articles: number; readonly passages: number; readonly ageSeconds: number };
  /** `ok`, `none` where nothing is stored, or what is wrong with it. Svar answers on without it, so it alone is no reason. */
  readonly store: string;
}

/** A store that says nothing for so long is called slow. Milliseconds. */
const storePatience = 1000;

/** Looks at everything now. */
export async function readiness({ metrics, store, shards, now }: HealthSources): Promise<Readiness> {
  const states = Array.from(shards(), ([id, state]) => ({ id, state }));
  const { articles, passages, since } = metrics.snapshot;
  return {
    ready: states.length > 0 && states.every(({ state }) => state === 'ready') && passages > 0,
    shards: states,
    snapshot: { articles, passages, ageSeconds: Math.round(Math.max(0, now() - since) / 1000) },
    store: store === null ? 'none' : await stateOf(store),
  };
}

async function stateOf(store: Pick<Store, 'ping'>): Promise<string> {
  const asked = store.ping().then(
    (found) => (found.ok ? 'ok' : found.problem.kind),
    () => 'broken',
  );
  return Promise.race([asked, pause(storePatience, 'slow', { ref: false })]);
}

/** The port of HTTP_PORT cannot be listened at. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers `/health/live`, `/health/ready` and `/metrics` to this machine alone; port 0 takes a free one.
 * @throws {PortError} where the port is taken or not allowed
 */
export async function serveHealth(port: number, sources: HealthSources): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void send(request, response, sources);
  });
  server.requestTimeout = 5000;
  await listening(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((listens, fails) => {
    server.once('error', (error) => {
      fails(new PortError('code' in error ? String(error.code) : error.name));
    });
    server.listen(port, '127.0.0.1', listens);
  });

async function send(
  { method = '', url = '' }: IncomingMessage,
  response: ServerResponse,
  sources: HealthSources,
): Promise<void> {
  const { status, type, body } = await reply(method, url, sources);
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = (status: number, value: unknown): Reply => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(value)}\n`,
});

async function reply(method: string, url: string, sources: HealthSources): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'only GET' });
  switch (url.split('?', 1)[0]) {
    case '/health/live':
      return json(200, { live: true });
    case '/health/ready': {
      const found = await readiness(sources);
      return json(found.ready ? 200 : 503, found);
    }
    case '/metrics':
      return { status: 200, type: 'text/plain; version=0.0.4', body: await sources.metrics.render() };
    default:
      return json(404, { error: 'not found' });
  }
}
