import type { Message } from 'discord.js';
import type { Front } from '../front.ts';
import { idsOf } from '../posted.ts';
import { voiceIn } from '../speak.ts';

/** The same passage is not posted twice unasked in a channel within so long. Milliseconds. */
const passageRest = 60 * 60 * 1000;
/** What one person writes in a row is answered once. Milliseconds. */
const personRest = 60 * 1000;
/** A thread is answered once for as long as anybody remembers. Milliseconds. */
const threadRest = 30 * 24 * 60 * 60 * 1000;
/** So far back a channel is looked through for what Svar said before it was started. Messages. */
const lookedThrough = 50;

/**
 * Whether Svar has kept quiet long enough to post these targets unasked. Looked up in the channel itself, so that a
 * restart repeats nothing; taken in memory, so that two messages at once do not both pass.
 */
export async function maySpeak(message: Message, targets: readonly string[], front: Front): Promise<boolean> {
  const { cooldowns } = front.app.ops;
  if (await wasSaid(message, targets, front)) return false;
  const { channelId, author } = message;
  const isFree =
    (!message.channel.isThread() || cooldowns.once(`thread:${channelId}`, threadRest)) &&
    cooldowns.once(`unasked:${channelId}:${author.id}`, personRest) &&
    targets.every((target) => cooldowns.once(`passage:${channelId}:${target}`, passageRest));
  return isFree && cooldowns.turn('channel', channelId).isFree;
}

/** What stands in the channel already: anything of ours in a thread, the same passage elsewhere. */
async function wasSaid(message: Message, targets: readonly string[], { client }: Front): Promise<boolean> {
  const { channel } = message;
  // The first message of a post has nothing above it.
  if (channel.id === message.id || !channel.isSendable() || !voiceIn(channel).canReply) return false;
  const above = await channel.messages.fetch({ limit: lookedThrough, before: message.id, cache: false });
  const own = above.filter(({ author }) => author.id === client.user.id);
  if (channel.isThread()) return own.size > 0;
  return own.some(
    (one) =>
      message.createdTimestamp - one.createdTimestamp < passageRest &&
      idsOf(one).some((id) => targets.some((target) => id.split(':').includes(target))),
  );
}
