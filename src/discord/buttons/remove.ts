import type { ButtonBuilder, Message } from 'discord.js';
import { button } from '../controls.ts';
import { formatCustomId, type CustomId } from '../custom-id.ts';
import { wordsFor, type Words } from '../front.ts';
import { publicBody, textPost } from '../post.ts';
import { hasOtherAnswers, withSentence } from '../replace.ts';
import { say } from '../respond.ts';
import { mayChange, ownAnswer, type ButtonHandler, type Press } from './button.ts';

/** Takes an answer away, the others of its post left as they are, for the one who asked and moderators. */
export const remove: ButtonHandler<'remove'> = async (interaction, { message, part }, front) => {
  const words = wordsFor(interaction.locale);
  const { replies } = words;
  const answer = await ownAnswer(interaction, message);
  if (answer === null) return say(interaction, textPost(replies.answerGone));
  if (!(await mayChange(interaction, answer, front))) return say(interaction, textPost(replies.cannotRemove));
  await interaction.deferUpdate();
  if (hasOtherAnswers(answer, part)) {
    await answer.edit(publicBody(withSentence(answer, { words, part }, replies.removed)));
    return closed(interaction, replies.removed);
  }
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

/** Takes an answer away. */
export const removeButton = (at: Omit<CustomId<'remove'>, 'verb'>, { panel }: Words): ButtonBuilder =>
  button(formatCustomId({ verb: 'remove', ...at }), panel.remove);
