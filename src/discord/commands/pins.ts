import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ListedPin } from '../../curation/pins/pin.ts';
import { shorten } from '../escape.ts';
import type { Front } from '../front.ts';
import { limits } from '../limits.ts';
import { asModerator, deskFor, type Desk } from '../pins/moderator.ts';
import { openForPin, openForQuestion } from '../pins/open.ts';
import { showPreview } from '../pins/preview.ts';
import { listPost } from '../pins/list.ts';
import { storeDraft } from '../pins/store.ts';
import { confirmPost } from '../pins/told.ts';
import { textPost, type Post } from '../post.ts';
import { respond } from '../respond.ts';
import type { Choice, SlashCommand } from './command.ts';
import { forModerators, localisedPin } from './names.ts';

const text = ApplicationCommandOptionType.String;
const sub = ApplicationCommandOptionType.Subcommand;
const pinOption = { ...localisedPin('editPin'), type: text, required: true, autocomplete: true } as const;

export const pins: SlashCommand = {
  kind: 'slash',
  data: {
    ...localisedPin('pins'),
    ...forModerators,
    type: ApplicationCommandType.ChatInput,
    options: [
      {
        ...localisedPin('add'),
        type: sub,
        options: [
          { ...localisedPin('addQuestion'), type: text, required: true, max_length: 300 },
          { ...localisedPin('addPassage'), type: text, autocomplete: true },
          { ...localisedPin('addText'), type: text, max_length: 4000 },
          { ...localisedPin('addPhrasings'), type: text, max_length: 4000 },
          { ...localisedPin('addChannel'), type: ApplicationCommandOptionType.Boolean },
        ],
      },
      { ...localisedPin('list'), type: sub },
      { ...localisedPin('edit'), type: sub, options: [pinOption] },
      { ...localisedPin('remove'), type: sub, options: [pinOption] },
      { ...localisedPin('export'), type: sub },
      {
        ...localisedPin('preview'),
        type: sub,
        options: [
          { ...localisedPin('previewFile'), type: ApplicationCommandOptionType.Attachment, required: true },
        ],
      },
    ],
  },
  run: (interaction, front) => asModerator(interaction, front, (desk) => run(interaction, desk)),
  complete: (interaction, front) => complete(interaction, front),
};

function run(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  switch (interaction.options.getSubcommand()) {
    case 'add':
      return add(interaction, desk);
    case 'edit':
      return withPin(interaction, desk, (pin) => openForPin(interaction, pin, desk));
    case 'remove':
      return withPin(interaction, desk, (pin) =>
        respond(interaction, true, Promise.resolve([confirmPost(pin, desk.words)])),
      );
    case 'export':
      return exported(interaction, desk);
    case 'preview':
      return showPreview(interaction, desk);
    default:
      return respond(interaction, true, listed(desk));
  }
}

/** With a passage or a text the pin is stored at once; with a question alone the form opens. */
function add(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const { options } = interaction;
  const question = options.getString('question', true);
  const target = options.getString('passage')?.replace(/^~/u, '') ?? null;
  const own = options.getString('text');
  if (target === null && own === null) return openForQuestion(interaction, question, desk);
  const phrasings = options.getString('phrasings')?.split('|') ?? [];
  const kept = {
    server: desk.server,
    user: interaction.user.id,
    at: { message: '0', part: '0' },
    draft: { question, phrasings, target, text: own ?? '' },
    isForChannel: options.getBoolean('pin_in_channel') ?? false,
  };
  const stored = storeDraft(interaction, kept, desk);
  return respond(
    interaction,
    true,
    stored.then((post) => [post]),
  );
}

async function withPin(
  interaction: ChatInputCommandInteraction,
  desk: Desk,
  work: (pin: ListedPin) => Promise<void>,
): Promise<void> {
  const found = await desk.pins.named(desk.server, interaction.options.getString('pin', true));
  if (!found.ok) return respond(interaction, true, Promise.resolve([textPost(desk.words.fault.unread)]));
  if (found.value !== null) return work(found.value);
  return respond(interaction, true, Promise.resolve([textPost(desk.words.fault.missing)]));
}

async function listed({ pins: service, server, words }: Desk): Promise<readonly Post[]> {
  const all = await service.list(server);
  return [all.ok ? listPost(all.value, 0, words) : textPost(words.fault.unread)];
}

async function exported(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const markdown = await desk.pins.export(desk.server);
  if (!markdown.ok) return respond(interaction, true, Promise.resolve([textPost(desk.words.fault.unread)]));
  const files = [new AttachmentBuilder(Buffer.from(markdown.value), { name: 'pins.md' })];
  await interaction.reply({ files, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
}

/** Passages by their headings, pins by their questions; nothing for who is no moderator. */
async function complete(interaction: AutocompleteInteraction, front: Front): Promise<readonly Choice[]> {
  const desk = await deskFor(interaction, front);
  if (desk === null) return [];
  const { name, value } = interaction.options.getFocused(true);
  if (name === 'passage') {
    const found = await front.app.answers.complete(value, {
      server: null,
      language: interaction.locale,
      limit: limits.choices,
    });
    return found.flatMap(({ label, source, passage }) =>
      passage === null
        ? []
        : [{ name: shorten(`${label} · ${source ?? ''}`, limits.choiceName), value: `~${passage.hash}` }],
    );
  }
  const all = await desk.pins.list(desk.server);
  const typed = value.toLowerCase();
  return (all.ok ? all.value : [])
    .filter(({ question }) => question.toLowerCase().includes(typed))
    .slice(0, limits.choices)
    .map(({ id, question }) => ({ name: shorten(question, limits.choiceName), value: id }));
}
