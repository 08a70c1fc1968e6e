import type { ScorePart } from '../../src/matcher/parts.ts';
import type { firstRight, oneOfThree } from '../../src/matcher/weights.ts';

/** What a weight is before any question is seen, and how many questions' worth of evidence that belief is. */
export interface Prior {
  readonly value: number;
  readonly precision: number;
}

const chosen = (value: number): Prior => ({ value, precision: 10_000 });
const fixed = (value: number): Prior => ({ value, precision: 1e9 });
/** From an earlier fit over 38 sets in 13 languages, of which most are not part of the project. */
const earlier = (value: number): Prior => ({ value, precision: 3 });
/** Seen in too few sets to be fitted: it outweighs all that two headings but for the name share. */
const certain = (value: number): Prior => ({ value, precision: 1000 });
const unknown: Prior = { value: 0, precision: 3 };
const free: Prior = { value: -3, precision: 1e-3 };

/** The score's weights were chosen by hand over many sets, and a fit moves them by little. */
const score: Readonly<Record<ScorePart, Prior>> = {
  words: chosen(1),
  heading: chosen(0.5),
  context: chosen(0.25),
  coverage: chosen(0.22),
  sentence: chosen(0.4),
  title: chosen(0.15),
  article: chosen(0.3),
  likeness: chosen(0.4),
  kind: chosen(0.25),
  wanted: { value: 0.05, precision: 1000 },
  opposite: { value: -0.3, precision: 1000 },
  lacking: { value: 0, precision: 1000 },
  beyond: chosen(-0.06),
  pairs: chosen(0.12),
  model: fixed(0.6),
  exact: fixed(2),
  support: fixed(0.02),
};

const first: Readonly<Record<keyof typeof firstRight, Prior>> = {
  bias: free,
  headingSquared: earlier(2.65),
  coverage: earlier(0.83),
  sentence: earlier(1.13),
  likeness: earlier(0.98),
  pairs: earlier(0.2),
  exact: earlier(2.02),
  kind: earlier(1.22),
  otherKind: unknown,
  logMass: unknown,
  spokenMass: unknown,
  rarestUnmet: unknown,
  lacking: unknown,
  beyond: earlier(-1.55),
  margin: unknown,
  marginHeading: unknown,
  size: earlier(-1.59),
  sizeUnmet: unknown,
  vague: earlier(-1.5),
  otherName: certain(-5),
  otherWanted: { value: -0.5, precision: 3 },
  sameWanted: unknown,
  opposite: { value: -2, precision: 10 },
  model: { value: 0.73, precision: 50 },
  modelled: { value: 0, precision: 10 },
};

const near: Readonly<Record<keyof typeof oneOfThree, Prior>> = {
  bias: free,
  headingSquared: earlier(2.65),
  coverage: earlier(0.83),
  meanCoverage: unknown,
  sentence: earlier(1.13),
  likeness: earlier(0.98),
  pairs: earlier(0.2),
  exact: earlier(2.02),
  kind: earlier(1.22),
  otherKind: unknown,
  logMass: unknown,
  spokenMass: unknown,
  rarestUnmet: unknown,
  lacking: unknown,
  beyond: earlier(-1.55),
  margin: unknown,
  size: earlier(-1.59),
  sizeUnmet: unknown,
  vague: earlier(-1.5),
  otherName: certain(-5),
  otherWanted: { value: -0.5, precision: 3 },
  sameWanted: unknown,
  opposite: { value: -2, precision: 10 },
  model: { value: 0.73, precision: 50 },
  modelled: { value: 0, precision: 10 },
};

export const priors = { score, first, near } as const;
