import {
  MessageFlags,
  type ButtonInteraction,
  type Message,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { askerOf } from '../asker.ts';
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

/** The one who asked may change an answer, and moderators. Who asked is read from the answer itself, never from a custom_id. */
export const mayChange = async (interaction: Press, answer: Message, front: Front): Promise<boolean> =>
  (await askerOf(answer, interaction)) === interaction.user.id || (await isModerator(interaction, front));

/** Whether the message with the button is seen by one person only. */
export const isPrivate = (interaction: Press): boolean =>
  interaction.message.flags.has(MessageFlags.Ephemeral);

/** How buttons that are about the message with the pressed one name it: a private one can be reached by no id. */
export const standsIn = (interaction: Press): string =>
  isPrivate(interaction) ? '0' : interaction.message.id;

/** Our own answer with this id in the channel of the interaction; `0` is the message that holds the button. Null when it is gone or not ours. */
export async function ownAnswer(interaction: Press, message: string): Promise<Message | null> {
  if (message === '0' || message === interaction.message.id) return interaction.message;
  try {
    const channel = interaction.channel ?? (await interaction.client.channels.fetch(interaction.channelId));
    if (channel?.isTextBased() !== true) return null;
    const found = await channel.messages.fetch(message);
    return found.author.id === interaction.client.user.id ? found : null;
  } catch {
    return null;
  }
}
