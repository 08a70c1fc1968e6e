import { parseMarkdown } from '../../content/markdown.ts';
import { plainText } from '../../content/plain.ts';
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
  return {
    pins: new Map(pins.map((pin) => [pin.id, pin])),
    // Older pins first: as the store decides who owns a question.
    index: snapshot.indexQuestions(
      pins.toReversed().map(({ id, question, phrasings, answer }) => ({
        id,
        question,
        phrasings,
        text: plainText(parseMarkdown(answer.markdown).children),
      })),
    ),
  };
}
