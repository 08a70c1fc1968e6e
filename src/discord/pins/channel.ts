import type { Client } from 'discord.js';
import type { ListedPin } from '../../curation/pins/pin.ts';

/** Takes a removed pin's message out of the channel's own pins; what is gone already is no harm. */
export async function unpinInChannel(client: Client, { channelPin }: ListedPin): Promise<void> {
  if (channelPin === null) return;
  try {
    const channel = await client.channels.fetch(channelPin.channel);
    if (channel?.isTextBased() === true) await channel.messages.unpin(channelPin.message);
  } catch {
    // Gone, or no right to it any more.
  }
}
