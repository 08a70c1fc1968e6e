import type { Client } from 'discord.js';
import type { ServerId } from '../answers/answer.ts';
import { serverOf, type Front } from './front.ts';

/** The server whose pins hold in somebody's direct messages: HOME_SERVER, or the only one, for its members. */
export async function serverFor(
  guildId: string | null,
  user: string,
  { app, client }: Front,
): Promise<ServerId | null> {
  if (guildId !== null || app.answers.pins === null) return serverOf(guildId);
  const home = app.config.homeServer ?? onlyServer(client);
  if (home === null) return null;
  try {
    const guild = client.guilds.cache.get(home) ?? (await client.guilds.fetch(home));
    await guild.members.fetch(user);
    return serverOf(home);
  } catch {
    return null;
  }
}

const onlyServer = ({ guilds }: Client<true>): string | null =>
  guilds.cache.size === 1 ? (guilds.cache.firstKey() ?? null) : null;

/** The same front over the articles that are read where somebody is. */
export async function frontFor(guildId: string | null, user: string, front: Front): Promise<Front> {
  const answers = await front.app.answers.within(await serverFor(guildId, user, front));
  return { ...front, app: { ...front.app, answers } };
}
