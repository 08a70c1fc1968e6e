import type { Strings } from './index.ts';

type Words = Strings['pins']['fault'];
type Limited =
  'question-long' | 'phrasings-many' | 'phrasings-long' | 'phrasing-long' | 'text-long' | 'limit';
type Plain = Exclude<keyof Words, Limited | 'duplicate' | 'changed'>;

/** Why a fixed answer was not stored, as far as it takes no more than a limit to say it. */
export type WordedFault = { readonly kind: Limited; readonly limit: number } | { readonly kind: Plain };

/** The sentence for it. */
export function pinFaultSentence(fault: WordedFault, words: Words): string {
  return 'limit' in fault ? words[fault.kind](fault) : words[fault.kind];
}
