import {
  MessageFlags,
  type ButtonInteraction,
  type Message,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { CustomId, Verb } from '../custom-id.ts';
import type { Front } from '../front.ts';
import { isModerator } from '../permissions.ts';

/** A button pressed or something chosen in a menu. */
export type Press = ButtonInteraction | StringSelectMenuInteraction;

/** What a press of one kind of button does. The custom_id is parsed, but what it says may be forged: rights are checked here. */
export type ButtonHandler<V extends Verb> = (
  interaction: Press,
  id: CustomId<V>,
  front: Front,
) => Promise<void>;

/** The one who asked may change an answer, and moderators. */
export const mayChange = async (interaction: Press, asker: string, front: Front): Promise<boolean> =>
  interaction.user.id === asker || (await isModerator(interaction, front));

/** Whether the message with the button is seen by one person only. */
export const isPrivate = (interaction: Press): boolean =>
  interaction.message.flags.has(MessageFlags.Ephemeral);

/** Our own answer with this id in the channel of the interaction; `0` is the message that holds the button. Null when it is gone or not ours. */
export async function ownAnswer(interaction: Press, message: string): Promise<Message | null> {
  if (message === '0') return interaction.message;
  try {
    const channel = interaction.channel ?? (await interaction.client.channels.fetch(interaction.channelId));
    if (channel?.isTextBased() !== true) return null;
    const found = await channel.messages.fetch(message);
    return found.author.id === interaction.client.user.id ? found : null;
  } catch {
    return null;
  }
}
