import { MessageFlags } from 'discord.js';
import type { Offer, OfferedAnswer } from '../../curation/offers/offer.ts';
import type { ListedPin } from '../../curation/pins/pin.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { PinWords } from '../front.ts';
import { asGapModerator, type GapDesk } from '../gaps/desk.ts';
import { offersButton, offersPost, questionOf } from '../offers/list.ts';
import { followInChannel } from '../pins/channel.ts';
import { faultPost, shownQuestion, undoablePost } from '../pins/told.ts';
import { publicBody, textPost, type Post } from '../post.ts';
import type { ButtonHandler, Press } from './button.ts';
import { chosen, updated } from './gaps.ts';

export const offers: ButtonHandler<'offers'> = (interaction, { page }, front) =>
  updated(interaction, front, async ({ server, offerWords }) => {
    const all = await front.app.offers?.list(server);
    return all?.ok === true ? offersPost(all.value, Number(page), offerWords) : textPost(offerWords.unread);
  });

/** Does what is offered; what was done has a button that takes it back. */
export const offerdo: ButtonHandler<'offerdo'> = (interaction, { offer: id }, front) =>
  asGapModerator(interaction, front, async (desk) => {
    // The offer may stand in a channel for all moderators: only who pressed is told.
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(publicBody(await done(interaction, id, desk)));
  });

async function done(
  interaction: Press,
  id: string,
  { server, front, words, offerWords }: GapDesk,
): Promise<Post> {
  const { offers: service } = front.app;
  const found = await service?.find(server, id);
  if (service === null || found?.ok !== true) return textPost(offerWords.unread);
  if (found.value === null) return textPost(offerWords.gone);
  const outcome = await service.accept(server, id, interaction.user.id);
  if (!outcome.ok)
    return outcome.problem.kind === 'offer-gone'
      ? textPost(offerWords.gone)
      : faultPost(outcome.problem, words);
  const locale = interaction.guildLocale ?? interaction.locale;
  const note = await followInChannel(front, outcome.value, locale, words);
  const sentence = sentenceFor(found.value, outcome.value, words);
  return undoablePost([sentence, note].filter((line) => line !== '').join('\n'), outcome.value, words);
}

function sentenceFor(offer: Offer, pin: ListedPin, { done: told }: PinWords): string {
  const question = shownQuestion(pin);
  if (offer.kind === 'unused') return told.removed(question);
  if (offer.kind === 'covered') return told.retired(question);
  const answer: OfferedAnswer | null = offer.kind === 'picked' ? offer.answer : offer.instead;
  return answer?.kind === 'pin' ? told.edited(question) : told.added(question);
}

/** Declines an offer; one press takes that back. */
export const offerdrop: ButtonHandler<'offerdrop'> = (interaction, _, front) =>
  updated(interaction, front, async ({ server, offerWords }) => {
    const declined = await front.app.offers?.decline(server, chosen(interaction));
    if (declined?.ok !== true) return textPost(offerWords.unread);
    if (declined.value === null) return textPost(offerWords.gone);
    const { id } = declined.value;
    const question = escapeLine(shorten(questionOf(declined.value), 150));
    const undo = button(formatCustomId({ verb: 'offerback', offer: id }), offerWords.undo);
    return {
      ...textPost(offerWords.declined(question)),
      components: row([undo, offersButton(offerWords.toList)]),
    };
  });

export const offerback: ButtonHandler<'offerback'> = (interaction, { offer: id }, front) =>
  updated(interaction, front, async ({ server, offerWords }) => {
    const service = front.app.offers;
    const restored = await service?.restore(server, id);
    const found = restored?.ok === true ? await service?.find(server, id) : restored;
    if (found?.ok !== true) return textPost(offerWords.unread);
    if (found.value === null || typeof found.value === 'boolean') return textPost(offerWords.gone);
    const question = escapeLine(shorten(questionOf(found.value), 150));
    return {
      ...textPost(offerWords.restored(question)),
      components: row([offersButton(offerWords.toList)]),
    };
  });
