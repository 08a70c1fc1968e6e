import { DiscordAPIError, type Client, type Message } from 'discord.js';
import type { ListedPin } from '../../curation/pins/pin.ts';
import { wordsFor, type Front, type PinWords } from '../front.ts';
import { pinLook } from '../looks.ts';
import { publicBody } from '../post.ts';
import { withAnswer } from '../replace.ts';
import { shownTarget } from './shown.ts';

/**
 * Brings the message that a pin is pinned with in its channel in line with it: a changed text is posted in its place, a
 * removed pin's message is taken out of the channel's pins, and one that is brought back is pinned again.
 * @returns what a moderator must know of it; empty where nothing is amiss
 */
export async function followInChannel(
  front: Front,
  pin: ListedPin,
  locale: string,
  words: PinWords,
): Promise<string> {
  const message = await pinnedMessage(front.client, pin);
  if (message === null) return '';
  try {
    if (!pin.isLive) await message.unpin();
    else {
      await showIn(message, pin, front, locale);
      if (!message.pinned) await message.pin();
    }
    return '';
  } catch (error) {
    // What is gone already is no harm.
    if (error instanceof DiscordAPIError && error.code === 10008) return '';
    return pin.isLive ? words.fault.notFollowed : words.fault.stillPinned;
  }
}

async function pinnedMessage(client: Client, { channelPin }: ListedPin): Promise<Message | null> {
  if (channelPin === null) return null;
  try {
    const channel = await client.channels.fetch(channelPin.channel);
    return channel?.isTextBased() === true ? await channel.messages.fetch(channelPin.message) : null;
  } catch {
    return null;
  }
}

/** Replaces the pin's answer in one of our messages; other answers of it stay. Somebody else's message is left alone. */
async function showIn(message: Message, pin: ListedPin, front: Front, locale: string): Promise<void> {
  if (message.author.id !== front.client.user.id) return;
  const target = `p${pin.id}`;
  const part = ['0', '1', '2'].find((one) => shownTarget(message, one) === target);
  if (part === undefined) return;
  await replaceIn(message, part, pin, front, locale);
}

/** Puts a pin in the place of one answer of our message. */
export async function replaceIn(
  message: Message,
  part: string,
  pin: ListedPin,
  front: Front,
  locale: string,
): Promise<void> {
  const words = wordsFor(locale);
  const look = pinLook(pin, front.app.answers, words);
  await message.edit(publicBody(withAnswer(message, { words, part }, look, `p${pin.id}`)));
}
