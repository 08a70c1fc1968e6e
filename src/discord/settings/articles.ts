import {
  ApplicationCommandOptionType,
  type APIApplicationCommandSubcommandOption,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import type { Choice } from '../commands/command.ts';
import { localisedSetting } from '../commands/names.ts';
import { escapeLine, shorten } from '../escape.ts';
import { settingWordsFor, type Front } from '../front.ts';
import { limits } from '../limits.ts';
import { textPost, type Post } from '../post.ts';
import { readable } from '../topics.ts';
import { changed } from './changed.ts';

/** So many folders are named in a sentence. */
const mostNamed = 20;

/** `/settings articles`: the folders of the content that a server reads. */
export const articlesOption: APIApplicationCommandSubcommandOption = {
  ...localisedSetting('articles'),
  type: ApplicationCommandOptionType.Subcommand,
  options: [
    {
      ...localisedSetting('articlesFolders'),
      type: ApplicationCommandOptionType.String,
      autocomplete: true,
      max_length: limits.content,
    },
  ],
};

const partsOf = (text: string): readonly string[] => text.split(/[,;]/u).map((part) => part.trim());
const bare = (folder: string): string => folder.replaceAll('\\', '/').replaceAll(/^\/+|\/+$/gu, '');
const named = (folders: readonly string[]): readonly string[] =>
  folders.slice(0, mostNamed).map((folder) => `**${escapeLine(shorten(folder, 80))}**`);

/** Completes the last of the folders that are typed. */
export function completeArticles(interaction: AutocompleteInteraction, { app }: Front): readonly Choice[] {
  const typed = partsOf(interaction.options.getFocused());
  const [before, last] = [typed.slice(0, -1).filter((part) => part !== ''), bare(typed.at(-1) ?? '')];
  return app.answers
    .folders()
    .filter((folder) => folder.toLowerCase().includes(last.toLowerCase()) && !before.includes(folder))
    .map((folder) => [...before, folder].join(', '))
    .filter((text) => text.length <= limits.choiceValue)
    .slice(0, limits.choices)
    .map((text) => ({ name: text, value: text }));
}

/** What a server reads, as a sentence. */
export async function articleLines(
  server: ServerId,
  locale: string,
  { app }: Front,
): Promise<readonly string[]> {
  const { articles: words } = settingWordsFor(locale);
  const { answers } = app;
  const folders = (await answers.settings?.of(server))?.folders ?? [];
  const of = answers.whole().articles.filter(({ passages }) => passages.length > 0).length;
  if (folders.length === 0) return [words.all(of)];
  const own = readable((await answers.within(server)).content()).length;
  return [words.some(named(folders), own, of), ...(own === 0 ? [words.none] : [])];
}

export async function changeArticles(
  { options, locale }: ChatInputCommandInteraction,
  server: ServerId,
  front: Front,
): Promise<Post> {
  const { articles: words } = settingWordsFor(locale);
  const known = front.app.answers.folders();
  const folders = Array.from(new Set(partsOf(options.getString('folders') ?? '').map(bare))).filter(
    (folder) => folder !== '',
  );
  const wrong = folders.find((folder) => !known.includes(folder));
  if (wrong !== undefined) return textPost(words.unknown(named([wrong])[0] ?? '', named(known)));
  return changed({ server, locale }, 'folders', folders.length === 0 ? null : folders, front, () =>
    articleLines(server, locale, front),
  );
}
