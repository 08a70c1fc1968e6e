import {
  ApplicationCommandOptionType,
  type APIApplicationCommandSubcommandOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { pinWordsFor, type Front } from '../front.ts';
import { textPost, type Post } from '../post.ts';
import { localisedPin } from './names.ts';

/** `/settings erase`: a person's id from everything that is kept here, or everything that is kept for this server. */
export const eraseOption: APIApplicationCommandSubcommandOption = {
  ...localisedPin('settingsErase'),
  type: ApplicationCommandOptionType.Subcommand,
  options: [{ ...localisedPin('erasePerson'), type: ApplicationCommandOptionType.User }],
};

/** Removes a person at once; asks back before everything of a server goes. */
export async function erase(
  { options, locale, user }: ChatInputCommandInteraction,
  server: ServerId,
  { app }: Front,
): Promise<Post> {
  const { erase: words } = pinWordsFor(locale);
  const person = options.getUser('person')?.id ?? null;
  if (person === null) {
    const id = formatCustomId({ verb: 'eraseall', asker: user.id });
    return { ...textPost(words.areYouSure), components: row([button(id, words.all)]) };
  }
  const erased = await app.erase(person, server);
  return textPost(erased.ok ? words.person(`<@${person}>`, erased.value) : words.failed);
}
