import type { ServerId } from '../../store/server.ts';
import { fittingPhrasings } from '../pins/draft.ts';
import type { ListedPin, PinOutcome } from '../pins/pin.ts';
import type { PinService } from '../pins/service.ts';
import type { Offer, OfferedAnswer } from './offer.ts';

/** Does what an offer says; null where it takes a person to choose. */
export function accepted(
  offer: Offer,
  server: ServerId,
  by: string,
  pins: PinService,
): Promise<PinOutcome> | null {
  switch (offer.kind) {
    case 'picked':
      return answered(offer.answer, [offer.question, ...offer.phrasings], server, by, pins);
    case 'downvoted': {
      const texts = offer.gap.wordings.map(({ text }) => text);
      return offer.instead === null ? null : answered(offer.instead, texts, server, by, pins);
    }
    case 'unused':
      return pins.remove(server, offer.pin.id, by);
    case 'covered':
      return pins.retire(server, offer.pin.id, by);
    default:
      return offer satisfies never;
  }
}

/** Gives questions an answer: a passage gets a pin, a pin gets the questions as further phrasings. */
function answered(
  answer: OfferedAnswer,
  texts: readonly string[],
  server: ServerId,
  by: string,
  pins: PinService,
): Promise<PinOutcome> {
  const [question = '', ...others] = texts;
  if (answer.kind === 'pin') return widened(answer.pin, texts, server, by, pins);
  const target = answer.located.passage.hash;
  return pins.add(server, { question, phrasings: fittingPhrasings(others), target, text: '' }, by);
}

function widened(
  pin: ListedPin,
  texts: readonly string[],
  server: ServerId,
  by: string,
  pins: PinService,
): Promise<PinOutcome> {
  const phrasings = fittingPhrasings([...pin.phrasings, ...texts]);
  const target = pin.target?.passage.hash ?? null;
  const text = pin.passageId === null ? pin.markdown : '';
  return pins.edit(server, pin.id, pin.revision, { question: pin.question, phrasings, target, text }, by);
}
