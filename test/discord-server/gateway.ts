import type { WebSocket } from 'ws';
import { z } from 'zod';
import { messageContent, shownTo } from './shown.ts';
import type { State, StoredMessage } from './state.ts';
import type { GatewayLimits, Guild } from './world.ts';

const bits = {
  guilds: 1 << 0,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
} as const;
/** Intents that Discord grants only where the application has them enabled: members, presences, message content. */
const privileged = (1 << 1) | (1 << 8) | messageContent;

/** Events that a session can be sent again. */
const replayed = 20_000;

const frameShape = z.object({ op: z.number(), d: z.unknown() });
const identifyShape = z.object({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).default([0, 1]),
});
const resumeShape = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

interface Session {
  readonly id: string;
  readonly intents: number;
  /** Its number, and of how many. */
  readonly shard: readonly [number, number];
  /** What was dispatched of late, for RESUME. */
  readonly log: { readonly t: string; readonly d: unknown }[];
  /** How much was dispatched before that. */
  gone: number;
  socket: WebSocket | null;
}

/** A session that was asked for. */
export interface Identify {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly shard: readonly [number, number];
  /** Within the window of an earlier one of its bucket. */
  readonly isTooSoon: boolean;
}

/** The gateway v10 of the loopback Discord: HELLO, heartbeats, IDENTIFY with Discord's close codes, RESUME, events. */
export class Gateway {
  readonly #state: State;
  readonly #sessions = new Map<string, Session>();
  /** The address that clients resume at. */
  url = '';
  readonly limits: GatewayLimits;
  /** Every session that was asked for. */
  readonly identifies: Identify[] = [];
  #refusal: number | null = null;

  constructor(state: State) {
    this.#state = state;
    this.limits = state.world.gateway ?? { shards: 1, maxConcurrency: 1, window: 0 };
    state.on('message', (message: StoredMessage) => {
      if (!this.#isPrivate(message)) this.messageEvent('MESSAGE_CREATE', message);
    });
    state.on('edit', (message: StoredMessage) => {
      if (!this.#isPrivate(message)) this.messageEvent('MESSAGE_UPDATE', message);
    });
    state.on('delete', ({ id, channel_id, guild_id }: StoredMessage) => {
      this.dispatch('MESSAGE_DELETE', { id, channel_id, guild_id });
    });
  }

  serve(socket: WebSocket): void {
    socket.on('message', (data: Buffer) => {
      const frame = frameShape.parse(JSON.parse(data.toString('utf8')));
      if (frame.op === 1) socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
      if (frame.op === 2) this.#identify(socket, identifyShape.parse(frame.d));
      if (frame.op === 6) this.#resume(socket, resumeShape.parse(frame.d));
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 }, s: null, t: null }));
  }

