import { PermissionFlagsBits, type GuildBasedChannel, type PermissionsBitField } from 'discord.js';
import { settingWordsFor } from '../front.ts';

const needed = {
  view: PermissionFlagsBits.ViewChannel,
  send: PermissionFlagsBits.SendMessages,
  sendInThreads: PermissionFlagsBits.SendMessagesInThreads,
  history: PermissionFlagsBits.ReadMessageHistory,
  react: PermissionFlagsBits.AddReactions,
} as const;
const names = ['view', 'send', 'sendInThreads', 'history', 'react'] as const;

/** What Svar lacks of its rights, by Discord's own names. */
export function missingRights(
  rights: Readonly<PermissionsBitField>,
  isThread: boolean,
  locale: string,
): readonly string[] {
  const { permissions } = settingWordsFor(locale);
  const wanted = names.filter((name) => name !== (isThread ? 'send' : 'sendInThreads'));
  return wanted.filter((name) => !rights.has(needed[name])).map((name) => permissions[name]);
}

/** As `missingRights`, in a channel as it is now; nothing where it is not known. */
export function missingIn(channel: GuildBasedChannel | null, locale: string): readonly string[] {
  const me = channel?.guild.members.me ?? null;
  const rights = me === null ? null : (channel?.permissionsFor(me) ?? null);
  // In a forum everything is written in its posts.
  const isThread = channel?.isThread() === true || channel?.isThreadOnly() === true;
  return rights === null ? [] : missingRights(rights, isThread, locale);
}
