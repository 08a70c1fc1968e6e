import {
  ApplicationCommandOptionType,
  ChannelType,
  type APIApplicationCommandSubcommandOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import { localisedSetting } from '../commands/names.ts';
import { settingWordsFor, type Front, type SettingWords } from '../front.ts';
import { textPost, type Post } from '../post.ts';
import { changed } from './changed.ts';
import { missingIn } from './missing.ts';

/** So many channels of a server are kept an eye on. */
const mostChannels = 50;

/** `/settings channel`: where Svar answers what nobody addressed to it. */
export const channelOption: APIApplicationCommandSubcommandOption = {
  ...localisedSetting('channel'),
  type: ApplicationCommandOptionType.Subcommand,
  options: [
    {
      ...localisedSetting('channelWhich'),
      type: ApplicationCommandOptionType.Channel,
      channel_types: [ChannelType.GuildText, ChannelType.GuildForum, ChannelType.PublicThread],
    },
    { ...localisedSetting('channelAnswers'), type: ApplicationCommandOptionType.Boolean },
  ],
};

/** Where Svar answers unasked, as a sentence, and what keeps it from that. */
export async function channelLines(
  server: ServerId,
  locale: string,
  front: Front,
): Promise<readonly string[]> {
  const words = settingWordsFor(locale);
  const channels = (await front.app.answers.settings?.of(server))?.channels ?? [];
  const line = words.unasked.where(channels.map((id) => `<#${id}>`));
  return channels.length === 0 ? [line] : [line, ...accessLines(words, front)];
}

const accessLines = ({ unasked }: SettingWords, { access }: Front): readonly string[] =>
  access === 'granted' ? [] : [access === 'off' ? unasked.contentOff : unasked.contentRefused];

export async function changeChannel(
  interaction: ChatInputCommandInteraction,
  server: ServerId,
  front: Front,
): Promise<Post> {
  const { options, locale, guild, channelId } = interaction;
  const words = settingWordsFor(locale);
  const id = options.getChannel('channel')?.id ?? channelId;
  const isOn = options.getBoolean('answers') ?? true;
  const before = (await front.app.answers.settings?.of(server))?.channels ?? [];
  const channels = isOn ? Array.from(new Set([...before, id])) : before.filter((one) => one !== id);
  if (channels.length > mostChannels) return textPost(words.unasked.tooMany(mostChannels));
  const missing = missingIn(guild?.channels.cache.get(id) ?? null, locale);
  const told = isOn
    ? [
        words.unasked.on(`<#${id}>`),
        ...accessLines(words, front),
        ...(missing.length === 0 ? [] : [words.unasked.missing(missing)]),
      ]
    : [words.unasked.off(`<#${id}>`)];
  const value = channels.length === 0 ? null : channels;
  return changed({ server, locale }, 'channels', value, front, () => told);
}
