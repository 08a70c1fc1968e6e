import type { ServerId } from '../../src/store/server.ts';
import type { PinContent } from '../../src/store/store.ts';

export const server = '200000000000000200' as ServerId;

/** A pin's content; the key is the question, as far as these tests are concerned. */
export const pinOf = (question: string, markdown = 'Første tirsdag i måneden kl. 19.'): PinContent => ({
  question,
  key: question.toLowerCase(),
  phrasings: [`${question} nu`],
  answer: { kind: 'own', markdown },
});
