import type { Features, MetField } from '../matcher/features.ts';
import { metFields } from '../matcher/features.ts';
import type { Group, Substitute } from '../matcher/groups.ts';
import type { RankedPassage } from '../matcher/rank.ts';
import type { Evidence, Field, Reading, WordEvidence } from './answer.ts';

/** Why a passage got its score, in terms that a front can word. */
export function evidenceOf(groups: readonly Group[], { features, parts }: RankedPassage): Evidence {
  const met = groups.map((_, group) => bestMet(features, group));
  const total = met.reduce((sum, value, group) => sum + value * (groups[group]?.share ?? 0), 0) || 1;
  return {
    words: groups.map((group, place) => wordEvidence(group, place, features, parts.words, total)),
    parts,
  };
}

const bestMet = (features: Features, group: number): number =>
  metFields.reduce((most, field) => Math.max(most, features.met[field][group] ?? 0), 0);

/** The words' part of the score is split by how well each word was met. */
function wordEvidence(
  { word, share, substitutes, parts }: Group,
  place: number,
  features: Features,
  wordsScore: number,
  total: number,
): WordEvidence {
  const fields = metFields.filter((field: MetField): field is Field => (features.met[field][place] ?? 0) > 0);
  const likeliest: Substitute | undefined = substitutes[0] ?? parts[0];
  return {
    asked: word.raw,
    readAs: likeliest?.spelling ?? null,
    reading: readingOf(likeliest, word.folded, word.term),
    fields,
    share,
    score: (wordsScore * share * bestMet(features, place)) / total,
  };
}

function readingOf(substitute: Substitute | undefined, folded: string, term: string): Reading {
  if (substitute === undefined) return 'exact';
  return substitute.reading === 'exact' && folded !== term ? 'inflection' : substitute.reading;
}
