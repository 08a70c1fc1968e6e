import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { serveGateway } from './gateway.ts';
import type { World } from './world.ts';

export interface LoopbackServer {
  /** The REST base for the client's `rest.api`. */
  readonly api: string;
  close(): Promise<void>;
}

/** Starts a loopback Discord on a free port: login over REST v10 and gateway v10. */
export async function startServer(world: Omit<World, 'gatewayUrl'>): Promise<LoopbackServer> {
  let gatewayUrl = '';
  const http = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bot ${world.token}`) {
      return answer(401, { message: '401: Unauthorized', code: 0 });
    }
    if (request.url === '/api/v10/users/@me') return answer(200, world.bot);
    if (request.url !== '/api/v10/gateway/bot') return answer(404, { message: '404: Not Found', code: 0 });
    const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    return answer(200, { url: gatewayUrl, shards: 1, session_start_limit: limit });
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => serveGateway(socket, { ...world, gatewayUrl }));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  gatewayUrl = `ws://127.0.0.1:${String(port)}`;
  const close = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  return { api: `http://127.0.0.1:${String(port)}/api`, close };
}
