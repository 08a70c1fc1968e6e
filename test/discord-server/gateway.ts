import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { World } from './world.ts';

/** Intents that Discord grants only where the application has them enabled: members, presences, message content. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
const guilds = 1 << 0;

const frameShape = z.object({ op: z.number(), d: z.unknown() });
const identifyShape = z.object({ token: z.string(), intents: z.number() });
type Identify = z.infer<typeof identifyShape>;

/** Speaks gateway v10 on one socket: HELLO, heartbeats, IDENTIFY with Discord's close codes, READY, GUILD_CREATE. */
export function serveGateway(socket: WebSocket, world: World): void {
  let sequence = 0;
  const send = (op: number, d: unknown): void => socket.send(JSON.stringify({ op, d, s: null, t: null }));
  const dispatch = (t: string, d: unknown): void =>
    socket.send(JSON.stringify({ op: 0, t, d, s: ++sequence }));
  socket.on('message', (data: Buffer) => {
    const frame = frameShape.parse(JSON.parse(data.toString('utf8')));
    if (frame.op === 1) send(11, null);
    if (frame.op === 2) identify(socket, world, identifyShape.parse(frame.d), dispatch);
  });
  send(10, { heartbeat_interval: 41_250 });
}

function identify(
  socket: WebSocket,
  world: World,
  asked: Identify,
  dispatch: (t: string, d: unknown) => void,
): void {
  if (asked.token !== world.token) return socket.close(4004, 'Authentication failed.');
  if (asked.intents & privileged & ~world.enabledIntents) return socket.close(4014, 'Disallowed intent(s).');
  dispatch('READY', {
    v: 10,
    user: world.bot,
    application: { id: world.bot.id, flags: 0 },
    session_id: 'session',
    resume_gateway_url: world.gatewayUrl,
    guilds: world.guilds.map(({ id }) => ({ id, unavailable: true })),
  });
  if (asked.intents & guilds) for (const guild of world.guilds) dispatch('GUILD_CREATE', guild);
}
