import { pinWordsFor, wordsFor } from '../front.ts';
import { textPost } from '../post.ts';
import { respond, say } from '../respond.ts';
import { lookOfTarget, targetAt } from '../target.ts';
import { pagedPosts } from '../whole.ts';
import type { ButtonHandler } from './button.ts';

/** The whole text, privately, a few posts at a time. */
export const more: ButtonHandler<'more'> = async (interaction, { target, page }, front) => {
  const words = wordsFor(interaction.locale);
  const found = await targetAt(target, interaction, front);
  if (found === 'unread') return say(interaction, textPost(pinWordsFor(interaction.locale).fault.unread));
  if (found === null) return say(interaction, textPost(words.replies.gone));
  const look = lookOfTarget(found, front.app.answers, words);
  const setting = { words, quoted: null, ping: null };
  return respond(interaction, true, Promise.resolve(pagedPosts(look, setting, target, Number(page), [])));
};
