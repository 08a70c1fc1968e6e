import { z } from 'zod';
import { startServer } from './server.ts';

/** The loopback Discord in a process of its own: the world as JSON in the first argument, its REST base as one JSON line out. */
const shape = z.object({
  token: z.string(),
  enabledIntents: z.number(),
  bot: z.object({ id: z.string(), username: z.string(), discriminator: z.string(), bot: z.literal(true) }),
  guilds: z.array(z.looseObject({ id: z.string() })),
});
const server = await startServer(shape.parse(JSON.parse(process.argv[2] ?? '{}')));
process.stdout.write(`${JSON.stringify({ api: server.api })}\n`);
