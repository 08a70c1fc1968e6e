import type { PinOutcome } from '../../curation/pins/pin.ts';
import { publicBody, textPost, type Post } from '../post.ts';
import { respond, say } from '../respond.ts';
import { followInChannel } from '../pins/channel.ts';
import { listPost } from '../pins/list.ts';
import { asModerator, type Desk } from '../pins/moderator.ts';
import { openForAnswer, openForPin } from '../pins/open.ts';
import { confirmPost, faultPost, shownQuestion, undoablePost } from '../pins/told.ts';
import { ownAnswer, type ButtonHandler, type Press } from './button.ts';

/** Buttons and menus of moderators. Every one checks the right again: a custom_id may be forged, and a right taken away. */
export const pin: ButtonHandler<'pin'> = (interaction, { message, part }, front) =>
  asModerator(interaction, front, async (desk) => {
    const answer = await ownAnswer(interaction, message);
    if (answer === null) return say(interaction, textPost(desk.words.fault.unreadable));
    return openForAnswer(interaction, answer, part, desk);
  });

export const pinedit: ButtonHandler<'pinedit'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, (desk) => open(interaction, id, desk));

/** What was chosen in the list's menu. */
const chosen = (interaction: Press): string =>
  interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';

export const pinchange: ButtonHandler<'pinchange'> = (interaction, _, front) =>
  asModerator(interaction, front, (desk) => open(interaction, chosen(interaction), desk));

async function open(interaction: Press, id: string, desk: Desk): Promise<void> {
  const found = await desk.pins.named(desk.server, id);
  if (!found.ok) return say(interaction, textPost(desk.words.fault.unread));
  if (found.value === null) return say(interaction, textPost(desk.words.fault.missing));
  return openForPin(interaction, found.value, desk);
}

export const pindrop: ButtonHandler<'pindrop'> = (interaction, _, front) =>
  asModerator(interaction, front, async (desk) => {
    const found = await desk.pins.named(desk.server, chosen(interaction));
    if (!found.ok) return say(interaction, textPost(desk.words.fault.unread));
    return say(
      interaction,
      found.value === null ? textPost(desk.words.fault.missing) : confirmPost(found.value, desk.words),
    );
  });

export const unpin: ButtonHandler<'unpin'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, (desk) =>
    done(interaction, desk.pins.remove(desk.server, id, interaction.user.id), desk, desk.words.done.removed),
  );

/** What was undone is undone again by the same button. */
export const undopin: ButtonHandler<'undopin'> = (interaction, { pin: id, revision }, front) =>
  asModerator(interaction, front, async (desk) => {
    const outcome = await desk.pins.undo(desk.server, id, Number(revision), interaction.user.id);
    const { restored, removed } = desk.words.done;
    const isBack = !outcome.ok || outcome.value.isLive;
    await done(interaction, Promise.resolve(outcome), desk, isBack ? restored : removed);
  });

export const retirepin: ButtonHandler<'retirepin'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, (desk) =>
    done(interaction, desk.pins.retire(desk.server, id, interaction.user.id), desk, desk.words.done.retired),
  );

export const renewpin: ButtonHandler<'renewpin'> = (interaction, { pin: id, revision }, front) =>
  asModerator(interaction, front, (desk) => {
    const outcome = desk.pins.renew(desk.server, id, Number(revision), interaction.user.id);
    return done(interaction, outcome, desk, desk.words.done.renewed);
  });

export const keeppin: ButtonHandler<'keeppin'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, async (desk) => {
    const { fault, done: told } = desk.words;
    const found = await desk.pins.find(desk.server, id);
    const sentence = !found.ok
      ? fault.unread
      : found.value === null
        ? fault.missing
        : told.restored(shownQuestion(found.value));
    await interaction.update(publicBody(textPost(sentence)));
  });

export const pinpage: ButtonHandler<'pinpage'> = (interaction, { page }, front) =>
  asModerator(interaction, front, async (desk) => {
    const listed = await desk.pins.list(desk.server);
    const post = listed.ok
      ? listPost(listed.value, Number(page), desk.words)
      : textPost(desk.words.fault.unread);
    await interaction.update(publicBody(post));
  });

/** Says what was done in place of what was asked, with a way back; the channel's own pin follows. */
async function done(
  interaction: Press,
  deed: Promise<PinOutcome>,
  { words, front }: Desk,
  sentence: (question: string) => string,
): Promise<void> {
  const outcome = await deed;
  if (!outcome.ok) return respond(interaction, true, Promise.resolve([faultPost(outcome.problem, words)]));
  const { value } = outcome;
  await interaction.deferUpdate();
  const note = await followInChannel(front, value, interaction.guildLocale ?? interaction.locale, words);
  const text = [sentence(shownQuestion(value)), note].filter((line) => line !== '').join('\n');
  const post: Post = undoablePost(text, value, words);
  await interaction.editReply(publicBody(post));
}
