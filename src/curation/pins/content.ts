import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { Result } from '../../store/problem.ts';
import type { PinAnswer, PinContent } from '../../store/store.ts';
import { draftProblem, tidied, type DraftProblem, type PinDraft } from './draft.ts';
import { digestOf } from './view.ts';

/**
 * What a draft makes a pin say beside these articles.
 * @param kept what the pin answers with so far: a copy of the same passage stays as it is until it is renewed, and the
 * copy of one that is gone where nothing else is given
 */
export function contentOf(
  draft: PinDraft,
  snapshot: Snapshot,
  kept: PinAnswer | null,
): Result<PinContent, DraftProblem> {
  const tidy = tidied(draft);
  const lost = kept?.kind === 'passage' && snapshot.findById(kept.passage) === null ? kept : null;
  const problem = draftProblem(tidy, (text) => snapshot.key(text), lost !== null);
  if (problem !== null) return { ok: false, problem };
  const { question, phrasings, target, text } = tidy;
  const own = text === '' && lost !== null ? lost : ownAnswer(question, text, snapshot);
  const answer = target === null ? own : copyOf(target, snapshot, kept);
  return answer === null
    ? { ok: false, problem: { kind: 'passage-gone' } }
    : { ok: true, value: { question, phrasings, answer } };
}

/** A moderator's own text, with what the articles said to the question at that time. */
export function ownAnswer(question: string, markdown: string, snapshot: Snapshot): PinAnswer {
  const asking = snapshot.asking(snapshot.key(question));
  return { kind: 'own', markdown, instead: asking === null ? null : digestOf(asking) };
}

/** A copy of the passage with this hash; null where there is none. */
export function copyOf(hash: string, snapshot: Snapshot, kept: PinAnswer | null): PinAnswer | null {
  const located = snapshot.find(hash);
  if (located === null) return null;
  const { id, heading, markdown } = located.passage;
  if (kept?.kind === 'passage' && kept.passage === id) return kept;
  return { kind: 'passage', passage: id, heading, markdown };
}
