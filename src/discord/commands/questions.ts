import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { listed } from '../buttons/gaps.ts';
import { asGapModerator } from '../gaps/desk.ts';
import { respond } from '../respond.ts';
import type { SlashCommand } from './command.ts';
import { forModerators, localisedPin } from './names.ts';

const sub = ApplicationCommandOptionType.Subcommand;

/** What people ask, for moderators. */
export const questions: SlashCommand = {
  kind: 'slash',
  data: {
    ...localisedPin('questions'),
    ...forModerators,
    type: ApplicationCommandType.ChatInput,
    options: [{ ...localisedPin('questionsUnanswered'), type: sub }],
  },
  run: (interaction, front) =>
    asGapModerator(interaction, front, (desk) =>
      respond(
        interaction,
        true,
        listed(desk, 0).then((post) => [post]),
      ),
    ),
};
