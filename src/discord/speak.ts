import { setTimeout as pause } from 'node:timers/promises';
import {
  DiscordAPIError,
  GatewayIntentBits,
  HTTPError,
  PermissionFlagsBits,
  type Message,
  type MessageCreateOptions,
  type SendableChannels,
} from 'discord.js';
import { limits } from './limits.ts';
import { publicBody, type Post } from './post.ts';

/** What Svar may do in a channel. */
export interface Voice {
  readonly canSend: boolean;
  /** Replying needs the history; without it the answer is a message of its own. */
  readonly canReply: boolean;
  readonly canReact: boolean;
}

/** Svar's rights in the channel as they are now; everything in a DM. Where MENTIONS=off hides them, Discord refuses. */
export function voiceIn(channel: SendableChannels): Voice {
  if (channel.isDMBased() || !channel.client.options.intents.has(GatewayIntentBits.Guilds))
    return { canSend: true, canReply: true, canReact: true };
  const me = channel.guild.members.me;
  const rights = me === null ? null : channel.permissionsFor(me);
  if (rights === null) return { canSend: false, canReply: false, canReact: false };
  const send = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  const canReply = rights.has(PermissionFlagsBits.ReadMessageHistory);
  return {
    canSend: rights.has([PermissionFlagsBits.ViewChannel, send]),
    canReply,
    canReact: canReply && rights.has(PermissionFlagsBits.AddReactions),
  };
}

/** Posts as replies to `message`, where that is allowed, in order. @returns the first; null where Svar may not write */
export const speak = async (message: Message, posts: readonly Post[]): Promise<Message | null> =>
  (await speakAll(message, posts))[0] ?? null;

/**
 * As `speak`. Every post replies, so that each can tell what was asked. `occasion` tells this time from earlier ones.
 * @returns everything that was written
 */
export async function speakAll(
  message: Message,
  posts: readonly Post[],
  occasion = '',
): Promise<readonly Message[]> {
  if (!message.channel.isSendable()) return [];
  const voice = voiceIn(message.channel);
  if (!voice.canSend) return [];
  const reply = voice.canReply ? { reply: { messageReference: message.id } } : {};
  const sent: Message[] = [];
  for (const [index, post] of posts.entries()) {
    const nonce = `${message.id}${occasion}-${index}`.slice(-limits.nonce);
    sent.push(await sendOnce(message.channel, { ...publicBody(post), ...reply, nonce, enforceNonce: true }));
  }
  return sent;
}

/** A new forum post that is not there yet (40058, 10008), and a line that broke: `nonce` makes trying again safe. */
const waits = [300, 900, 2000] as const;

async function sendOnce(channel: SendableChannels, options: MessageCreateOptions): Promise<Message> {
  for (const wait of waits) {
    try {
      return await channel.send(options);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await pause(wait);
    }
  }
  return channel.send(options);
}

function isPassing(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.code === 40058 || error.code === 10008;
  if (error instanceof HTTPError) return error.status >= 500;
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:UND_ERR|E[A-Z])/u.test(error.code)
  );
}
