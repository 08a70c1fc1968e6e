import { hasDesk } from '../desk/person.ts';
import { pinWordsFor, wordsFor } from '../front.ts';
import { limits, measures } from '../limits.ts';
import { publicBody, textPost, type Post } from '../post.ts';
import { withAnswer, withSentence } from '../replace.ts';
import { respond, say } from '../respond.ts';
import { lookOfTarget, targetAt } from '../target.ts';
import { pagedPosts } from '../whole.ts';
import { isPrivate, mayChange, ownAnswer, type ButtonHandler } from './button.ts';
import { notePicked } from './picked.ts';

/** Another passage or fixed answer: in the answer itself for the asker and moderators, privately for everyone else. */
export const pick: ButtonHandler<'pick'> = async (interaction, { target, message, part }, front) => {
  const { answers } = front.app;
  const words = wordsFor(interaction.locale);
  const found = await targetAt(target, interaction, front);
  if (found === 'unread') return say(interaction, textPost(pinWordsFor(interaction.locale).fault.unread));
  if (found === null) return say(interaction, textPost(words.replies.gone));
  const look = lookOfTarget(found, answers, words);
  const answer = await ownAnswer(interaction, message);
  if (answer === null || !(await mayChange(interaction, answer, front))) {
    const setting = { words, quoted: null, ping: null };
    await respond(interaction, true, Promise.resolve(pagedPosts(look, setting, target, 0, [])));
    return notePicked(interaction, answer ?? interaction.message, { target, part }, front);
  }
  // Who reads alone reads all of it.
  const isAlone = isPrivate(interaction) || interaction.guildId === null;
  const longest = isAlone ? limits.content : measures.body;
  const post = withAnswer(answer, { words, part, longest }, look, target);
  if (answer.id === interaction.message.id) {
    await interaction.update(publicBody(post));
    return notePicked(interaction, answer, { target, part }, front);
  }
  // The private panel is answered first: Discord waits three seconds only.
  await interaction.deferUpdate();
  await answer.edit(publicBody(post));
  await interaction.editReply(publicBody(textPost(words.replies.answered(answer.url))));
  return notePicked(interaction, answer, { target, part }, front);
};

/** None of the suggestions: the answer says that the articles do not tell. */
export const none: ButtonHandler<'none'> = async (interaction, { part }, front) => {
  const words = wordsFor(interaction.locale);
  if (!(await mayChange(interaction, interaction.message, front))) {
    return say(interaction, textPost(words.replies.notYours));
  }
  const canAskPerson = await hasDesk(interaction.guildId, front);
  const at = { words, part, canAskPerson };
  const post: Post = withSentence(interaction.message, at, words.answer.unknown);
  await interaction.update(publicBody(post));
};
