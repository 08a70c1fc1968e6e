import { createHash } from 'node:crypto';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { Pick } from '../../store/feedback.ts';
import type { ServerId } from '../../store/server.ts';
import type { TryQuestion } from '../gaps/gap.ts';
import { groupByMeaning } from '../gaps/group.ts';
import type { Offer, OfferedAnswer } from './offer.ts';

/** Picks from which on an answer is offered as a fixed one. */
const offeredFrom = 5;
/** Different questions of one answer that are looked at, most picked first. */
const mostLookedAt = 100;

/** One of an offer's names. */
export const offerId = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);

/** The questions of one wording for which an answer was picked. */
interface Picked {
  readonly text: string;
  readonly key: string;
  readonly count: number;
}

/**
 * What people picked often enough for questions that mean the same. What gets that answer by itself by now, and what a
 * moderator has decided otherwise, is left out.
 * @param answerOf what a target is; null where it is gone
 */
export async function pickedOffers(
  picks: readonly Pick[],
  server: ServerId,
  snapshot: Snapshot,
  tryQuestion: TryQuestion,
  answerOf: (target: string) => OfferedAnswer | null,
): Promise<readonly Offer[]> {
  const offers: Offer[] = [];
  for (const [target, wordings] of byTarget(picks, snapshot)) {
    const answer = answerOf(target);
    if (answer === null || sum(wordings) < offeredFrom) continue;
    const open: Picked[] = [];
    for (const wording of wordings.slice(0, mostLookedAt)) {
      const trial = await tryQuestion(wording.text, server);
      const isSettled = trial.kind === 'pinned' || (trial.kind === 'found' && trial.target === target);
      if (!isSettled) open.push(wording);
    }
    const groups = await groupByMeaning(
      open.map(({ text }) => text),
      snapshot,
    );
    for (const places of groups) {
      const some = places
        .flatMap((place) => open[place] ?? [])
        .toSorted((a, b) => b.count - a.count || a.key.localeCompare(b.key));
      const [first, ...others] = some;
      if (first === undefined || sum(some) < offeredFrom) continue;
      const ids = some.map(({ key }) => offerId('picked', target, key));
      offers.push({
        kind: 'picked',
        id: ids[0] ?? '',
        ids,
        question: first.text,
        phrasings: others.map(({ text }) => text),
        answer,
        count: sum(some),
      });
    }
  }
  return offers;
}

/** What was picked instead for any of these questions, most picked first. */
export function pickedInstead(
  picks: readonly Pick[],
  questions: readonly string[],
  shown: ReadonlySet<string>,
  snapshot: Snapshot,
): readonly string[] {
  const keys = new Set(questions.map((text) => snapshot.key(text)));
  const counts = new Map<string, number>();
  for (const { question, target, count } of picks)
    if (!shown.has(target) && question !== '' && keys.has(snapshot.key(question)))
      counts.set(target, (counts.get(target) ?? 0) + count);
  return Array.from(counts)
    .toSorted((a, b) => b[1] - a[1])
    .map(([target]) => target);
}

/** Wordings by what was picked for them; picks whose question was not kept tell nothing. */
function byTarget(picks: readonly Pick[], snapshot: Snapshot): ReadonlyMap<string, readonly Picked[]> {
  const targets = new Map<string, Map<string, Picked>>();
  for (const { question, target, count } of picks) {
    const key = question === '' ? '' : snapshot.key(question);
    if (key === '') continue;
    const own = targets.get(target) ?? new Map<string, Picked>();
    const known = own.get(key);
    own.set(key, { text: known?.text ?? question, key, count: (known?.count ?? 0) + count });
    targets.set(target, own);
  }
  return new Map(
    Array.from(targets, ([target, own]) => [
      target,
      Array.from(own.values()).toSorted((a, b) => b.count - a.count),
    ]),
  );
}

const sum = (some: readonly { readonly count: number }[]): number =>
  some.reduce((total, { count }) => total + count, 0);
