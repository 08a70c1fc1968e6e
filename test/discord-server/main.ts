import { createInterface } from 'node:readline';
import { startServer, type LoopbackServer } from './server.ts';
import type { World } from './world.ts';

/** What the process is asked, one JSON object a line: to open a world, or to close the one with this REST base. */
export type Asked = { readonly open: World } | { readonly close: string };

/**
 * The loopback Discord in a process of its own. It holds any number of worlds, for starting a process takes longer than
 * most tests. Each line in gets one JSON line out, in order: the REST base that was opened or closed.
 */
const worlds = new Map<string, LoopbackServer>();

async function done(asked: Asked): Promise<string> {
  if ('close' in asked) {
    await worlds.get(asked.close)?.close();
    worlds.delete(asked.close);
    return asked.close;
  }
  const server = await startServer(asked.open);
  worlds.set(server.api, server);
  return server.api;
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked: Asked = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ api: await done(asked) })}\n`);
}
// Whoever started it has gone.
process.exit();
