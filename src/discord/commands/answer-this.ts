import { ApplicationCommandType, MessageFlags, type MessageContextMenuCommandInteraction } from 'discord.js';
import { wordsFor, type Front } from '../front.ts';
import { serverFor } from '../home.ts';
import { publicPost, type Setting } from '../looks.ts';
import { textPost, type Post } from '../post.ts';
import { withoutMention } from '../question.ts';
import { respond } from '../respond.ts';
import { speak } from '../speak.ts';
import { wholePosts } from '../whole.ts';
import type { MessageCommand } from './command.ts';
import { everywhere, localisedName } from './names.ts';

export const answerThis: MessageCommand = {
  kind: 'message',
  data: { ...localisedName('answerThis'), ...everywhere, type: ApplicationCommandType.Message },
  run: (interaction, front) => respond(interaction, true, answer(interaction, front)),
};

/** Replies to the message where something was found; what is said to the one who used the command is returned. */
async function answer(
  interaction: MessageContextMenuCommandInteraction,
  front: Front,
): Promise<readonly Post[]> {
  const { app, client } = front;
  const words = wordsFor(interaction.locale);
  const question = withoutMention(interaction.targetMessage.content, [client.user.id]);
  if (question === '') return [textPost(words.replies.nothingToRead)];
  const server = await serverFor(interaction.guildId, interaction.user.id, front);
  const answered = await app.answers.ask({ text: question, server });
  const setting: Setting = { asker: interaction.user.id, words, quoted: question, ping: null };
  if (answered.kind === 'found' || answered.kind === 'pinned') {
    const link = await replyTo(interaction, publicPost(answered, app.answers, setting));
    if (link !== null) return [textPost(words.replies.answered(link))];
  }
  return wholePosts(answered, app.answers, setting);
}

/** The address of our reply; null where Svar may not write. */
async function replyTo(
  interaction: MessageContextMenuCommandInteraction,
  post: Post,
): Promise<string | null> {
  const { targetMessage } = interaction;
  if (targetMessage.flags.has(MessageFlags.Ephemeral) || interaction.channel === null) return null;
  try {
    return (await speak(targetMessage, [post]))?.url ?? null;
  } catch {
    return null;
  }
}
