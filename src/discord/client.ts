import {
  Client,
  disableValidators,
  GatewayIntentBits,
  Options,
  Partials,
  type CacheWithLimitsOptions,
  type ClientOptions,
  type GuildMember,
  type SweeperOptions,
  type User,
} from 'discord.js';
import type { App } from '../app.ts';
import type { Access } from './front.ts';
import { SplitRest } from './rest.ts';
import { sessionThrottler } from './sessions.ts';

/** Which shards of how many a client runs; null where Discord decides. */
export interface ShardShare {
  readonly shards: readonly number[] | null;
  readonly shardCount: number | null;
}

/** A client whose answers to interactions wait behind nothing else. */
export function openClient(app: App, share: ShardShare, access: Access): Client {
  // Discord itself checks every button and menu; checking them before takes a part of every answer's time.
  disableValidators();
  const client = new Client(clientOptions(app, share, access));
  client.rest.clearHashSweeper();
  client.rest.clearHandlerSweeper();
  client.rest = new SplitRest(client.options.rest ?? {}, app.ops);
  return client;
}

function clientOptions(app: App, { shards, shardCount }: ShardShare, access: Access): ClientOptions {
  const { discordApiUrl, mentions } = app.config;
  return {
    intents: [
      GatewayIntentBits.DirectMessages,
      // What is known of servers takes nearly all of the memory: their channels, roles and overwrites.
      ...(mentions ? [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] : []),
      ...(access === 'granted' ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Without these, direct messages of channels that are not cached yet are dropped, and edits and deletions of
    // messages that were forgotten meanwhile.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits(cacheLimits),
    sweepers,
    rest: discordApiUrl === null ? {} : { api: discordApiUrl },
    ws: { buildIdentifyThrottler: sessionThrottler(app) },
    ...(shardCount === null ? {} : { shardCount }),
    ...(shards === null ? {} : { shards: [...shards] }),
  };
}

/** Svar itself is needed everywhere, for its rights. */
const isOwn = ({ id, client }: User | GuildMember): boolean => id === client.user?.id;

/** Only what is looked at is kept. Channels, roles and overwrites cannot be limited: discord.js needs them. */
const cacheLimits: CacheWithLimitsOptions = {
  ...Options.DefaultMakeCacheSettings,
  // A message that is delivered again is told by the cache; a few are enough.
  MessageManager: 50,
  GuildMemberManager: { maxSize: 20, keepOverLimit: isOwn },
  UserManager: { maxSize: 2000, keepOverLimit: isOwn },
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
};

/** Seconds. Edits are followed for ten minutes; what was swept is fetched again. */
const sweepers: SweeperOptions = {
  ...Options.DefaultSweeperSettings,
  messages: { interval: 300, lifetime: 900 },
  guildMembers: { interval: 600, filter: () => (member) => !isOwn(member) },
  users: { interval: 600, filter: () => (user) => !isOwn(user) },
};
