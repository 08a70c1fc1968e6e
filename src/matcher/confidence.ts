import { trusted, type Features } from './features.ts';
import type { Group } from './groups.ts';
import { lineOf, type PassageIndex } from './index-builder.ts';
import type { PreparedQuestion } from './prepare.ts';
import { row } from './rows.ts';
import { isSpelt } from './spelt.ts';
import { roleWeight } from './weight.ts';
import { collectionSize, firstRight, metAtAll, valuesOf } from './weights.ts';

const weights = valuesOf(firstRight);
const { small, mostPowers } = valuesOf(collectionSize);

/**
 * 0..1: how sure the passage with these features, the first one, answers the question; 0 where it shares nothing with it.
 * What stands in the heading counts by its square: half a heading is much less than half the proof.
 */
export function confidenceOf(
  index: PassageIndex,
  prepared: PreparedQuestion,
  features: Features | undefined,
): number {
  if (
    features === undefined ||
    (features.coverage === 0 && features.exact === 0 && features.likeness === 0)
  ) {
    return 0;
  }
  const sum =
    weights.bias +
    weights.headingSquared * features.heading ** 2 +
    weights.coverage * features.coverage +
    weights.sentence * features.sentence +
    weights.likeness * features.likeness +
    weights.pairs * features.pairs +
    weights.exact * features.exact +
    weights.kind * features.kind +
    weights.mass * metMass(index, prepared, features) +
    weights.beyond * features.beyond +
    weights.size * sizeOf(index.rarity.documents) +
    (isVague(prepared) ? weights.vague : 0) +
    (namesOther(index, prepared, features) ? weights.otherName : 0) +
    (prepared.probabilities.size === 0
      ? 0
      : weights.model * evidenceOfModel(features.model) + weights.modelled);
  return 1 / (1 + Math.exp(-sum));
}

/** Whether every word that counts could be said of anything: "hvem har lavet dig". */
const isVague = ({ groups }: PreparedQuestion): boolean =>
  groups.length > 0 && groups.every(({ word }) => word.role === 'weak');

/**
 * Whether the question names one thing and the passage's heading another: hal 7 and hal 2, C# and C++, 5.1 and 4.2. A number
 * that nothing stands against is part of somebody's story.
 */
function namesOther(index: PassageIndex, { groups, lookup }: PreparedQuestion, features: Features): boolean {
  const best = trusted(features.met);
  const isUnmet = ({ word }: Group, group: number): boolean =>
    !isSpelt(word.folded) && (best[group] ?? 0) < metAtAll.value;
  if (!groups.some(isUnmet)) return false;
  const heading = row(index.lines, features.passage)[0];
  if (heading === undefined) return false;
  return lineOf(index, heading).some(
    (term) => !isSpelt(index.vocabulary.terms[term] ?? '') && !lookup.has(term),
  );
}

/** Information in the words that were met, in units of what one word of one passage alone would tell. */
function metMass(index: PassageIndex, { groups }: PreparedQuestion, { met }: Features): number {
  const best = trusted(met);
  const mass = groups.reduce(
    (sum, { idf, word }, group) => sum + (best[group] ?? 0) * idf * roleWeight[word.role],
    0,
  );
  return mass / Math.log(1 + index.rarity.documents);
}

/** How much a match by chance is to be feared: 0 up to a hundred passages, growing with their logarithm up to two thousand. */
const sizeOf = (passages: number): number =>
  Math.min(mostPowers, Math.max(0, Math.log10(Math.max(1, passages) / small)));

/** What the model of phrasings says, by its logarithm; one chance in nine says neither yes nor no. */
const evidenceOfModel = (probability: number): number => Math.log(probability + 0.02) + 2;
