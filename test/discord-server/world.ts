/** What the loopback Discord knows: the application's own user, its token, the servers it is in, people and messages. */
export interface World {
  readonly token: string;
  /** Privileged intents that the application may ask for, as a bit field. */
  readonly enabledIntents: number;
  readonly bot: BotUser;
  readonly guilds: Guild[];
  /** So many ordinary servers besides (`ordinary.ts`). */
  readonly crowd?: number;
  readonly gateway?: GatewayLimits;
}

/** What `/gateway/bot` says, and what is held to it. */
export interface GatewayLimits {
  readonly shards: number;
  readonly maxConcurrency: number;
  /** Milliseconds in which each bucket may start one session; Discord's are 5,000. A session too soon is refused. */
  readonly window: number;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly bot?: boolean;
}
export interface BotUser extends User {
  readonly bot: true;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  /** A bit field in decimal digits. */
  permissions: string;
  readonly managed?: boolean;
  readonly tags?: { readonly bot_id: string };
  readonly [key: string]: unknown;
}

export interface Overwrite {
  readonly id: string;
  /** 0 role, 1 member. */
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

export interface Channel {
  readonly id: string;
  /** 0 text, 11 public thread. */
  readonly type: number;
  readonly name: string;
  permission_overwrites: Overwrite[];
  readonly [key: string]: unknown;
}

export interface Member {
  readonly user: User;
  roles: string[];
  readonly [key: string]: unknown;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly roles: Role[];
  readonly channels: Channel[];
  readonly members: Member[];
  readonly [key: string]: unknown;
}

/** Bits of Discord's permissions that the tests speak of. */
export const rights = {
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  readHistory: 1n << 16n,
  sendInThreads: 1n << 38n,
  pinMessages: 1n << 51n,
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
} as const;

const everybody =
  rights.addReactions |
  rights.viewChannel |
  rights.sendMessages |
  rights.embedLinks |
  rights.readHistory |
  rights.sendInThreads;

/** People, channels and roles of the sample world, by what they are there for. */
export const ids = {
  bot: '100000000000000100',
  asker: '100000000000000101',
  other: '100000000000000102',
  moderator: '100000000000000103',
  owner: '100000000000000104',
  robot: '100000000000000105',
  guild: '200000000000000200',
  channel: '200000000000000201',
  thread: '200000000000000202',
  muted: '200000000000000203',
  desk: '200000000000000204',
  botRole: '200000000000000210',
  moderatorRole: '200000000000000211',
  curatorRole: '200000000000000212',
  secondGuild: '300000000000000300',
  secondChannel: '300000000000000301',
  secondBotRole: '300000000000000310',
} as const;

const user = (id: string, username: string, bot = false): User => ({ id, username, discriminator: '0', bot });
const people = [
  user(ids.asker, 'asker'),
  user(ids.other, 'other'),
  user(ids.moderator, 'moderator'),
  user(ids.owner, 'owner'),
  user(ids.robot, 'robot', true),
];
const bot: BotUser = { ...user(ids.bot, 'Svar'), bot: true };

const joined = '2024-01-01T00:00:00.000000+00:00';
const member = (who: User, roles: string[] = []): Member => ({
  user: who,
  roles,
  joined_at: joined,
  deaf: false,
  mute: false,
  flags: 0,
});
const role = (id: string, name: string, permissions: bigint, more: Partial<Role> = {}): Role => ({
  id,
  name,
  permissions: String(permissions),
  color: 0,
  colors: { primary_color: 0 },
  hoist: false,
  position: 1,
  mentionable: false,
  managed: false,
  flags: 0,
  ...more,
});

function guild(id: string, name: string, channels: Channel[], botRole: string, roles: Role[]): Guild {
  const managed = role(botRole, 'Svar', 0n, { managed: true, tags: { bot_id: ids.bot } });
  return {
    id,
    name,
    owner_id: ids.owner,
    roles: [role(id, '@everyone', everybody), managed, ...roles],
    channels,
    members: [
      member(bot, [botRole]),
      ...people.map((who) =>
        member(who, roles.length > 0 && who.id === ids.moderator ? [ids.moderatorRole] : []),
      ),
    ],
    threads: [],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    features: [],
    unavailable: false,
    large: false,
    member_count: people.length + 1,
    joined_at: joined,
    preferred_locale: 'da',
  };
}

const text = (
  id: string,
  name: string,
  overwrites: Overwrite[] = [],
  more: Partial<Channel> = {},
): Channel => ({
  id,
  type: 0,
  name,
  position: 0,
  permission_overwrites: overwrites,
  ...more,
});

/** Two servers; in the first a channel, a thread in it, a channel where Svar may not write, and a moderator. */
export function sampleWorld(): World {
  const deny: Overwrite = { id: ids.guild, type: 0, allow: '0', deny: String(rights.sendMessages) };
  return {
    token: 'MTAw.loopback.token',
    enabledIntents: 0,
    bot,
    guilds: [
      guild(
        ids.guild,
        'Foreningen',
        [
          text(ids.channel, 'snak'),
          text(ids.muted, 'nyheder', [deny]),
          text(ids.desk, 'moderatorer'),
          text(ids.thread, 'en tråd', [], {
            type: 11,
            parent_id: ids.channel,
            owner_id: ids.asker,
            thread_metadata: {
              archived: false,
              auto_archive_duration: 60,
              archive_timestamp: joined,
              locked: false,
            },
          }),
        ],
        ids.botRole,
        [
          role(ids.moderatorRole, 'Moderator', rights.manageMessages | rights.pinMessages),
          role(ids.curatorRole, 'Kurator', 0n),
        ],
      ),
      guild(ids.secondGuild, 'Klubben', [text(ids.secondChannel, 'snak')], ids.secondBotRole, []),
    ],
  };
}
