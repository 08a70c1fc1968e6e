import {
  ApplicationCommandOptionType,
  ChannelType,
  PermissionFlagsBits,
  type APIApplicationCommandSubcommandOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import type { Desk } from '../../curation/desks.ts';
import { digestDeed } from '../desk/watch.ts';
import { deskWordsFor, pinWordsFor, type Front, type PinWords } from '../front.ts';
import { localisedPin } from './names.ts';

const nothing = ['role', 'channel', 'notify'] as const;
const names = {
  role: 'moderatorsNoRole',
  channel: 'moderatorsNoChannel',
  notify: 'moderatorsNoNotify',
} as const;

/** `/settings moderators`: who is one besides, and where they are written to. What is left out stays as it is. */
export const moderatorsOption: APIApplicationCommandSubcommandOption = {
  ...localisedPin('settingsModerators'),
  type: ApplicationCommandOptionType.Subcommand,
  options: [
    { ...localisedPin('settingsRole'), type: ApplicationCommandOptionType.Role },
    {
      ...localisedPin('moderatorsChannel'),
      type: ApplicationCommandOptionType.Channel,
      channel_types: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
    },
    { ...localisedPin('moderatorsNotify'), type: ApplicationCommandOptionType.Role },
    {
      ...localisedPin('moderatorsRemove'),
      type: ApplicationCommandOptionType.String,
      choices: nothing.map((value) => {
        const { name, name_localizations } = localisedPin(names[value]);
        return { name, name_localizations, value };
      }),
    },
  ],
};

/** Who moderates and where they are written to, as sentences. Read by whoever may manage the server. */
export async function moderatorLines(
  server: ServerId,
  locale: string,
  { app }: Front,
): Promise<readonly string[]> {
  const { settings: words } = pinWordsFor(locale);
  const role = await app.answers.settings?.curatorRole(server);
  const desk = await app.desks?.of(server);
  if (role?.ok !== true || desk?.ok !== true) return [words.unread];
  return [...curatorLines(role.value, words), ...deskLines(desk.value, locale)];
}

/** With a role also what it needs besides. */
const curatorLines = (role: string | null, words: PinWords['settings']): readonly string[] =>
  role === null ? [words.noCurators] : [words.curators(`<@&${role}>`), words.integrations];

function deskLines(desk: Desk | null, locale: string): readonly string[] {
  const { settings: words } = deskWordsFor(locale);
  if (desk === null) return [words.noDesk];
  const { channel, notify } = desk;
  return [words.desk(`<#${channel}>`), notify === null ? words.noNotify : words.notify(`<@&${notify}>`)];
}

/** Changes what was given and says how things stand then, with what is in the way. */
export async function changeModerators(
  interaction: ChatInputCommandInteraction,
  server: ServerId,
  front: Front,
): Promise<string> {
  const { app } = front;
  const { settings: words, fault } = pinWordsFor(interaction.locale);
  const { settings: deskWords } = deskWordsFor(interaction.locale);
  const { options, locale } = interaction;
  const drop = options.getString('remove');
  const role = options.getRole('role')?.id ?? null;
  const before = await app.desks?.of(server);
  if (before?.ok !== true) return words.unread;
  const desk = deskOf(interaction, before.value);
  if (desk === 'no-channel') return deskWords.notifyAlone;
  if (role !== null || drop === 'role') {
    const stored = await app.answers.settings?.setCuratorRole(server, role);
    if (stored?.ok !== true) return stored === undefined ? words.unread : fault[stored.problem.kind];
  }
  if (!isSame(desk, before.value)) {
    const stored = await app.desks?.set(server, desk);
    if (stored?.ok !== true) return stored === undefined ? words.unread : fault[stored.problem.kind];
    // The first summary is of the week that is to come.
    if (before.value === null) await app.once?.first(server, digestDeed(new Date()));
  }
  const told = await moderatorLines(server, locale, front);
  return [...told, ...troubles(interaction, desk)].join('\n');
}

/** The desk as it is to be; a role alone has nowhere to be notified. */
function deskOf({ options }: ChatInputCommandInteraction, before: Desk | null): Desk | null | 'no-channel' {
  const drop = options.getString('remove');
  const channel =
    options.getChannel('channel')?.id ?? (drop === 'channel' ? null : (before?.channel ?? null));
  const role = options.getRole('notify')?.id ?? null;
  if (channel === null) return role === null ? null : 'no-channel';
  return { channel, notify: role ?? (drop === 'notify' ? null : (before?.notify ?? null)) };
}

const isSame = (one: Desk | null, other: Desk | null): boolean =>
  one?.channel === other?.channel && one?.notify === other?.notify;

/** What keeps the desk from working. */
function troubles(interaction: ChatInputCommandInteraction, desk: Desk | null): readonly string[] {
  if (desk === null || !interaction.inCachedGuild()) return [];
  const { settings: words } = deskWordsFor(interaction.locale);
  const { guild } = interaction;
  const me = guild.members.me;
  const channel = guild.channels.cache.get(desk.channel);
  const send =
    channel?.isThread() === true
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages;
  const isOpen =
    me !== null && channel?.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, send]) === true;
  const role = desk.notify === null ? null : guild.roles.cache.get(desk.notify);
  const mentionable =
    role === null ||
    role?.mentionable === true ||
    (me !== null && channel?.permissionsFor(me).has(PermissionFlagsBits.MentionEveryone) === true);
  return [
    ...(isOpen ? [] : [words.cannotWrite(`<#${desk.channel}>`)]),
    ...(mentionable || desk.notify === null ? [] : [words.notMentionable(`<@&${desk.notify}>`)]),
  ];
}