  /** Sends an event to every session that is to get it, or keeps it for those whose connection is broken. */
  dispatch(t: string, d: unknown): void {
    const needed = /^(?:GUILD|CHANNEL|THREAD)_/u.test(t) ? bits.guilds : 0;
    for (const session of this.#sessions.values())
      if (isFor(session, d) && (session.intents & needed) === needed) this.#send(session, t, d);
  }

  /** The shards that are connected, as often as they are. */
  connected(): readonly (readonly [number, number])[] {
    return Array.from(this.#sessions.values())
      .filter(({ socket }) => socket !== null)
      .map(({ shard }) => shard);
  }

  /** A message as each session may see it: without its text where Discord takes that away. */
  messageEvent(t: string, message: StoredMessage): void {
    const isDm = this.#state.dms.has(message.channel_id);
    for (const session of this.#sessions.values()) {
      const needed = isDm ? bits.directMessages : bits.guildMessages;
      if (isFor(session, message) && (session.intents & needed) !== 0)
        this.#send(session, t, this.#shown(message, session));
    }
  }

  /** Delivers what people did last a second time. */
  again(): void {
    const bot = this.#state.world.bot.id;
    for (const session of this.#sessions.values()) {
      const byPeople = session.log.filter(
        ({ t, d }) =>
          t === 'INTERACTION_CREATE' || (t === 'MESSAGE_CREATE' && (d as StoredMessage).author.id !== bot),
      );
      for (const kind of ['MESSAGE_CREATE', 'INTERACTION_CREATE']) {
        const last = byPeople.findLast(({ t }) => t === kind);
        if (last !== undefined) this.#send(session, last.t, last.d);
      }
    }
  }

  /** Breaks every connection; sessions may be resumed. */
  drop(): void {
    for (const session of this.#sessions.values()) session.socket?.terminate();
  }

  /** Sessions cannot be resumed any more; those with a connection go on until it ends. */
  forget(): void {
    for (const [id, session] of Array.from(this.#sessions)) {
      this.#sessions.delete(id);
      this.#sessions.set(`forgotten-${id}`, session);
    }
  }

  frame(frame: unknown): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify(frame));
  }

  /** Ends every connection with a close code; `fromNowOn`: new sessions, too. */
  close(code: number, fromNowOn: boolean): void {
    if (fromNowOn) this.#refusal = code;
    for (const session of this.#sessions.values()) session.socket?.close(code);
  }

  /** Asks every client to reconnect. */
  reconnect(): void {
    for (const { socket } of this.#sessions.values()) {
      socket?.send(JSON.stringify({ op: 7, d: null, s: null, t: null }));
    }
  }

  #shown(message: StoredMessage, session: Session): unknown {
    const guild = this.#state.guildOf(message.channel_id);
    const member = guild === null ? null : this.#state.member(guild, message.author.id);
    const shown = shownTo(this.#state, message, (session.intents & messageContent) !== 0);
    return { ...shown, ...(member === null ? {} : { member: { ...member, user: undefined } }) };
  }

  /** Answers seen by one person only reach no gateway. */
  #isPrivate(message: StoredMessage): boolean {
    return (Number(message['flags'] ?? 0) & 64) !== 0;
  }

  #send(session: Session, t: string, d: unknown): void {
    // Ordinary servers are many and large: they are not kept for a resumption.
    session.log.push({ t, d: t === 'GUILD_CREATE' && this.#state.world.crowd !== undefined ? null : d });
    if (session.log.length > 2 * replayed) {
      session.log.splice(0, replayed);
      session.gone += replayed;
    }
    session.socket?.send(JSON.stringify({ op: 0, t, d, s: session.gone + session.log.length }));
  }

  #identify(socket: WebSocket, asked: z.infer<typeof identifyShape>): void {
    const { world } = this.#state;
    if (this.#refusal !== null) return socket.close(this.#refusal);
    if (asked.token !== world.token) return socket.close(4004, 'Authentication failed.');
    if (asked.intents & privileged & ~world.enabledIntents)
      return socket.close(4014, 'Disallowed intent(s).');
    if (this.#isTooSoon(asked.shard)) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return;
    }
    const session: Session = {
      id: `session-${String(this.#state.sessions++)}`,
      intents: asked.intents,
      shard: asked.shard,
      log: [],
      gone: 0,
      socket,
    };
    this.#sessions.set(session.id, session);
    this.#attach(session, socket);
    this.#send(session, 'READY', {
      v: 10,
      user: world.bot,
      application: { id: world.bot.id, flags: 0 },
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: asked.shard,
      guilds: this.#guildsOf(session).map((id) => ({ id, unavailable: true })),
    });
    if ((asked.intents & bits.guilds) === 0) return;
    for (const id of this.#guildsOf(session)) {
      const guild = this.#state.guild(id);
      if (guild !== null) this.#send(session, 'GUILD_CREATE', guildCreate(guild));
    }
  }

  #guildsOf(session: Session): readonly string[] {
    return this.#state.guildIds().filter((id) => isFor(session, { guild_id: id }));
  }

  /** Each bucket may start one session in a window. */
  #isTooSoon(shard: readonly [number, number]): boolean {
    const { maxConcurrency, window } = this.limits;
    const at = Date.now();
    const bucket = shard[0] % maxConcurrency;
    const isTooSoon = this.identifies.some(
      (one) => one.shard[0] % maxConcurrency === bucket && at - one.at < window,
    );
    this.identifies.push({ at, shard, isTooSoon });
    return isTooSoon;
  }

  #resume(socket: WebSocket, asked: z.infer<typeof resumeShape>): void {
    const session = this.#sessions.get(asked.session_id);
    if (session === undefined || asked.token !== this.#state.world.token) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return;
    }
    this.#attach(session, socket);
    session.log.slice(Math.max(0, asked.seq - session.gone)).forEach(({ t, d }, index) => {
      socket.send(JSON.stringify({ op: 0, t, d, s: asked.seq + index + 1 }));
    });
    this.#send(session, 'RESUMED', {});
  }

  #attach(session: Session, socket: WebSocket): void {
    session.socket = socket;
    socket.on('close', (code) => {
      if (session.socket === socket) session.socket = null;
      // A client that closes cleanly ends its session.
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    });
  }
}

/** Events of a server go to its shard, all others to the first (Discord's documentation, "Sharding"). */
function isFor({ shard: [number, count] }: Session, d: unknown): boolean {
  const { guild_id: guild }: { guild_id?: unknown } = Object(d);
  return number === (typeof guild === 'string' ? Number((BigInt(guild) >> 22n) % BigInt(count)) : 0);
}

/** Threads come in a list of their own. */
function guildCreate(guild: Guild): unknown {
  return {
    ...guild,
    channels: guild.channels.filter(({ type }) => type !== 11).map((one) => ({ ...one, guild_id: guild.id })),
    threads: guild.channels.filter(({ type }) => type === 11).map((one) => ({ ...one, guild_id: guild.id })),
  };
}
