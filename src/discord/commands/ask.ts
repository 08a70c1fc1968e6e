import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Located } from '../../knowledge/ranking.ts';
import { askEach, postsOf } from '../answering.ts';
import { answerRow } from '../controls.ts';
import { courtesyLine, isAnswered } from '../courtesy.ts';
import { mayAskPerson } from '../desk/person.ts';
import { wordsFor, type Front } from '../front.ts';
import { serverFor } from '../home.ts';
import { limits } from '../limits.ts';
import { passageLook, passagePost, type Setting } from '../looks.ts';
import { noteAsked } from '../noted.ts';
import { isChannelBusy } from '../pace.ts';
import { textPost, type Post } from '../post.ts';
import { respond } from '../respond.ts';
import { pagedPosts } from '../whole.ts';
import { choiceOf, chosenPassage } from './choice.ts';
import type { SlashCommand } from './command.ts';
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
    const wish = interaction.options.getBoolean('private') ?? interaction.guildId === null;
    const isPrivate = wish || isChannelBusy(interaction.channelId, front);
    return respond(interaction, isPrivate, answer(interaction, front, isPrivate));
  },
  complete: async (interaction, front) => {
    const { locale, guildId, user } = interaction;
    const server = await serverFor(guildId, user.id, front);
    const place = { server, language: locale, limit: limits.choices };
    const found = await front.app.answers.complete(interaction.options.getFocused(), place);
    return found.map(choiceOf);
  },
};

async function answer(
  interaction: ChatInputCommandInteraction,
  front: Front,
  isPrivate: boolean,
): Promise<readonly Post[]> {
  const { answers } = front.app;
  const value = interaction.options.getString('question', true);
  const words = wordsFor(interaction.locale);
  const chosen = chosenPassage(value, answers);
  if (chosen === 'gone') return [textPost(words.replies.gone)];
  const setting = {
    words,
    quoted: chosen?.passage.heading ?? value,
    ping: isPrivate ? null : personToTell(interaction),
  };
  if (chosen !== null) return chosenPosts(chosen, setting, front, isPrivate);
  const server = await serverFor(interaction.guildId, interaction.user.id, front);
  const answered = await askEach(value, server, answers);
  const said = answers.smallTalk(value);
  if (said !== null && !answered.some(({ answer: given }) => isAnswered(said, given)))
    return [textPost(courtesyLine(said, words))];
  noteAsked(answered, server, interaction.guildId === null, front);
  const canAskPerson = await mayAskPerson(answered, interaction.guildId, front);
  return postsOf(answered, answers, { ...setting, canAskPerson }, isPrivate);
}

/** The very passage that was chosen among those with the same heading. */
function chosenPosts(chosen: Located, setting: Setting, { app }: Front, isPrivate: boolean): readonly Post[] {
  if (!isPrivate) return [passagePost(chosen, app.answers, setting)];
  const { hash } = chosen.passage;
  const look = passageLook(chosen, app.answers, setting.words);
  return pagedPosts(look, setting, hash, 0, answerRow(hash, false, setting.words));
}

/** The one user the asker chose may be notified; neither themselves nor a bot. */
function personToTell(interaction: ChatInputCommandInteraction): string | null {
  const user = interaction.options.getUser('for');
  return user === null || user.bot || user.id === interaction.user.id ? null : user.id;
}
