import type { PinDraft } from '../../curation/pins/draft.ts';
import type { KeptDraft } from '../pins/drafts.ts';
import { asModerator, type Desk } from '../pins/moderator.ts';
import { openForDraft } from '../pins/open.ts';
import { storeDraft } from '../pins/store.ts';
import { publicBody, textPost } from '../post.ts';
import { say } from '../respond.ts';
import type { ButtonHandler, Press } from './button.ts';

/** Buttons below a fault of the pin form: they start from what was typed, and only for whoever typed it. */
export const pindraft: ButtonHandler<'pindraft'> = (interaction, { draft }, front) =>
  withDraft(interaction, draft, front, (kept, desk) => openForDraft(interaction, kept, desk));

/** The typed text is meant, not the passage. */
export const pinown: ButtonHandler<'pinown'> = (interaction, { draft }, front) =>
  withDraft(interaction, draft, front, (kept, desk) =>
    settle(interaction, draft, withAnswer(kept, { target: null }), desk),
  );

/** The passage is meant, not the typed text. */
export const pinpassage: ButtonHandler<'pinpassage'> = (interaction, { draft }, front) =>
  withDraft(interaction, draft, front, (kept, desk) =>
    settle(interaction, draft, withAnswer(kept, { text: '' }), desk),
  );

/** What was typed replaces what the pin that is in the way says now. */
export const pinmine: ButtonHandler<'pinmine'> = (interaction, { draft, pin, revision }, front) =>
  withDraft(interaction, draft, front, (kept, desk) =>
    settle(interaction, draft, kept, desk, { pin, revision: Number(revision) }),
  );

const withAnswer = (kept: KeptDraft, answer: Partial<PinDraft>): KeptDraft => ({
  ...kept,
  draft: { ...kept.draft, ...answer },
});

function withDraft(
  interaction: Press,
  key: string,
  front: Parameters<ButtonHandler<'pindraft'>>[2],
  use: (kept: KeptDraft, desk: Desk) => Promise<void>,
): Promise<void> {
  return asModerator(interaction, front, (desk) => {
    const kept = front.drafts.find(key, interaction.user.id, desk.server);
    return kept === null ? say(interaction, textPost(desk.words.draft.gone)) : use(kept, desk);
  });
}

async function settle(
  interaction: Press,
  key: string,
  kept: KeptDraft,
  desk: Desk,
  into: { readonly pin: string; readonly revision: number } | null = null,
): Promise<void> {
  await interaction.deferUpdate();
  const post = await storeDraft(interaction, kept, desk, into);
  desk.front.drafts.drop(key);
  await interaction.editReply(publicBody(post));
}
