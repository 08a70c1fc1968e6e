import { publicBody, textPost, type Post } from '../post.ts';
import { respond, say } from '../respond.ts';
import { unpinInChannel } from '../pins/channel.ts';
import { asModerator, type Desk } from '../pins/moderator.ts';
import { openForAnswer, openForPin } from '../pins/open.ts';
import { faultPost, listPost, shownQuestion, undoablePost } from '../pins/told.ts';
import type { PinOutcome } from '../../curation/pins/pin.ts';
import { ownAnswer, type ButtonHandler, type Press } from './button.ts';

/** Buttons of moderators. Every one checks the right again: a custom_id may be forged, and a right taken away. */
export const pin: ButtonHandler<'pin'> = (interaction, { message, part }, front) =>
  asModerator(interaction, front, async (desk) => {
    const answer = await ownAnswer(interaction, message);
    if (answer === null || !interaction.isButton())
      return say(interaction, textPost(desk.words.fault.unreadable));
    return openForAnswer(interaction, answer, part, desk);
  });

export const pinedit: ButtonHandler<'pinedit'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, async (desk) => {
    const found = await desk.pins.named(desk.server, id);
    if (!found.ok) return say(interaction, textPost(desk.words.fault.unread));
    if (found.value === null || !interaction.isButton())
      return say(interaction, textPost(desk.words.fault.missing));
    return openForPin(interaction, found.value, desk);
  });

export const unpin: ButtonHandler<'unpin'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, async (desk) => {
    const outcome = await desk.pins.remove(desk.server, id, interaction.user.id);
    if (outcome.ok) await unpinInChannel(interaction.client, outcome.value);
    await tell(interaction, outcome, desk, (question) => desk.words.done.removed(question), true);
  });

export const undopin: ButtonHandler<'undopin'> = (interaction, { pin: id, revision }, front) =>
  asModerator(interaction, front, async (desk) => {
    const outcome = await desk.pins.undo(desk.server, id, Number(revision), interaction.user.id);
    await tell(interaction, outcome, desk, (question) => desk.words.done.restored(question), false);
  });

export const retirepin: ButtonHandler<'retirepin'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, async (desk) => {
    const outcome = await desk.pins.retire(desk.server, id, interaction.user.id);
    await tell(interaction, outcome, desk, (question) => desk.words.done.retired(question), true);
  });

export const keeppin: ButtonHandler<'keeppin'> = (interaction, { pin: id }, front) =>
  asModerator(interaction, front, async (desk) => {
    const found = await desk.pins.find(desk.server, id);
    const post = !found.ok
      ? textPost(desk.words.fault.unread)
      : textPost(
          found.value === null
            ? desk.words.fault.missing
            : desk.words.done.restored(shownQuestion(found.value)),
        );
    await interaction.update(publicBody(post));
  });

export const pinpage: ButtonHandler<'pinpage'> = (interaction, { page }, front) =>
  asModerator(interaction, front, async (desk) => {
    const listed = await desk.pins.list(desk.server);
    const post = listed.ok
      ? listPost(listed.value, Number(page), desk.words)
      : textPost(desk.words.fault.unread);
    await interaction.update(publicBody(post));
  });

/** Replaces the question with what was done, and a way back. */
async function tell(
  interaction: Press,
  outcome: PinOutcome,
  { words }: Desk,
  sentence: (question: string) => string,
  isUndoable: boolean,
): Promise<void> {
  if (!outcome.ok) return respond(interaction, true, Promise.resolve([faultPost(outcome.problem, words)]));
  const text = sentence(shownQuestion(outcome.value));
  const post: Post = isUndoable ? undoablePost(text, outcome.value, words) : textPost(text);
  await interaction.update(publicBody(post));
}
