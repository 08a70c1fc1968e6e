import type { Message } from 'discord.js';
import { pinWordsFor, wordsFor, type Front } from '../front.ts';
import { publicBody, textPost, type Post } from '../post.ts';
import { quotedQuestion } from '../question.ts';
import { say } from '../respond.ts';
import { speak } from '../speak.ts';
import { postOfTarget, targetAt } from '../target.ts';
import { isPrivate, type ButtonHandler, type Press } from './button.ts';
import { notePicked } from './picked.ts';

/**
 * Replies with a passage or a fixed answer to the message that "Answer this" was used on. Everybody may do that to every message of the
 * channel; the list that asked says what became of it.
 */
export const reply: ButtonHandler<'reply'> = async (interaction, { target, message }, front) => {
  const words = wordsFor(interaction.locale);
  if (!isPrivate(interaction)) return say(interaction, textPost(words.replies.outdatedButton));
  await interaction.deferUpdate();
  const tell = async (sentence: string): Promise<void> => {
    await interaction.editReply(publicBody(textPost(sentence)));
  };
  const found = await targetAt(target, interaction, front);
  if (found === 'unread') return tell(pinWordsFor(interaction.locale).fault.unread);
  if (found === null) return tell(words.replies.gone);
  const asked = await messageIn(interaction, message);
  if (asked === null) return tell(words.replies.nothingToRead);
  const setting = { words, quoted: null, ping: null };
  const link = await posted(asked, postOfTarget(found, front.app.answers, setting), interaction, front);
  await tell(link === null ? words.replies.cannotPost : words.replies.answered(link));
  return notePicked(interaction, interaction.message, { target, part: '0' }, front);
};

/** Somebody's message in the channel of the interaction; null when it is gone or our own. */
async function messageIn(interaction: Press, id: string): Promise<Message | null> {
  try {
    const found = await interaction.channel?.messages.fetch(id);
    return found === undefined || found.author.id === interaction.client.user.id ? null : found;
  } catch {
    return null;
  }
}

async function posted(
  asked: Message,
  post: Post,
  interaction: Press,
  { followed }: Front,
): Promise<string | null> {
  const sent = await speak(asked, [post]);
  if (sent !== null) followed.add(asked.id, sent, quotedQuestion(interaction.message.content) ?? '');
  return sent?.url ?? null;
}
