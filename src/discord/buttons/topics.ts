import { wordsFor, type Front } from '../front.ts';
import { passageLook } from '../looks.ts';
import { publicBody, textPost, type Post } from '../post.ts';
import { respond, say } from '../respond.ts';
import { articlePost, readable, topicsPost } from '../topics.ts';
import { pagedPosts } from '../whole.ts';
import { isPrivate, type ButtonHandler, type Press } from './button.ts';

/** Turns the page in a private list; opens one where the button stands in public. */
async function show(interaction: Press, post: Post): Promise<void> {
  if (isPrivate(interaction)) await interaction.update(publicBody(post));
  else await respond(interaction, true, Promise.resolve([post]));
}

/** The hash chosen in a menu. */
const chosen = (interaction: Press): string =>
  interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';

export const topics: ButtonHandler<'topics'> = (interaction, { page }, { app }) =>
  show(interaction, topicsPost(readable(app.answers.content()), Number(page), wordsFor(interaction.locale)));

export const article: ButtonHandler<'article'> = (interaction, _, { app }) => {
  const words = wordsFor(interaction.locale);
  const located = app.answers.find(chosen(interaction));
  return located === null
    ? say(interaction, textPost(words.replies.gone))
    : show(interaction, articlePost(located.article, 0, words));
};

export const headings: ButtonHandler<'headings'> = (interaction, { target, page }, { app }) => {
  const words = wordsFor(interaction.locale);
  const located = app.answers.find(target);
  return located === null
    ? say(interaction, textPost(words.replies.gone))
    : show(interaction, articlePost(located.article, Number(page), words));
};

export const heading: ButtonHandler<'heading'> = (interaction, _, front) =>
  showPassage(interaction, chosen(interaction), front);

/** What the first message in a server gives as an example, for whoever presses. */
export const example: ButtonHandler<'example'> = (interaction, { target }, front) =>
  showPassage(interaction, target, front);

async function showPassage(interaction: Press, hash: string, { app }: Front): Promise<void> {
  const words = wordsFor(interaction.locale);
  const located = app.answers.find(hash);
  if (located === null) return say(interaction, textPost(words.replies.gone));
  const setting = { words, quoted: null, ping: null };
  const look = passageLook(located, app.answers, words);
  return respond(interaction, true, Promise.resolve(pagedPosts(look, setting, located.passage.hash, 0, [])));
}
