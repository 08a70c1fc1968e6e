import type { Message } from 'discord.js';

/** The message that this one replies to; null where it replies to none, or that one is gone or out of reach. */
export async function repliedTo(message: Message): Promise<Message | null> {
  if (message.reference?.messageId === undefined) return null;
  try {
    return await message.fetchReference();
  } catch {
    return null;
  }
}
