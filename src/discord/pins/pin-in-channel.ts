import { DiscordAPIError, PermissionFlagsBits, type Message } from 'discord.js';
import type { ListedPin } from '../../curation/pins/pin.ts';
import { wordsFor } from '../front.ts';
import { publicPost } from '../looks.ts';
import { publicBody, type Post } from '../post.ts';
import { speak } from '../speak.ts';
import { answerOf } from './answer.ts';
import type { Desk } from './moderator.ts';
import type { Source } from './source.ts';

const channelIsFull = 30003;

/**
 * Discord's own pins: a right of its own, on both sides, and at most 250 in a channel.
 * @param answer our message that shows the pin; null: one is posted, as a reply to `asked` where there is that
 * @returns what to say of it
 */
export async function pinInChannel(
  interaction: Source,
  answer: Message | null,
  asked: Message | null,
  pin: ListedPin,
  { pins, server, words, front }: Desk,
): Promise<string> {
  const right = PermissionFlagsBits.PinMessages;
  const isAllowed =
    interaction.memberPermissions?.has(right) === true && interaction.appPermissions.has(right);
  if (!isAllowed || !interaction.inCachedGuild() || interaction.channel === null)
    return words.fault.noPinRight;
  const setting = {
    words: wordsFor(interaction.guildLocale),
    quoted: pin.question,
    ping: null,
  };
  const post: Post = publicPost(answerOf(pin), front.app.answers, setting);
  try {
    const message =
      answer ??
      (asked === null ? await interaction.channel.send(publicBody(post)) : await speak(asked, [post]));
    if (message === null) return words.fault.noPinRight;
    await message.pin();
    await pins.setChannelPin(server, pin.id, { channel: message.channelId, message: message.id });
    return words.done.pinnedInChannel;
  } catch (error) {
    const isFull = error instanceof DiscordAPIError && error.code === channelIsFull;
    return isFull ? words.fault.pinsFull : words.fault.noPinRight;
  }
}
