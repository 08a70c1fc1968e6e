import { wordsFor } from '../front.ts';
import { publicBody, textPost } from '../post.ts';
import { say } from '../respond.ts';
import { mayChange, ownAnswer, type ButtonHandler } from './button.ts';

/** Takes an answer away, for the one who asked and moderators. */
export const remove: ButtonHandler<'remove'> = async (interaction, { asker, message }, front) => {
  const { replies } = wordsFor(interaction.locale);
  if (!(await mayChange(interaction, asker, front))) return say(interaction, textPost(replies.cannotRemove));
  await interaction.deferUpdate();
  const answer = await ownAnswer(interaction, message);
  const isGone = answer === null || (await deleted(answer));
  await interaction.editReply(publicBody(textPost(isGone ? replies.removed : replies.cannotDelete)));
};

async function deleted(answer: { delete(): Promise<unknown> }): Promise<boolean> {
  try {
    await answer.delete();
    return true;
  } catch {
    return false;
  }
}
