import type { PreparedQuestion } from './features.ts';
import type { PassageIndex } from './index-builder.ts';
import type { RankedPassage } from './rank.ts';

/** 0..1: how sure the first passage answers the question, comparable between corpora of any size and between languages. */
export function confidenceOf(
  _index: PassageIndex,
  { groups }: PreparedQuestion,
  ranking: readonly RankedPassage[],
): number {
  const first = ranking[0];
  if (first === undefined) return 0;
  const { features } = first;
  if (features.exact === 1) return 1;
  const mass = groups.reduce(
    (sum, { share, idf }, group) => sum + share * idf * (features.met.body[group] ?? 0),
    0,
  );
  const raw =
    features.words + 0.5 * features.heading + 0.3 * features.headingExplained + 0.3 * features.coverage;
  return Math.min(1, (raw / 2.1) * (1 - Math.exp(-Math.max(mass, features.coverage * 3) / 2)));
}
