import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import { pinWordsFor, serverOf, type Front } from '../front.ts';
import { isManager } from '../permissions.ts';
import { textPost, type Post } from '../post.ts';
import { respond, say } from '../respond.ts';
import type { SlashCommand } from './command.ts';
import { erase, eraseOption } from './erase.ts';
import { articlesOption, changeArticles, completeArticles } from '../settings/articles.ts';
import { changeChannel, channelOption } from '../settings/channel.ts';
import { changeLanguage, languageOption } from '../settings/language.ts';
import { shownSettings } from '../settings/show.ts';
import { changeThreshold, thresholdOption } from '../settings/threshold.ts';
import { changeModerators, moderatorsOption } from './moderators.ts';
import { forManagers, localisedPin } from './names.ts';

const sub = ApplicationCommandOptionType.Subcommand;

/** What a server sets for itself; for who may manage the server. */
export const settings: SlashCommand = {
  kind: 'slash',
  data: {
    ...localisedPin('settings'),
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    options: [
      { ...localisedPin('settingsShow'), type: sub },
      moderatorsOption,
      channelOption,
      languageOption,
      thresholdOption,
      articlesOption,
      eraseOption,
    ],
  },
  async run(interaction, front) {
    const words = pinWordsFor(interaction.locale);
    const server = serverOf(interaction.guildId);
    if (server === null || front.app.answers.settings === null)
      return say(interaction, textPost(words.fault.serverOnly));
    if (!(await isManager(interaction, front))) return say(interaction, textPost(words.settings.notManager));
    const part = parts[interaction.options.getSubcommand()] ?? shownSettings;
    return respond(
      interaction,
      true,
      part(interaction, server, front).then((post) => [post]),
    );
  },
  complete: (interaction, front) =>
    isManager(interaction, front).then((may) => (may ? completeArticles(interaction, front) : [])),
};

type Part = (interaction: ChatInputCommandInteraction, server: ServerId, front: Front) => Promise<Post>;

/** What each subcommand does; a new one is a row here and one among the options. */
const parts: Readonly<Record<string, Part>> = {
  show: shownSettings,
  moderators: async (...at) => textPost(await changeModerators(...at)),
  channel: changeChannel,
  language: changeLanguage,
  threshold: changeThreshold,
  articles: changeArticles,
  erase,
};
