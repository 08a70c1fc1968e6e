import {
  ApplicationCommandOptionType,
  type APIApplicationCommandSubcommandOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import { uiLanguages } from '../../strings/index.ts';
import { localisedSetting, localisedText } from '../commands/names.ts';
import { settingWordsFor, uiTags, type Front } from '../front.ts';
import type { Post } from '../post.ts';
import { changed } from './changed.ts';

/** Stands for the language that the server has told Discord. */
const automatic = 'server';

const nameOf = (tag: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;

/** `/settings language`: for messages that do not tell theirs. */
export const languageOption: APIApplicationCommandSubcommandOption = {
  ...localisedSetting('language'),
  type: ApplicationCommandOptionType.Subcommand,
  options: [
    {
      ...localisedSetting('languageWhich'),
      type: ApplicationCommandOptionType.String,
      required: true,
      choices: [
        ...uiTags.map((tag) => ({ ...localisedText((_, locale) => nameOf(tag, locale)), value: tag })),
        { ...localisedText(({ language }) => language.automatic), value: automatic },
      ],
    },
  ],
};

export async function languageLines(
  server: ServerId,
  locale: string,
  { app, client }: Front,
): Promise<readonly string[]> {
  const { language: words } = settingWordsFor(locale);
  const chosen = (await app.answers.settings?.of(server))?.language ?? null;
  const own = client.guilds.cache.get(server)?.preferredLocale ?? 'en';
  return [chosen === null ? words.asServer(nameOf(own, locale)) : words.set(nameOf(chosen, locale))];
}

export function changeLanguage(
  { options, locale }: ChatInputCommandInteraction,
  server: ServerId,
  front: Front,
): Promise<Post> {
  const tag = options.getString('language', true);
  const value = Object.hasOwn(uiLanguages, tag) ? tag : null;
  return changed({ server, locale }, 'language', value, front, () => languageLines(server, locale, front));
}
