import { pinWordsFor, serverOf } from '../front.ts';
import { isManager } from '../permissions.ts';
import { publicBody, textPost } from '../post.ts';
import { say } from '../respond.ts';
import type { ButtonHandler } from './button.ts';

/** Everything that is kept for a server goes; only for who may manage it, and who asked for it. */
export const eraseall: ButtonHandler<'eraseall'> = async (interaction, { asker }, front) => {
  const { settings, fault, erase: words } = pinWordsFor(interaction.locale);
  const server = serverOf(interaction.guildId);
  if (server === null) return say(interaction, textPost(fault.serverOnly));
  if (!(await isManager(interaction, front)) || asker !== interaction.user.id)
    return say(interaction, textPost(settings.notManager));
  await interaction.deferUpdate();
  const erased = await front.app.eraseServer(server);
  await interaction.editReply(publicBody(textPost(erased.ok ? words.done : words.failed)));
};
