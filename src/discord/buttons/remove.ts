import type { Message } from 'discord.js';
import { wordsFor } from '../front.ts';
import { publicBody, textPost } from '../post.ts';
import { say } from '../respond.ts';
import { mayChange, ownAnswer, type ButtonHandler, type Press } from './button.ts';

/** Takes an answer away, for the one who asked and moderators. */
export const remove: ButtonHandler<'remove'> = async (interaction, { message }, front) => {
  const { replies } = wordsFor(interaction.locale);
  const answer = await ownAnswer(interaction, message);
  if (answer === null) return say(interaction, textPost(replies.answerGone));
  if (!(await mayChange(interaction, answer, front))) return say(interaction, textPost(replies.cannotRemove));
  await interaction.deferUpdate();
  if (answer.id === interaction.message.id) return interaction.deleteReply();
  const isGone = await deleted(answer);
  await closed(interaction, isGone ? replies.removed : replies.cannotDelete);
};

/** The panel that held the button says what became of the answer. */
async function closed(interaction: Press, sentence: string): Promise<void> {
  await interaction.editReply(publicBody(textPost(sentence)));
}

async function deleted(answer: Message): Promise<boolean> {
  try {
    await answer.delete();
    return true;
  } catch {
    return false;
  }
}
