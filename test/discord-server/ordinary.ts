import type { BotUser, Channel, Guild, Member, Role, User } from './world.ts';

/** Ordinary servers, many of them: some 33 KB each as Discord sends them, made when they are needed. */
const rolesEach = 26;
const channelsEach = 50;
const emojisEach = 24;

const first = 50_000_000n;

/** The id of the n-th server; spread evenly over shards, as Discord's are. */
export const crowdId = (index: number): string => String((BigInt(index) + first) << 22n);
/** Which server an id of its own or of something in it belongs to. */
export const crowdIndex = (id: string): number => Number((BigInt(id) >> 22n) - first);
/** The id of a channel in it. */
export const crowdChannel = (guild: string, index = 0): string =>
  String(BigInt(guild) + 1000n + BigInt(index));
/** Somebody who is a member of every one of them. */
export const crowdMember: User = { id: '100000000000000900', username: 'crowd', discriminator: '0' };

const joined = '2024-01-01T00:00:00.000000+00:00';
const member = (user: User, roles: string[]): Member => ({
  user,
  roles,
  joined_at: joined,
  deaf: false,
  mute: false,
  flags: 0,
  avatar: null,
  nick: null,
  premium_since: null,
  communication_disabled_until: null,
});

/** The n-th ordinary server, with Svar and one more member. */
export function crowdGuild(index: number, bot: BotUser): Guild {
  const id = crowdId(index);
  const roleId = (role: number): string => (role === 0 ? id : String(BigInt(id) + BigInt(role)));
  const roles = Array.from({ length: rolesEach }, (_, number): Role => ({
    id: roleId(number),
    name: number === 0 ? '@everyone' : `Rolle nummer ${String(number)}`,
    permissions: '2248473465835073',
    color: 3_447_003,
    colors: { primary_color: 3_447_003, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: number,
    mentionable: false,
    managed: number === 1,
    flags: 0,
    ...(number === 1 ? { tags: { bot_id: bot.id } } : {}),
  }));
  const channels = Array.from({ length: channelsEach }, (_, number): Channel => ({
    id: crowdChannel(id, number),
    type: number % 9 === 8 ? 4 : 0,
    name: `kanal-om-noget-${String(number)}`,
    topic: `Her taler vi om emne ${String(number)}. Læs reglerne, før du skriver, og brug en tråd til lange samtaler.`,
    position: number,
    nsfw: false,
    parent_id: null,
    rate_limit_per_user: 0,
    last_message_id: id,
    flags: 0,
    permission_overwrites: [1, 2].map((role) => ({
      id: roleId(role + (number % 5)),
      type: 0 as const,
      allow: '1024',
      deny: '0',
    })),
  }));
  const emojis = Array.from({ length: emojisEach }, (_, number) => ({
    id: String(BigInt(id) + 5000n + BigInt(number)),
    name: `emoji_${String(number)}`,
    roles: [],
    require_colons: true,
    managed: false,
    animated: false,
    available: true,
  }));
  return {
    id,
    name: `Fællesskab nummer ${String(index)}`,
    owner_id: crowdMember.id,
    roles,
    channels,
    members: [member(bot, [roleId(1)]), member(crowdMember, [])],
    emojis,
    threads: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    features: ['COMMUNITY', 'NEWS'],
    description: 'Et ganske almindeligt fællesskab, hvor folk spørger om det samme.',
    unavailable: false,
    large: false,
    member_count: 240,
    joined_at: joined,
    preferred_locale: 'da',
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    system_channel_flags: 0,
    afk_timeout: 300,
  };
}
