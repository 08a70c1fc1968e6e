import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { actions, type ActionName } from './events.ts';
import { Gateway } from './gateway.ts';
import { Refused } from './refuse.ts';
import { answerRest } from './rest.ts';
import { State } from './state.ts';
import type { World } from './world.ts';

export interface LoopbackServer {
  /** The REST base for the client's `rest.api`. */
  readonly api: string;
  /** For who runs it in the same process. */
  readonly state: State;
  readonly gateway: Gateway;
  close(): Promise<void>;
}

const prefix = '/api/v10/';

/** Starts a loopback Discord on a free port: REST v10 and gateway v10, and `/control/…` for tests. */
export async function startServer(world: World): Promise<LoopbackServer> {
  const state = new State(world);
  state.setMaxListeners(0);
  const gateway = new Gateway(state);
  const http = createServer((request, response) => {
    void serve(request, response, state, gateway);
  });
  // A busy machine must not lose a connection between two requests of a test.
  http.keepAliveTimeout = 60_000;
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    gateway.serve(socket);
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  gateway.url = `ws://127.0.0.1:${String(address.port)}`;
  const close = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate();
    http.closeAllConnections();
    await new Promise((resolve) => {
      http.close(resolve);
    });
  };
  return { api: `http://127.0.0.1:${String(address.port)}/api`, state, gateway, close };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    const payload = form.get('payload_json');
    return typeof payload === 'string' ? JSON.parse(payload) : {};
  }
  return bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  gateway: Gateway,
): Promise<void> {
  const send = (status: number, body: unknown): void => {
    response
      .writeHead(status, status === 204 ? {} : { 'content-type': 'application/json' })
      .end(status === 204 ? undefined : JSON.stringify(body));
  };
  const url = request.url ?? '';
  const body = await bodyOf(request);
  if (url.startsWith('/control/')) {
    control(url.slice('/control/'.length), body, state, gateway, send);
    return;
  }
  const method = request.method ?? 'GET';
  const path = url.startsWith(prefix) ? url.slice(prefix.length) : url;
  const fault = path.startsWith('gateway') ? undefined : state.faults.shift();
  if (fault === 0) {
    request.socket.destroy();
    return;
  }
  const record = (status: number, refusal: string | null): void => {
    if (state.crowd === null) state.requests.push({ method, path, body, status, refusal });
    state.emit('request');
  };
  const sudden = state.crowd?.fault() ?? null;
  const status = fault ?? sudden?.status;
  if (status !== undefined) {
    record(status, null);
    if (sudden?.isDone === true) quietly(() => answerRest(state, method, path, body));
    send(
      status,
      status === 429
        ? { message: 'You are being rate limited.', retry_after: 0.05, global: false }
        : { message: 'fault', code: 0 },
    );
    return;
  }
  const needsToken = !path.startsWith('interactions/') && !path.startsWith('webhooks/');
  if (needsToken && request.headers.authorization !== `Bot ${state.world.token}`) {
    send(401, { message: '401: Unauthorized', code: 0 });
    return;
  }
  if (path === 'gateway/bot') {
    const { shards, maxConcurrency } = gateway.limits;
    const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: maxConcurrency };
    send(200, { url: gateway.url, shards, session_start_limit: limit });
    return;
  }
  try {
    const answered = answerRest(state, method, path, body);
    record(answered.status, null);
    send(answered.status, answered.body);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    record(error.status, error.message);
    send(error.status, { message: error.message, code: error.code });
  }
}

/** Does what was asked although a fault is answered. */
function quietly(deed: () => unknown): void {
  try {
    deed();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

/** `/control/state` tells everything there is; `/control/<action>` makes somebody do something. */
function control(
  name: string,
  body: unknown,
  state: State,
  gateway: Gateway,
  send: (status: number, body: unknown) => void,
): void {
  if (name === 'state') {
    send(200, {
      requests: state.requests,
      messages: Array.from(state.messages.values()),
      interactions: Array.from(state.interactions.values()),
      reactions: state.reactions,
      pins: Array.from(state.pins),
      commands: state.commands,
      commandWrites: state.commandWrites,
      sessions: state.sessions,
    });
    return;
  }
  if (!isAction(name)) {
    send(404, { error: `no action called ${name}` });
    return;
  }
  try {
    send(200, { id: actions[name](body, state, gateway) });
  } catch (error) {
    send(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name);
