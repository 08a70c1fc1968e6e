import { createHash } from 'node:crypto';
import type { Located } from '../../knowledge/ranking.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { StoredPin } from '../../store/store.ts';
import type { ListedPin, PinView } from './pin.ts';

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
    state: stateOf(pin, target, snapshot),
    createdAt: pin.createdAt,
    updatedAt: pin.updatedAt,
  };
}

/** As `viewOf`, with what moderators see besides. */
export const listedOf = (pin: StoredPin, snapshot: Snapshot): ListedPin => ({
  ...viewOf(pin, snapshot),
  ...(isCoveredText(pin, snapshot) ? { state: 'covered' } : {}),
  by: pin.updatedBy,
  revision: pin.revision,
  isLive: pin.status === 'live',
  uses: pin.uses,
  lastUsedAt: pin.lastUsedAt,
  channelPin: pin.channelPin,
});

function stateOf(
  { answer, question }: StoredPin,
  target: Located | null,
  snapshot: Snapshot,
): PinView['state'] {
  if (answer.kind === 'own') return 'own';
  if (target === null) return 'orphaned';
  const { heading, phrasings, markdown } = target.passage;
  if (markdown !== answer.markdown) return 'outdated';
  const key = snapshot.key(question);
  const isAsked = [heading, ...phrasings.map(({ text }) => text)].some((text) => snapshot.key(text) === key);
  return isAsked ? 'covered' : 'current';
}

/**
 * Whether an article has come to answer what an own text was written for. The passage that it was written instead of does
 * not count as long as that is as it was.
 */
function isCoveredText({ answer, question }: StoredPin, snapshot: Snapshot): boolean {
  if (answer.kind !== 'own') return false;
  const asking = snapshot.asking(snapshot.key(question));
  return asking !== null && digestOf(asking) !== answer.instead;
}

/** What tells one state of a passage from another. */
export const digestOf = ({ passage }: Located): string =>
  createHash('sha256').update(`${passage.id}\n${passage.markdown}`).digest('hex').slice(0, 12);
