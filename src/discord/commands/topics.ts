import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Article } from '../../content/article.ts';
import { shorten } from '../escape.ts';
import { wordsFor } from '../front.ts';
import { limits } from '../limits.ts';
import { respond } from '../respond.ts';
import { articlePost, readable, topicsPost } from '../topics.ts';
import type { Choice, SlashCommand } from './command.ts';
import { everywhere, localised } from './names.ts';

export const topics: SlashCommand = {
  kind: 'slash',
  data: {
    ...localised('topics'),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      { ...localised('topicsArticle'), type: ApplicationCommandOptionType.String, autocomplete: true },
    ],
  },
  run: (interaction, { app }) => {
    const words = wordsFor(interaction.locale);
    const articles = readable(app.answers.content());
    const wish = interaction.options.getString('article');
    const article = wish === null ? null : chosenArticle(articles, wish);
    const post =
      article === null ? topicsPost(articles, 0, words, wish !== null) : articlePost(article, 0, words);
    return respond(interaction, true, Promise.resolve([post]));
  },
  complete: (interaction, { app }) => {
    const typed = interaction.options.getFocused().toLowerCase();
    const articles = readable(app.answers.content());
    const fitting = articles.filter(({ title, id }) => `${title} ${id}`.toLowerCase().includes(typed));
    return Promise.resolve(fitting.slice(0, limits.choices).map(choiceOf));
  },
};

/** Titles repeat: the first passage's hash names an article for certain. */
const choiceOf = (article: Article): Choice => ({
  name: shorten(article.title, limits.choiceName),
  value: `~${article.passages[0]?.hash ?? ''}`,
});

function chosenArticle(articles: readonly Article[], wish: string): Article | null {
  const text = wish.toLowerCase();
  return (
    articles.find(({ passages }) => `~${passages[0]?.hash}` === wish) ??
    articles.find(({ title }) => title.toLowerCase() === text) ??
    articles.find(({ title }) => title.toLowerCase().includes(text)) ??
    null
  );
}
