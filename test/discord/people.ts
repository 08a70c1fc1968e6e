import type { LoopbackDiscord } from '../discord-server/discord.ts';
import type { Json, StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';

/** What members do in a loopback Discord, in short words. */
export interface People {
  /** Somebody writes; gives the message's id. */
  say(content: string, more?: Json): Promise<string>;
  /** Somebody writes and Svar replies. */
  reply(content: string, more?: Json): Promise<StoredMessage>;
  /** `/ask`; gives the first message of the answer. */
  ask(question: string, options?: readonly Json[], more?: Json): Promise<StoredMessage>;
  /** Presses the button with this label or emoji; gives the interaction's id. */
  press(message: StoredMessage, label: string, user?: string, more?: Json): Promise<string>;
  /** Presses and gives the first message that was answered. */
  pressed(message: StoredMessage, label: string, user?: string, more?: Json): Promise<StoredMessage>;
  /** The first message answered to an interaction. */
  answerTo(interaction: string): Promise<StoredMessage>;
  /** Waits until a message reads so. */
  becomes(id: string, fits: (message: StoredMessage) => boolean): Promise<StoredMessage>;
  /** Waits until a message is gone. */
  vanishes(id: string): Promise<void>;
}

export const mention = `<@${ids.bot}>`;
export const here = { user: ids.asker, channel: ids.channel };
/** Seen by one person only. */
export const isPrivate = ({ flags }: StoredMessage): boolean => (Number(flags) & 64) !== 0;

/** custom_ids of a message's buttons, by label or emoji. */
export function buttonsOf(message: StoredMessage): ReadonlyMap<string, string> {
  const rows = message['components'] as {
    components: { label?: string; emoji?: { name: string }; custom_id: string }[];
  }[];
  return new Map(
    rows.flatMap(({ components }) =>
      components.map((one) => [one.label ?? one.emoji?.name ?? '', one.custom_id] as const),
    ),
  );
}

export function peopleIn(discord: LoopbackDiscord): People {
  async function answerTo(interaction: string): Promise<StoredMessage> {
    const { messages } = await discord.response(interaction);
    const [message] = messages;
    if (message === undefined) throw new Error('nothing was answered');
    return message;
  }
  const say = (content: string, more: Json = {}): Promise<string> =>
    discord.act('say', { ...here, content, ...more });
  function press(message: StoredMessage, label: string, user: string = ids.asker, more: Json = {}) {
    const customId = buttonsOf(message).get(label);
    if (customId === undefined)
      throw new Error(`no button ${label} in ${Array.from(buttonsOf(message).keys()).join()}`);
    return discord.act('press', {
      channel: message.channel_id,
      user,
      message: message.id,
      customId,
      ...more,
    });
  }
  return {
    say,
    press,
    answerTo,
    reply: async (content, more) => discord.replyTo(await say(content, more)),
    ask: async (question, options = [], more = {}) =>
      answerTo(
        await discord.act('slash', {
          ...here,
          name: 'ask',
          options: [{ name: 'question', type: 3, value: question }, ...options],
          ...more,
        }),
      ),
    pressed: async (message, label, user, more) => answerTo(await press(message, label, user, more)),
    becomes: (id, fits) =>
      discord.until(({ messages }) => messages.find((message) => message.id === id && fits(message))),
    async vanishes(id) {
      await discord.until(({ messages }) => messages.every((message) => message.id !== id));
    },
  };
}
