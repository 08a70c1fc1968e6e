import type { State, StoredMessage } from './state.ts';

/** Bit of the privileged intent without which most texts are hidden. */
export const messageContent = 1 << 15;

/** Whether the application may read every text. */
export const hasContent = ({ world }: State): boolean => (world.enabledIntents & messageContent) !== 0;

/**
 * A message as Discord shows it to the bot: without its text where the bot is neither mentioned nor written to directly
 * and lacks the privileged intent (documentation, "Message Content Intent").
 */
export function shownTo(state: State, message: StoredMessage, seesAll: boolean): StoredMessage {
  const bot = state.world.bot.id;
  const mentions = Array.isArray(message['mentions']) ? message['mentions'] : [];
  const isMentioned = mentions.some((user: unknown) => (user as { id?: string }).id === bot);
  const isShown = seesAll || isMentioned || message.author.id === bot || state.dms.has(message.channel_id);
  const above = message['referenced_message'] as StoredMessage | undefined;
  const whole =
    above === undefined ? message : { ...message, referenced_message: shownTo(state, above, seesAll) };
  return isShown ? whole : { ...whole, content: '', embeds: [], attachments: [], components: [] };
}
