import type { StoredPin } from '../../store/store.ts';
import type { PinView } from './pin.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';

/** A stored pin as it stands beside the articles of now. */
export function viewOf(pin: StoredPin, snapshot: Snapshot): PinView {
  const { answer } = pin;
  const target = answer.kind === 'passage' ? snapshot.findById(answer.passage) : null;
  return {
    id: pin.id,
    question: pin.question,
    phrasings: pin.phrasings,
    target,
    passageId: answer.kind === 'passage' ? answer.passage : null,
    // What was pinned goes on answering when the article has changed or gone.
    markdown: answer.markdown,
    state: stateOf(pin, snapshot),
    createdAt: pin.createdAt,
    updatedAt: pin.updatedAt,
  };
}

function stateOf({ answer, key }: StoredPin, snapshot: Snapshot): PinView['state'] {
  if (answer.kind === 'own') return 'own';
  const found = snapshot.findById(answer.passage);
  if (found === null) return 'orphaned';
  if (found.passage.markdown !== answer.markdown) return 'outdated';
  const { heading, phrasings } = found.passage;
  const isAsked = [heading, ...phrasings.map(({ text }) => text)].some((text) => snapshot.key(text) === key);
  return isAsked ? 'covered' : 'current';
}
