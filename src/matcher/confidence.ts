import { metFields, type Features, type PreparedQuestion } from './features.ts';
import type { PassageIndex } from './index-builder.ts';
import type { RankedPassage } from './rank.ts';
import { roleWeight } from './weight.ts';

/**
 * Weights of a logistic model (Cox 1958) of "does the first passage answer?". Its inputs are shares, and one mass that is
 * measured by the size of the collection, so that the same number means the same among 10 passages and among 60,000, and
 * in every language. Fitted once over collections in Danish and English of 20 to 58,000 passages, each counting the same.
 */
const weights = {
  bias: -2.4,
  heading: 0.12,
  coverage: 1.48,
  headingExplained: 1.13,
  sentence: 1.33,
  likeness: 1.28,
  pairs: 0.34,
  exact: 1.08,
  kind: 1.06,
  mass: 0.52,
} as const;

/** 0..1: how sure the first passage answers the question; 0 where it shares nothing with it. */
export function confidenceOf(
  index: PassageIndex,
  prepared: PreparedQuestion,
  ranking: readonly RankedPassage[],
): number {
  const features = ranking[0]?.features;
  if (
    features === undefined ||
    (features.coverage === 0 && features.exact === 0 && features.likeness === 0)
  ) {
    return 0;
  }
  const sum =
    weights.bias +
    weights.heading * features.heading +
    weights.coverage * features.coverage +
    weights.headingExplained * features.headingExplained +
    weights.sentence * features.sentence +
    weights.likeness * features.likeness +
    weights.pairs * features.pairs +
    weights.exact * features.exact +
    weights.kind * features.kind +
    weights.mass * metMass(index, prepared, features);
  return 1 / (1 + Math.exp(-sum));
}

/** What each field's word is worth beside one of the heading or the text. */
const fieldTrust = { heading: 1, phrasing: 1, body: 1, title: 0.9, parents: 0.9, keywords: 0.8 } as const;
/** Words that say little about the topic prove little. */
const lesserWord = 0.5;

/** Information in the words that were met, in units of what one word of one passage alone would tell. */
function metMass(index: PassageIndex, { groups }: PreparedQuestion, { met }: Features): number {
  const mass = groups.reduce((sum, { idf, word }, group) => {
    const best = metFields.reduce(
      (most, field) => Math.max(most, fieldTrust[field] * (met[field][group] ?? 0)),
      0,
    );
    return sum + best * idf * (roleWeight[word.role] === 1 ? 1 : lesserWord);
  }, 0);
  return mass / Math.log(1 + index.size);
}
