import type { ServerId } from '../../src/store/server.ts';
import type { PinContent, PinRules } from '../../src/store/store.ts';

export const server = '200000000000000200' as ServerId;

/** Rules under which a text in small letters is its key. */
export const rules = (limit = 10, version = 'one'): PinRules => ({
  limit,
  keying: { version, keyOf: (text) => text.toLowerCase() },
});

/** A pin's content with one phrasing. */
export const pinOf = (question: string, markdown = 'Første tirsdag i måneden kl. 19.'): PinContent => ({
  question,
  phrasings: [`${question} nu`],
  answer: { kind: 'own', markdown, instead: null },
});
