import type { Gateway } from './gateway.ts';
import { snowflake, type Json, type State, type StoredInteraction } from './state.ts';
import type { Channel, Guild, Member, User } from './world.ts';

/** An interaction before anybody answers it. */
export interface Interacting {
  readonly who: User;
  readonly member: Member | null;
  readonly guild: Guild | null;
  readonly channel: Channel | null;
  /** The direct channel, outside of servers. */
  readonly dm: string | null;
  /** What the person may do there, as a bit field in decimal digits. */
  readonly permissions: string;
  readonly locale: string;
  readonly type: number;
  readonly data: Json;
  /** The message a pressed button stands on. */
  readonly source: string | null;
}

/** Stores an interaction and tells every session of it. */
export function deliver(
  state: State,
  gateway: Gateway,
  { who, member, guild, channel, dm, permissions, locale, type, data, source }: Interacting,
): StoredInteraction {
  const interaction: StoredInteraction = {
    id: snowflake(),
    token: `token-${snowflake()}`,
    type,
    channel: channel?.id ?? dm,
    user: who.id,
    who,
    createdAt: Date.now(),
    source,
    acknowledged: false,
    deferred: false,
    result: null,
    messages: [],
  };
  state.keep(interaction);
  const bot = state.world.bot.id;
  gateway.dispatch('INTERACTION_CREATE', {
    id: interaction.id,
    application_id: bot,
    type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: interaction.channel,
    channel: channel === null ? { id: interaction.channel, type: 1 } : { ...channel, guild_id: guild?.id },
    locale,
    entitlements: [],
    authorizing_integration_owners: {},
    context: guild === null ? 1 : 0,
    attachment_size_limit: 10_000_000,
    app_permissions: String(guild === null ? (1n << 60n) - 1n : state.permissions(guild, bot, channel)),
    ...(source === null ? {} : { message: state.messages.get(source) }),
    ...(guild === null || member === null
      ? { user: who }
      : {
          guild_id: guild.id,
          guild_locale: 'da',
          guild: { id: guild.id, locale: 'da', features: [] },
          member: { ...member, permissions },
        }),
  });
  return interaction;
}
