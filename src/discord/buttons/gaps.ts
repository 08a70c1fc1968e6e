import { setTimeout as pause } from 'node:timers/promises';
import { MessageFlags } from 'discord.js';
import type { Gap } from '../../curation/gaps/gap.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { GapDesk } from '../gaps/desk.ts';
import { asGapModerator } from '../gaps/desk.ts';
import { gapsPost, ignoredPost, wordingsPost } from '../gaps/list.ts';
import { openForGap } from '../pins/open.ts';
import { publicBody, textPost, type Post } from '../post.ts';
import { say } from '../respond.ts';
import { offersButton } from '../offers/list.ts';
import { isPrivate, type ButtonHandler, type Press } from './button.ts';

/** A form must be opened within three seconds; looking through many questions may take longer. Milliseconds. */
const patience = 2000;

/** Opens the form for a gap, with everything that was asked. */
export const gappin: ButtonHandler<'gappin'> = (interaction, { gap: id }, front) =>
  asGapModerator(interaction, front, async (desk) => {
    const found = await Promise.race([
      desk.gaps.find(desk.server, id),
      pause(patience, null, { ref: false }),
    ]);
    if (found === null) return say(interaction, textPost(desk.gapWords.slow));
    if (!found.ok) return say(interaction, textPost(desk.gapWords.unread));
    if (found.value === null) return say(interaction, textPost(desk.gapWords.gone));
    return openForGap(interaction, found.value, desk);
  });

export const gappage: ButtonHandler<'gappage'> = (interaction, { page }, front) =>
  updated(interaction, front, (desk) => listed(desk, Number(page)));

export const gapignored: ButtonHandler<'gapignored'> = (interaction, { page }, front) =>
  updated(interaction, front, async ({ gaps, server, gapWords }) => {
    const all = await gaps.list(server);
    return all.ok ? ignoredPost(all.value, Number(page), gapWords) : textPost(gapWords.unread);
  });

/** Leaves a gap out; one press takes it back. */
export const gapdrop: ButtonHandler<'gapdrop'> = (interaction, _, front) =>
  updated(interaction, front, async (desk) => {
    const { gaps, server, gapWords } = desk;
    const ignored = await gaps.ignore(server, chosen(interaction), true);
    if (!ignored.ok) return textPost(gapWords.unread);
    if (ignored.value === null) return textPost(gapWords.gone);
    const undo = button(formatCustomId({ verb: 'gapback', gap: ignored.value.id }), gapWords.undo);
    return { ...textPost(gapWords.dropped(named(ignored.value))), components: row([undo, toList(desk)]) };
  });

export const gapback: ButtonHandler<'gapback'> = (interaction, { gap }, front) =>
  updated(interaction, front, async (desk) => {
    const { gaps, server, gapWords } = desk;
    const restored = await gaps.ignore(server, gap, false);
    if (!restored.ok) return textPost(gapWords.unread);
    if (restored.value === null) return textPost(gapWords.gone);
    return { ...textPost(gapWords.restored(named(restored.value))), components: row([toList(desk)]) };
  });

/** Shows the wordings of a gap: one of them can be deleted for good. */
export const gaptexts: ButtonHandler<'gaptexts'> = (interaction, _, front) =>
  updated(interaction, front, async ({ gaps, server, gapWords }) => {
    const found = await gaps.find(server, chosen(interaction));
    if (!found.ok) return textPost(gapWords.unread);
    return found.value === null ? textPost(gapWords.gone) : wordingsPost(found.value, gapWords);
  });

export const gaperase: ButtonHandler<'gaperase'> = (interaction, _, front) =>
  updated(interaction, front, async (desk) => {
    const { gaps, server, gapWords } = desk;
    const erased = await gaps.erase(server, chosen(interaction));
    if (!erased.ok) return textPost(gapWords.notErased);
    return { ...textPost(gapWords.erased(erased.value)), components: row([toList(desk)]) };
  });

/** The list as it is now. */
export async function listed(
  { gaps, server, gapWords, offerWords, front }: GapDesk,
  page: number,
): Promise<Post> {
  const all = await gaps.list(server);
  if (!all.ok) return textPost(gapWords.unread);
  const offers = await front.app.offers?.list(server);
  const count = offers?.ok === true ? offers.value.length : 0;
  const more = count === 0 ? [] : [offersButton(offerWords.button(count))];
  return gapsPost(all.value, page, gapWords, front.app.config.editUrl, more);
}

/** What was chosen in a menu. */
export const chosen = (interaction: Press): string =>
  'values' in interaction ? (interaction.values[0] ?? '') : '';

const named = ({ question }: Gap): string => escapeLine(shorten(question, 150));

const toList = ({ gapWords }: GapDesk) =>
  button(formatCustomId({ verb: 'gappage', page: '0' }), gapWords.toList);

/** A private list becomes what `post` gives; what stands in a channel for all moderators is answered privately. */
export function updated(
  interaction: Press,
  front: Parameters<ButtonHandler<'gappage'>>[2],
  post: (desk: GapDesk) => Promise<Post>,
): Promise<void> {
  return asGapModerator(interaction, front, async (desk) => {
    if (isPrivate(interaction)) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(publicBody(await post(desk)));
  });
}
