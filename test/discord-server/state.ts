import { EventEmitter } from 'node:events';
import type { Crowd } from './crowd.ts';
import { crowdGuild, crowdId, crowdIndex, crowdMember } from './ordinary.ts';
import type { Channel, Guild, Member, User, World } from './world.ts';

export type Json = Record<string, unknown>;

/** One REST request as it came in, with what was answered. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  /** Why it was refused; null where it was not. */
  readonly refusal: string | null;
}

export interface StoredMessage extends Json {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  content: string;
}

/** An interaction and everything that was answered to it. */
export interface StoredInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly channel: string | null;
  /** Who used the command or pressed the button. */
  readonly user: string;
  readonly who: User;
  readonly createdAt: number;
  /** The message a pressed button stands on. */
  readonly source: string | null;
  acknowledged: boolean;
  deferred: boolean;
  /** Choices of an autocompletion, or a modal's definition. */
  result: Json | null;
  /** Ids of messages answered with; the first is the original. */
  readonly messages: string[];
}

/** Ordinary servers are made anew when they were not needed for long. */
const rememberedGuilds = 200;

let last = 0n;
/** A new snowflake; later ones are greater. */
export function snowflake(): string {
  const now = (BigInt(Date.now()) - 1_420_070_400_000n) << 22n;
  last = now > last ? now : last + 1n;
  return String(last);
}

/** Everything that changes while the loopback Discord runs. */
export class State extends EventEmitter {
  readonly world: World;
  readonly messages = new Map<string, StoredMessage>();
  readonly interactions = new Map<string, StoredInteraction>();
  readonly dms = new Map<string, string>();
  readonly reactions: { readonly message: string; readonly emoji: string }[] = [];
  readonly pins = new Set<string>();
  readonly requests: Recorded[] = [];
  commands: Json[] = [];
  commandWrites = 0;
  /** How often a client has identified itself. */
  sessions = 0;
  /** The next answers that are faults: a status, or 0 for a broken connection. */
  readonly faults: number[] = [];
  /** Many people who ask at the moment; requests are not recorded one by one meanwhile. */
  crowd: Crowd | null = null;
  readonly #byToken = new Map<string, StoredInteraction>();

  constructor(world: World) {
    super();
    this.world = world;
  }

  /** A server by its id. */
  guild(id: string): Guild | null {
    return this.world.guilds.find((one) => one.id === id) ?? this.#inCrowd(id);
  }
  /** Every server's id. */
  guildIds(): readonly string[] {
    const crowd = Array.from({ length: this.world.crowd ?? 0 }, (_, index) => crowdId(index));
    return [...this.world.guilds.map(({ id }) => id), ...crowd];
  }
  readonly #crowd = new Map<string, Guild>();
  #inCrowd(id: string): Guild | null {
    const index = crowdIndex(id);
    if (index < 0 || index >= (this.world.crowd ?? 0) || crowdId(index) !== id) return null;
    const known = this.#crowd.get(id) ?? crowdGuild(index, this.world.bot);
    this.#crowd.set(id, known);
    const [oldest] = this.#crowd.keys();
    if (this.#crowd.size > rememberedGuilds && oldest !== undefined) this.#crowd.delete(oldest);
    return known;
  }

  guildOf(channel: string): Guild | null {
    if ((this.world.crowd ?? 0) > 0) {
      const inCrowd = this.#inCrowd(crowdId(crowdIndex(channel)));
      if (inCrowd?.channels.some(({ id }) => id === channel) === true) return inCrowd;
    }
    return this.world.guilds.find(({ channels }) => channels.some(({ id }) => id === channel)) ?? null;
  }
  channel(id: string): Channel | null {
    return this.guildOf(id)?.channels.find((one) => one.id === id) ?? null;
  }
  member(guild: Guild, user: string): Member | null {
    return guild.members.find((one) => one.user.id === user) ?? null;
  }
  user(id: string): User | null {
    const members = this.world.guilds.flatMap((guild) => guild.members);
    if (id === crowdMember.id) return crowdMember;
    return members.find(({ user }) => user.id === id)?.user ?? null;
  }
  interactionBy(token: string): StoredInteraction | null {
    return this.#byToken.get(token) ?? null;
  }
  keep(interaction: StoredInteraction): void {
    this.interactions.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
  }
  forget(interaction: string, token: string): void {
    this.interactions.delete(interaction);
    this.#byToken.delete(token);
  }
  /** Somebody's rights in a channel (Discord's documentation, "Permission Overwrites"). */
  permissions(guild: Guild, user: string, channel: Channel | null): bigint {
    const member = this.member(guild, user);
    if (member === null) return 0n;
    const all = (1n << 60n) - 1n;
    if (guild.owner_id === user) return all;
    const own = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
    let held = own.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
    if ((held & 8n) !== 0n) return all;
    const parent = typeof channel?.['parent_id'] === 'string' ? this.channel(channel['parent_id']) : null;
    const overwrites = (channel?.type === 11 ? parent : channel)?.permission_overwrites ?? [];
    const apply = (test: (id: string, type: number) => boolean): void => {
      const found = overwrites.filter(({ id, type }) => test(id, type));
      held &= ~found.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
      held |= found.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
    };
    apply((id, type) => type === 0 && id === guild.id);
    apply((id, type) => type === 0 && member.roles.includes(id));
    apply((id, type) => type === 1 && id === user);
    return held;
  }
}
