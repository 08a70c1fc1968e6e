import type { ButtonBuilder } from 'discord.js';
import type { Offer, OfferedAnswer } from '../../curation/offers/offer.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { OfferWords } from '../front.ts';
import { limits } from '../limits.ts';
import { sourceLine } from '../looks.ts';
import { textPost, type Post } from '../post.ts';
import { questionMenu } from '../question-menu.ts';

/** Offers on a page: each has a button in one row. */
const perPage = 5;
/** Characters of a question and of an answer, from the most to the least. */
const lengths = [120, 70, 40] as const;

/** Opens the list of offers. */
export const offersButton = (label: string): ButtonBuilder =>
  button(formatCustomId({ verb: 'offers', page: '0' }), label);

/** One page of what moderators are offered, with a button that does it and a menu that declines it. */
export function offersPost(offers: readonly Offer[], wish: number, words: OfferWords): Post {
  if (offers.length === 0) return textPost(words.empty);
  const count = Math.ceil(offers.length / perPage);
  const page = Math.min(Math.max(0, wish), count - 1);
  const shown = offers.slice(page * perPage, (page + 1) * perPage);
  const foot = count === 1 ? [] : [`-# ${words.page(page + 1, count)}`];
  const texts = lengths.map((most) =>
    [
      `### ${words.title(offers.length)}`,
      ...shown.map((offer, index) => offerLine(offer, index + 1, most, words)),
      ...foot,
    ].join('\n'),
  );
  return {
    content:
      texts.find(({ length }) => length <= limits.content) ?? shorten(texts.at(-1) ?? '', limits.content),
    components: [
      ...row(shown.map((offer, index) => acceptButton(offer, index + 1, words))),
      ...questionMenu(
        'offerdrop',
        page,
        shown.map((offer) => ({ id: offer.id, question: questionOf(offer) })),
        words.decline,
      ),
      ...row([
        ...(page > 0 ? [turn(page - 1, words.previous)] : []),
        ...(page < count - 1 ? [turn(page + 1, words.next)] : []),
      ]),
    ],
    ping: null,
  };
}

/** Whatever the list is: pages of one list never share a custom_id with its opening button. */
const turn = (page: number, label: string): ButtonBuilder =>
  button(formatCustomId({ verb: 'offers', page: String(page) }), label);

/** The question that an offer is about. */
export const questionOf = (offer: Offer): string => {
  if (offer.kind === 'picked') return offer.question;
  return offer.kind === 'downvoted' ? offer.gap.question : offer.pin.question;
};

/** What is offered, as a question that a button answers with yes. */
export function offerLine(offer: Offer, number: number, most: number, words: OfferWords): string {
  const question = escapeLine(shorten(questionOf(offer), most));
  switch (offer.kind) {
    case 'picked': {
      const answer = answerName(offer.answer, most);
      return words.picked(number, offer.count, question, offer.phrasings.length, answer);
    }
    case 'downvoted':
      return offer.instead === null
        ? words.downvoted(number, offer.count, question)
        : words.instead(number, offer.count, question, answerName(offer.instead, most));
    case 'unused':
      return words.unused(number, question, offer.since);
    case 'covered':
      return words.covered(number, question);
    default:
      return offer satisfies never;
  }
}

function answerName(answer: OfferedAnswer, most: number): string {
  if (answer.kind === 'pin') return `📌 ${escapeLine(shorten(answer.pin.question, most))}`;
  const heading = escapeLine(shorten(answer.located.passage.heading, most));
  return `**${heading}** (${sourceLine(answer.located, most)})`;
}

/** Does what is offered; where somebody has to choose the answer, it opens the form of the gap. */
export function acceptButton(offer: Offer, number: number, words: OfferWords): ButtonBuilder {
  const isChoice = offer.kind === 'downvoted' && offer.instead === null;
  const id = isChoice
    ? formatCustomId({ verb: 'gappin', gap: offer.gap.id })
    : formatCustomId({ verb: 'offerdo', offer: offer.id });
  return button(id, words.accept[offer.kind](number));
}
