import { ApplicationCommandType } from 'discord.js';
import { asModerator } from '../pins/moderator.ts';
import { openForMessage, openForOurs } from '../pins/open.ts';
import type { MessageCommand } from './command.ts';
import { forModerators, localisedPin } from './names.ts';

const { name, name_localizations } = localisedPin('pinAnswer');

/** From a wrong answer one pins the right passage; anybody else's message becomes the answer itself. */
export const pinAnswer: MessageCommand = {
  kind: 'message',
  data: { name, name_localizations, ...forModerators, type: ApplicationCommandType.Message },
  run: (interaction, front) =>
    asModerator(interaction, front, (desk) => {
      const { targetMessage } = interaction;
      return targetMessage.author.id === front.client.user.id
        ? openForOurs(interaction, targetMessage, desk)
        : openForMessage(interaction, targetMessage, desk);
    }),
};
