import { MessageFlags, type Interaction, type Message } from 'discord.js';
import { repliedTo } from './replied.ts';

/**
 * Who asked what one of our messages answers, as Discord tells it: who used the command, or who wrote the message
 * replied to. A private answer and a direct message belong to whoever sees them. Null where nobody can be named.
 */
export async function askerOf(answer: Message, { user }: Interaction): Promise<string | null> {
  if (answer.flags.has(MessageFlags.Ephemeral) || answer.guildId === null) return user.id;
  const commander = answer.interactionMetadata?.user.id;
  if (commander !== undefined) return commander;
  if (answer.reference === null) return null;
  return answer.mentions.repliedUser?.id ?? (await repliedTo(answer))?.author.id ?? null;
}
