import { articleShares } from './article-shares.ts';
import { CloseLook } from './close-look.ts';
import type { Features } from './features.ts';
import type { PassageIndex } from './index-builder.ts';
import { scoreParts, type MatcherPart, type ScorePart } from './parts.ts';
import type { PreparedQuestion } from './prepare.ts';
import { alikeFrom, resemblances, type Resemblance } from './resemblance.ts';
import { forget, retrieve, wordsIn, type Candidate } from './retrieve.ts';
import { closeLook, scoring, valuesOf } from './weights.ts';
import { workspaceOf } from './workspace.ts';

/** What each feature adds to the score. The names are those of `evaluate --without`. */
const coefficients: Readonly<Record<ScorePart, number>> = valuesOf(scoring);

/** A passage that was looked at closely. */
export class RankedPassage {
  readonly passage: number;
  readonly score: number;
  readonly features: Features;
  readonly #weights: readonly number[];
  readonly #support: number;

  /** `weights`: what each part of the score counts for, in their order; `support`: what is added for passages that say the same. */
  constructor(features: Features, weights: readonly number[], score: number, support = 0) {
    this.passage = features.passage;
    this.features = features;
    this.score = score + support;
    this.#weights = weights;
    this.#support = support;
  }

  /** Named parts that sum to the score. */
  get parts(): Readonly<Record<ScorePart, number>> {
    const parts = scoreTerms(this.features);
    scoreParts.forEach((part, place) => {
      parts[part] *= this.#weights[place] ?? 0;
    });
    return { ...parts, support: this.#support };
  }

  supportedBy(support: number): RankedPassage {
    return new RankedPassage(this.features, this.#weights, this.score, support);
  }
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
  const workspace = workspaceOf(index);
  const candidates = retrieve(index, prepared, workspace, Math.min(options.candidates, index.size));
  const looked = looksAt(index, prepared, candidates, options).toSorted(inOrder);
  const resemblance = resemblances(index);
  if (options.without.has('support')) return { ranking: looked, resemblance };
  return { ranking: supported(resemblance, looked).toSorted(inOrder), resemblance };
}

/** The features and scores of some passages; empties what stage one left in the workspace. */
function looksAt(
  index: PassageIndex,
  prepared: PreparedQuestion,
  candidates: readonly Candidate[],
  { without }: RankOptions,
): RankedPassage[] {
  const workspace = workspaceOf(index);
  const { hits, cosines } = workspace;
  hits.fill(index, prepared.groups);
  try {
    const articles = articleShares(index, prepared.groups);
    const close = new CloseLook(index, prepared, { cosines, articles });
    const weights = weightsWithout(without);
    return candidates.map((candidate) => scored(close.look(candidate), weights));
  } finally {
    hits.clear();
    forget(workspace);
  }
}

/** What each part counts for where some are switched off. */
const weightsWithout = (without: ReadonlySet<MatcherPart>): readonly number[] =>
  scoreParts.map((part) => (without.has(part) ? 0 : coefficients[part]));

const inOrder = (a: RankedPassage, b: RankedPassage): number => b.score - a.score || a.passage - b.passage;

/** Only the first few can support one another. */
const supporters = closeLook.supporters.value;

/** A FAQ answer that repeats a section is evidence for both. */
function supported(resemblance: Resemblance, ranking: readonly RankedPassage[]): RankedPassage[] {
  const first = ranking.slice(0, supporters);
  const support = first.map(() => 0);
  for (const [place, one] of first.entries()) {
    for (const [behind, other] of first.slice(place + 1).entries()) {
      const alike = resemblance(one.passage, other.passage, alikeFrom);
      if (alike < alikeFrom) continue;
      const second = place + 1 + behind;
      support[place] = Math.max(support[place] ?? 0, alike * other.score);
      support[second] = Math.max(support[second] ?? 0, alike * one.score);
    }
  }
  return ranking.map((one, place) => {
    const most = support[place] ?? 0;
    return most === 0 ? one : one.supportedBy(coefficients.support * most);
  });
}

/** The score of one given passage, wherever it ranks. */
export function scoreOne(
  index: PassageIndex,
  prepared: PreparedQuestion,
  passage: number,
  options: RankOptions,
): RankedPassage | null {
  const workspace = workspaceOf(index);
  // For the likeness of its lines.
  retrieve(index, prepared, workspace, 0);
  const words = wordsIn(index, prepared.groups, passage);
  return looksAt(index, prepared, [{ passage, words }], options)[0] ?? null;
}

function scored(features: Features, weights: readonly number[]): RankedPassage {
  const terms = scoreTerms(features);
  let score = 0;
  for (let place = 0; place < scoreParts.length; place++) {
    const part = scoreParts[place];
    if (part !== undefined) score += (weights[place] ?? 0) * terms[part];
  }
  return new RankedPassage(features, weights, score);
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
    lacking: features.lacking,
    beyond: features.beyond,
    pairs: features.pairs,
    model: features.model,
    exact: features.exact,
    support: 0,
  };
}
