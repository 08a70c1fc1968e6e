import type { SendableChannels } from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import type { Desk } from '../../curation/desks.ts';
import { faultOf } from '../fault.ts';
import type { Front } from '../front.ts';
import { publicBody, type Post } from '../post.ts';
import { voiceIn } from '../speak.ts';

/** The channel of a desk, where Svar may write; null where it is gone, of another server, or closed to Svar. */
async function channelOf(
  server: ServerId,
  { channel: id }: Desk,
  { client }: Pick<Front, 'client'>,
): Promise<SendableChannels | null> {
  const channel = await client.channels.fetch(id);
  if (channel?.isSendable() !== true || channel.isDMBased() || channel.guildId !== server) return null;
  return voiceIn(channel).canSend ? channel : null;
}

/**
 * Writes to the moderators of a server. Never throws: what goes wrong is logged.
 * @param notify the one role that may be notified; null: nobody
 * @returns whether it was written
 */
export async function sendToDesk(
  server: ServerId,
  desk: Desk,
  post: Post,
  front: Pick<Front, 'client' | 'app'>,
  notify: string | null = null,
): Promise<boolean> {
  try {
    const channel = await channelOf(server, desk, front);
    if (channel === null) {
      front.app.log.warn('the moderators cannot be written to: the channel is gone or closed');
      return false;
    }
    const allowedMentions = { parse: [], roles: notify === null ? [] : [notify], repliedUser: false };
    await channel.send({ ...publicBody(post), allowedMentions });
    return true;
  } catch (error) {
    front.app.log.warn(faultOf(error), 'the moderators could not be written to');
    return false;
  }
}

/** The language in which a server's moderators are written to. */
export const localeOf = (server: ServerId, { client, app }: Pick<Front, 'client' | 'app'>): string =>
  client.guilds.cache.get(server)?.preferredLocale ?? app.answers.languages()[0] ?? 'en';
