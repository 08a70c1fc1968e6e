import type { Message } from 'discord.js';
import { serverOf, uiTags, type Front } from './front.ts';

/** A message tells no locale: the language that its words tell, else the one chosen for the server, else the server's own, else that of most articles. */
export async function localeFor(message: Message, text: string, { app }: Front): Promise<string> {
  const told = app.answers.toldLanguage(text, uiTags);
  if (told !== null) return told;
  const server = serverOf(message.guildId);
  const { settings } = app.answers;
  const chosen = server === null || settings === null ? null : (await settings.of(server)).language;
  return chosen ?? message.guild?.preferredLocale ?? app.answers.languages()[0] ?? 'en';
}
