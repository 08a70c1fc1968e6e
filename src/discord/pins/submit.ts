import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { serverOf, wordsFor, pinWordsFor, type Front } from '../front.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { publicBody, textPost } from '../post.ts';
import { say } from '../respond.ts';
import type { KeptDraft } from './drafts.ts';
import { readForm, type FilledForm } from './form.ts';
import { deskFor, refusal } from './moderator.ts';
import { storeDraft } from './store.ts';

/** A form came back. Rights are checked again: they may have been taken away while it was open. */
export async function submitPin(interaction: ModalSubmitInteraction, front: Front): Promise<void> {
  const form = readForm(interaction);
  if (form === null) return say(interaction, textPost(wordsFor(interaction.locale).replies.outdatedButton));
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const desk = await deskFor(interaction, front);
  if (desk === null) return refuse(interaction, form, front);
  const kept = { ...form, server: desk.server, user: interaction.user.id };
  await interaction.editReply(publicBody(await storeDraft(interaction, kept, desk)));
}

/** Who may not store it keeps what they wrote all the same: the right may come back, or the store. */
async function refuse(interaction: ModalSubmitInteraction, form: FilledForm, front: Front): Promise<void> {
  const server = serverOf(interaction.guildId);
  const sentence = await refusal(interaction, front);
  const { draft: words } = pinWordsFor(interaction.locale);
  const kept: KeptDraft | null = server === null ? null : { ...form, server, user: interaction.user.id };
  const key = kept === null ? null : front.drafts.keep(kept);
  const buttons =
    key === null ? [] : [button(formatCustomId({ verb: 'pindraft', draft: key }), words.reopen)];
  await interaction.editReply(publicBody({ content: sentence, components: row(buttons), ping: null }));
}
