import type { QuestionIndex } from '../../knowledge/question-index.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { StoredPin } from '../../store/store.ts';

/** The live pins of one server, ready to be matched. Immutable. */
export interface PinSet {
  readonly pins: ReadonlyMap<string, StoredPin>;
  readonly index: QuestionIndex;
}

/** @param pins newest first */
export function pinSetOver(pins: readonly StoredPin[], snapshot: Snapshot): PinSet {
  // As the store decides it: a question goes before a phrasing, an older pin before a newer one.
  const oldest = pins.toReversed();
  return {
    pins: new Map(pins.map((pin) => [pin.id, pin])),
    index: snapshot.indexQuestions([
      ...oldest.map(({ id, question }) => ({ id, questions: [question] })),
      ...oldest.map(({ id, phrasings }) => ({ id, questions: phrasings })),
    ]),
  };
}
