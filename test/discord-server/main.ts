import { startServer } from './server.ts';
import type { World } from './world.ts';

/** The loopback Discord in a process of its own: the world as JSON in the first argument, its REST base as one JSON line out. */
const world: World = JSON.parse(process.argv[2] ?? '{}');
const server = await startServer(world);
process.stdout.write(`${JSON.stringify({ api: server.api })}\n`);
// Whoever started it has gone.
process.stdin.on('end', () => process.exit()).resume();
