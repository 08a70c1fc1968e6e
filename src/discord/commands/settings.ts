import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import type { ServerSettings } from '../../curation/settings.ts';
import { pinWordsFor, serverOf, type PinWords } from '../front.ts';
import { isManager } from '../permissions.ts';
import { textPost } from '../post.ts';
import { respond, say } from '../respond.ts';
import type { SlashCommand } from './command.ts';
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
      {
        ...localisedPin('settingsModerators'),
        type: sub,
        options: [{ ...localisedPin('settingsRole'), type: ApplicationCommandOptionType.Role }],
      },
    ],
  },
  run: (interaction, { app }) => {
    const words = pinWordsFor(interaction.locale);
    const server = serverOf(interaction.guildId);
    const own = app.answers.settings;
    if (server === null || own === null) return say(interaction, textPost(words.fault.serverOnly));
    if (!isManager(interaction)) return say(interaction, textPost(words.settings.notManager));
    const isChange = interaction.options.getSubcommand() === 'moderators';
    const role = isChange ? (interaction.options.getRole('role')?.id ?? null) : null;
    const told = isChange ? change(own, server, role, words) : show(own, server, words);
    return respond(
      interaction,
      true,
      told.then((sentence) => [textPost(sentence)]),
    );
  },
};

async function show(own: ServerSettings, server: ServerId, { settings: words }: PinWords): Promise<string> {
  const role = await own.curatorRole(server);
  return role.ok ? curators(role.value, words) : words.unread;
}

/** Who is a moderator; with a role also what it needs besides. */
const curators = (role: string | null, words: PinWords['settings']): string =>
  role === null ? words.noCurators : `${words.curators(`<@&${role}>`)}\n${words.integrations}`;

async function change(
  own: ServerSettings,
  server: ServerId,
  role: string | null,
  { settings: words, fault }: PinWords,
): Promise<string> {
  const stored = await own.setCuratorRole(server, role);
  if (!stored.ok) return fault[stored.problem.kind];
  return curators(role, words);
}
