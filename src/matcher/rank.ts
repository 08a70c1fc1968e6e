import { featuresOf, type Features } from './features.ts';
import type { PassageIndex } from './index-builder.ts';
import { scoreParts, type MatcherPart, type ScorePart } from './parts.ts';
import type { PreparedQuestion } from './prepare.ts';
import { alikeFrom, resemblances, type Resemblance } from './resemblance.ts';
import { retrieve } from './retrieve.ts';
import { closeLook, scoring, valuesOf } from './weights.ts';

/** What each feature adds to the score. The names are those of `evaluate --without`. */
const coefficients: Readonly<Record<ScorePart, number>> = valuesOf(scoring);

export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
  /** Named parts that sum to the score. */
  readonly parts: Readonly<Record<ScorePart, number>>;
  readonly features: Features;
}

export interface RankedPassages {
  /** Best first. */
  readonly ranking: readonly RankedPassage[];
  /** Compares the ranked passages with one another. */
  readonly resemblance: Resemblance;
}

export interface RankOptions {
  readonly without: ReadonlySet<MatcherPart>;
  /** How many of stage one are looked at closely. */
  readonly candidates: number;
}

/** Ranks the passages of one index for one question; deterministic. */
export function rank(index: PassageIndex, prepared: PreparedQuestion, options: RankOptions): RankedPassages {
  const candidates = retrieve(index, prepared.groups, prepared.cosines, options.candidates);
  const looked = candidates
    .map((candidate) => scored(featuresOf(index, prepared, candidate), options.without))
    .toSorted(inOrder);
  const resemblance = resemblances(index);
  const ranking = options.without.has('support') ? looked : supported(resemblance, looked).toSorted(inOrder);
  return { ranking, resemblance };
}

const inOrder = (a: RankedPassage, b: RankedPassage): number => b.score - a.score || a.passage - b.passage;

/** Only the first few can support one another. */
const supporters = closeLook.supporters.value;

/** A FAQ answer that repeats a section is evidence for both. */
function supported(resemblance: Resemblance, ranking: readonly RankedPassage[]): readonly RankedPassage[] {
  const first = ranking.slice(0, supporters);
  return ranking.map((one) => {
    if (!first.includes(one)) return one;
    const most = first.reduce((found, other) => {
      const alike = other === one ? 0 : resemblance(one.passage, other.passage);
      return alike < alikeFrom ? found : Math.max(found, alike * other.score);
    }, 0);
    const support = coefficients.support * most;
    return { ...one, score: one.score + support, parts: { ...one.parts, support } };
  });
}

/** The score of one given passage, wherever it ranks. */
export function scoreOne(
  index: PassageIndex,
  prepared: PreparedQuestion,
  passage: number,
  { without }: RankOptions,
): RankedPassage {
  const found = retrieve(index, prepared.groups, prepared.cosines, index.size).find(
    (one) => one.passage === passage,
  );
  return scored(featuresOf(index, prepared, found ?? { passage, words: 0 }), without);
}

function scored(features: Features, without: ReadonlySet<MatcherPart>): RankedPassage {
  const values = scoreTerms(features);
  const parts = { ...values };
  let sum = 0;
  for (const part of scoreParts) {
    parts[part] = without.has(part) ? 0 : coefficients[part] * values[part];
    sum += parts[part];
  }
  return { passage: features.passage, score: sum, parts, features };
}

/** What the score is made of before it is weighed; support is added once all are known. */
export function scoreTerms(features: Features): Record<ScorePart, number> {
  return {
    words: features.words,
    heading: features.heading,
    context: features.context,
    coverage: features.coverage,
    sentence: features.sentence * (1 - features.heading),
    title: features.title,
    article: features.article,
    likeness: features.likeness,
    kind: features.kind,
    wanted: features.sameWanted - features.otherWanted,
    opposite: features.opposite,
    beyond: features.beyond,
    pairs: features.pairs,
    model: features.model,
    exact: features.exact,
    support: 0,
  };
}
