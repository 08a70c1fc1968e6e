import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { pinWordsFor, serverOf } from '../front.ts';
import { isManager } from '../permissions.ts';
import { textPost } from '../post.ts';
import { respond, say } from '../respond.ts';
import type { SlashCommand } from './command.ts';
import { erase, eraseOption } from './erase.ts';
import { changeModerators, moderatorLines, moderatorsOption } from './moderators.ts';
import { forManagers, localisedPin } from './names.ts';

const sub = ApplicationCommandOptionType.Subcommand;

/** What a server sets for itself; for who may manage the server. */
export const settings: SlashCommand = {
  kind: 'slash',
  data: {
    ...localisedPin('settings'),
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    options: [{ ...localisedPin('settingsShow'), type: sub }, moderatorsOption, eraseOption],
  },
  run: (interaction, front) => {
    const words = pinWordsFor(interaction.locale);
    const server = serverOf(interaction.guildId);
    if (server === null || front.app.answers.settings === null)
      return say(interaction, textPost(words.fault.serverOnly));
    if (!isManager(interaction)) return say(interaction, textPost(words.settings.notManager));
    const subcommand = interaction.options.getSubcommand();
    const told =
      subcommand === 'erase'
        ? erase(interaction, server, front)
        : (subcommand === 'moderators'
            ? changeModerators(interaction, server, front)
            : moderatorLines(server, interaction.locale, front).then((lines) => lines.join('\n'))
          ).then(textPost);
    return respond(
      interaction,
      true,
      told.then((post) => [post]),
    );
  },
};
