import { wordsFor } from '../front.ts';
import { passageLook } from '../looks.ts';
import { textPost } from '../post.ts';
import { respond, say } from '../respond.ts';
import { pagedPosts } from '../whole.ts';
import type { ButtonHandler } from './button.ts';

/** The whole text, privately, a few posts at a time. */
export const more: ButtonHandler<'more'> = async (interaction, { asker, target, page }, { app }) => {
  const words = wordsFor(interaction.locale);
  const located = app.answers.find(target);
  if (located === null) return say(interaction, textPost(words.replies.gone));
  const setting = { asker, words, quoted: null, ping: null };
  const look = passageLook(located, [], app.answers, words);
  return respond(interaction, true, Promise.resolve(pagedPosts(look, setting, target, Number(page), [])));
};
