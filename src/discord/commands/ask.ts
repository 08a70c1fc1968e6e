import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Answers, Completion } from '../../answers/service.ts';
import { shorten } from '../escape.ts';
import { serverFor } from '../home.ts';
import { wordsFor, type Front } from '../front.ts';
import { limits } from '../limits.ts';
import { publicPost } from '../looks.ts';
import type { Post } from '../post.ts';
import { respond } from '../respond.ts';
import { wholePosts } from '../whole.ts';
import type { Choice, SlashCommand } from './command.ts';
import { everywhere, localised } from './names.ts';

export const ask: SlashCommand = {
  kind: 'slash',
  data: {
    ...localised('ask'),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localised('askQuestion'),
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
        max_length: limits.content,
      },
      { ...localised('askPrivate'), type: ApplicationCommandOptionType.Boolean },
      { ...localised('askFor'), type: ApplicationCommandOptionType.User },
    ],
  },
  run: (interaction, front) => {
    const isPrivate = interaction.options.getBoolean('private') ?? interaction.channel?.isDMBased() ?? false;
    return respond(interaction, isPrivate, answer(interaction, front, isPrivate));
  },
  complete: async (interaction, front) => {
    const typed = interaction.options.getFocused();
    const server = await serverFor(interaction.guildId, interaction.user.id, front);
    const found = await front.app.answers.complete(typed, server, limits.choices);
    return found.slice(0, limits.choices).map(choiceOf);
  },
};

async function answer(
  interaction: ChatInputCommandInteraction,
  front: Front,
  isPrivate: boolean,
): Promise<readonly Post[]> {
  const { app } = front;
  const server = await serverFor(interaction.guildId, interaction.user.id, front);
  const question = questionFrom(interaction.options.getString('question', true), app.answers);
  const answered = await app.answers.ask({ text: question, server });
  const setting = {
    asker: interaction.user.id,
    words: wordsFor(interaction.locale),
    quoted: question,
    ping: isPrivate ? null : personToTell(interaction),
  };
  return isPrivate
    ? wholePosts(answered, app.answers, setting)
    : [publicPost(answered, app.answers, setting)];
}

/** A choice that was too long to be its own value travels as `~` and the passage's hash. */
function questionFrom(value: string, answers: Answers): string {
  const hash = /^~([0-9a-f]{12})$/u.exec(value)?.[1];
  return (hash === undefined ? null : answers.find(hash)?.passage.heading) ?? value;
}

/** The one user the asker chose may be notified; neither themselves nor a bot. */
function personToTell(interaction: ChatInputCommandInteraction): string | null {
  const user = interaction.options.getUser('for');
  return user === null || user.bot || user.id === interaction.user.id ? null : user.id;
}

function choiceOf({ label, source, passage, pinned }: Completion): Choice {
  const name = `${pinned ? '📌 ' : ''}${label}${source === null ? '' : ` · ${source}`}`;
  const isShort = label.length <= limits.choiceValue || passage === null;
  return {
    name: shorten(name.length <= limits.choiceName ? name : label, limits.choiceName),
    value: isShort ? shorten(label, limits.choiceValue) : `~${passage.hash}`,
  };
}
