import { pinWordsFor, serverOf, settingWordsFor } from '../front.ts';
import { isManager } from '../permissions.ts';
import { publicBody, textPost } from '../post.ts';
import { say } from '../respond.ts';
import { changedPost } from '../settings/changed.ts';
import { standing } from '../settings/standing.ts';
import type { ButtonHandler } from './button.ts';

/** Takes a change of a setting back; that, too, can be taken back. For who may manage the server. */
export const setback: ButtonHandler<'setback'> = async (interaction, { change }, front) => {
  const { locale } = interaction;
  const { settings, fault } = pinWordsFor(locale);
  const words = settingWordsFor(locale);
  const server = serverOf(interaction.guildId);
  const own = front.app.answers.settings;
  if (server === null || own === null) return say(interaction, textPost(fault.serverOnly));
  if (!(await isManager(interaction, front))) return say(interaction, textPost(settings.notManager));
  await interaction.deferUpdate();
  const undone = await own.undo(server, change);
  const post = !undone.ok
    ? textPost(fault[undone.problem.kind])
    : undone.value === null
      ? textPost(front.commandIds.linked(words.tooLate))
      : changedPost(undone.value, locale, [
          words.undone,
          ...(await standing(undone.value.name, server, locale, front)),
        ]);
  await interaction.editReply(publicBody(post));
};
