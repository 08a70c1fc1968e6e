import type { Interaction, Message } from 'discord.js';
import type { Cooldowns } from '../ops/ops.ts';
import { wordsFor, type Front } from './front.ts';
import { publicBody, textPost } from './post.ts';
import { say } from './respond.ts';

/** The same question of one person in one channel is answered once in so long. Milliseconds. */
const repeatWindow = 60_000;

type Turn = ReturnType<Cooldowns['turn']>;

/** Commands that ask; everything else is a press. */
const asking = new Set(['ask', 'Answer this']);

/** Whether it is an interaction's turn. Where it is not, its person is told once, privately, and then nothing is said. */
export async function isInTurn(interaction: Interaction, { app }: Front): Promise<boolean> {
  const isQuestion = interaction.isCommand() && asking.has(interaction.commandName);
  const deed = interaction.isAutocomplete() ? 'typing' : isQuestion ? 'question' : 'press';
  const turn = app.ops.cooldowns.turn(deed, whose(interaction.user.id, interaction.guildId));
  if (turn.isFree) return true;
  // Whoever types on sees completions again; nobody has to be told.
  if (turn.tell && interaction.isRepliable())
    await say(interaction, textPost(waitSentence(turn, interaction.locale)));
  return false;
}

/** As `isInTurn`, for a message that addresses Svar: of its person, and then of its channel. */
export async function isMessageInTurn(message: Message, { app }: Front, locale: string): Promise<boolean> {
  const { cooldowns } = app.ops;
  const { author, guildId, channelId, content } = message;
  if (!cooldowns.once(`asked:${author.id}:${channelId}:${plain(content)}`, repeatWindow)) return false;
  const own = cooldowns.turn('question', whose(author.id, guildId));
  const turn = own.isFree && guildId !== null ? cooldowns.turn('channel', channelId) : own;
  if (turn.isFree) return true;
  // The only private way to somebody who used no command; closed to many, who then hear nothing.
  if (turn.tell) await author.send(publicBody(textPost(waitSentence(turn, locale)))).catch(() => undefined);
  return false;
}

/** Whether so many answers stand in a channel already that the next one is for its asker alone. */
export const isChannelBusy = (channel: string, { app }: Front): boolean =>
  !app.ops.cooldowns.turn('channel', channel).isFree;

const whose = (person: string, server: string | null): string => `${server ?? 'direct'}:${person}`;

const waitSentence = (turn: Extract<Turn, { isFree: false }>, locale: string): string =>
  wordsFor(locale).replies.wait(Math.max(1, Math.ceil(turn.wait / 1000)));

/** What two messages have in common that ask the same; "??" and "???" are asked apart. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/\s?[?.!]?\s?$/u, '');
