import { readQuestions, type KnownQuestion } from '../../src/evaluate/question-set.ts';
import { loadSnapshot } from '../../src/knowledge/load-snapshot.ts';
import type { Match } from '../../src/knowledge/ranking.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';
import { scoreParts } from '../../src/matcher/parts.ts';
import { scoreTerms } from '../../src/matcher/rank.ts';
import type { Features } from '../../src/matcher/features.ts';
import type { Traits } from '../../src/matcher/traits.ts';
import { scoring } from '../../src/matcher/weights.ts';
import type { FitSet } from './sets.ts';

/** One passage of a question's ranking. */
export interface SampledPassage {
  readonly terms: Float64Array;
  readonly features: Features;
  readonly isRight: boolean;
}

/** One question with the passages that were looked at, as they ranked. */
export interface Sample {
  readonly question: KnownQuestion;
  readonly traits: Traits | null;
  readonly passages: readonly SampledPassage[];
  /** Places of two passages that say the same: `one * looked + other`, `one` before `other`. */
  readonly alike: ReadonlySet<number>;
}

export interface SampledSet extends FitSet {
  readonly passages: number;
  readonly samples: readonly Sample[];
}

/** How many passages of each ranking a fit sees. */
export const looked = 20;
/** Only the first few are compared with one another. */
const compared = 8;

/** Asks every question of a set once and keeps what the score and the judgements are made of. */
export async function sampledSet(set: FitSet): Promise<SampledSet> {
  const snapshot = await loadSnapshot(set.contentDir, {});
  const samples = readQuestions(set.questionFile).map((question) => sampleOf(question, snapshot));
  const passages = snapshot.content.articles.reduce((sum, article) => sum + article.passages.length, 0);
  return { ...set, passages, samples };
}

function sampleOf(question: KnownQuestion, snapshot: Snapshot): Sample {
  const { matches } = snapshot.rank(snapshot.read(question.question), looked);
  return {
    question,
    traits: matches[0]?.evidence.traits ?? null,
    passages: matches.map(({ passage, evidence }) => ({
      terms: termsOf(evidence),
      features: evidence.features,
      isRight: question.relevant.includes(passage.id),
    })),
    alike: alikeAmong(matches.slice(0, compared), snapshot),
  };
}

function termsOf({ features, parts }: Match['evidence']): Float64Array {
  const terms = { ...scoreTerms(features), support: (parts['support'] ?? 0) / scoring.support.value };
  return Float64Array.from(scoreParts, (part) => terms[part]);
}

function alikeAmong(matches: readonly Match[], snapshot: Snapshot): ReadonlySet<number> {
  const pairs = new Set<number>();
  matches.forEach((one, place) => {
    matches.slice(place + 1).forEach((other, further) => {
      if (snapshot.alike(one.passage.id, other.passage.id)) pairs.add(place * looked + place + 1 + further);
    });
  });
  return pairs;
}
