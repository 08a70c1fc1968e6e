import {
  OAuth2Scopes,
  PermissionFlagsBits,
  PermissionsBitField,
  type Client,
  type Interaction,
} from 'discord.js';
import { serverOf, type Front } from './front.ts';

/** What the invite asks for, and what is looked for at start. Nothing else is needed. */
const wanted = {
  'View Channels': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
  'Add Reactions': PermissionFlagsBits.AddReactions,
} as const;

/** Always at Discord itself: people open it in a browser, whatever address the bot's own requests take. */
export function inviteLink(client: Client<true>): string {
  const query = new URLSearchParams({
    client_id: client.application.id,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PermissionsBitField.resolve(Object.values(wanted)).toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}

/** In how many servers each wanted permission is missing server-wide; none that are missing nowhere. */
export function missingPermissions(client: Client<true>): ReadonlyMap<string, number> {
  const missing = new Map<string, number>();
  for (const guild of client.guilds.cache.values()) {
    const rights = guild.members.me?.permissions;
    for (const [name, bit] of Object.entries(wanted)) {
      if (rights !== undefined && !rights.has(bit)) missing.set(name, (missing.get(name) ?? 0) + 1);
    }
  }
  return missing;
}

/** May manage the server. */
export const isManager = (interaction: Interaction, { roles }: Pick<Front, 'roles'>): Promise<boolean> =>
  roles.allow(interaction, PermissionFlagsBits.ManageGuild);

/** May manage messages in the whole server, or has the role that the server has set for it. */
export async function isModerator(
  interaction: Interaction,
  { app, roles }: Pick<Front, 'app' | 'roles'>,
): Promise<boolean> {
  if (await roles.allow(interaction, PermissionFlagsBits.ManageMessages)) return true;
  const server = serverOf(interaction.guildId);
  if (server === null || !interaction.inCachedGuild()) return false;
  // Where the settings cannot be read, nobody gets rights from them.
  const role = await app.answers.settings?.curatorRole(server);
  if (role?.ok !== true || role.value === null) return false;
  return interaction.member.roles.cache.has(role.value);
}
