import type { PinnedAnswer } from '../../answers/answer.ts';
import type { PinView } from '../../curation/pins/pin.ts';

/** A pin as the answer to its own question: for posting it where nobody asked, or where somebody chose it. */
export const answerOf = (pin: PinView): PinnedAnswer => ({
  kind: 'pinned',
  question: pin.question,
  language: 'und',
  confidence: 1,
  ranking: [],
  pin,
});
