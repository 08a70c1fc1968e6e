import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { escapeLine } from '../escape.ts';
import { readerTags, wordsFor } from '../front.ts';
import { textPost } from '../post.ts';
import { respond } from '../respond.ts';
import type { SlashCommand } from './command.ts';
import { everywhere, localised, localisedName } from './names.ts';

export const help: SlashCommand = {
  kind: 'slash',
  data: {
    ...localised('help'),
    ...everywhere,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localised('helpTopic'),
        type: ApplicationCommandOptionType.String,
        choices: [
          { ...localisedName('helpAsking'), value: 'asking' },
          { ...localisedName('helpButtons'), value: 'buttons' },
          { ...localisedName('helpPrivacy'), value: 'privacy' },
        ],
      },
    ],
  },
  run: (interaction, { app, commandIds }) => {
    const words = wordsFor(interaction.locale);
    const topic = interaction.options.getString('topic');
    const line = words.replies.help(app.answers.examples(2, readerTags(interaction.locale)).map(escapeLine));
    const texts = { asking: words.help.asking, buttons: words.help.buttons, privacy: words.help.privacy };
    const chosen = topic === 'asking' || topic === 'buttons' || topic === 'privacy' ? texts[topic] : null;
    const text = chosen ?? [line, ...Object.values(texts)].join('\n');
    return respond(interaction, true, Promise.resolve([textPost(commandIds.linked(text))]));
  },
};
