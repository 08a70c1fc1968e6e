/**
 * Every number that decides what is found and how sure Svar is of it. Thresholds of the decision itself, which a server
 * may move, stand in `answers/decide.ts`.
 */
export interface Weight {
  readonly value: number;
  /** What one of it is. */
  readonly unit: string;
  /** Beyond these it would be a mistake. */
  readonly range: readonly [least: number, most: number];
  /** Where it comes from. */
  readonly origin: string;
}

type Table<Name extends string> = Readonly<Record<Name, Weight>>;

/** The numbers of a table by their names. */
export function valuesOf<Name extends string>(table: Table<Name>): Readonly<Record<Name, number>>;
export function valuesOf(table: Table<string>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(table).map(([name, { value }]) => [name, value]));
}

const weight = (value: number, unit: string, least: number, most: number, origin: string): Weight => ({
  value,
  unit,
  range: [least, most],
  origin,
});

/** A share of what the whole would count, by judgement: top1 moves by less than a point over half of its range. */
const share = (value: number): Weight =>
  weight(value, 'share of the whole', 0, 1, 'chosen: flat on ten sets');
const letters = (value: number): Weight =>
  weight(value, 'letters', 2, 12, 'chosen: shorter words have too many neighbours');
const count = (value: number, most: number, origin: string): Weight =>
  weight(value, 'count', 1, most, origin);

const bm25 = 'Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"';
const bm25f = 'Robertson, Zaragoza and Taylor 2004; flat between half and twice';
const field = (value: number): Weight => weight(value, 'occurrences that one counts as', 0, 10, bm25f);
const norm = (value: number): Weight => weight(value, 'share of the length taken out', 0, 1, bm25f);

/** Stage one: what a word adds to every passage that holds it. */
export const stageOne = {
  k1: weight(1.2, 'occurrences at which half is reached', 0.5, 3, bm25),
  heading: field(3),
  headingPerPower: weight(2, 'per power of ten beyond a thousand passages', 0, 4, '58,000 Danish passages'),
  headingMost: field(8),
  parents: field(0.8),
  title: field(1),
  keywords: field(0.8),
  body: field(1),
  headingNorm: norm(0.3),
  phrasingNorm: norm(0.6),
  parentsNorm: norm(0.3),
  titleNorm: norm(0.3),
  keywordsNorm: norm(0.3),
  bodyNorm: norm(0.6),
  likeness: weight(0.5, 'score per cosine', 0, 2, 'chosen: the right one is among sixty on 99 of 100'),
} as const;

/** How much a word of the question counts by its role. */
export const roles = {
  content: share(1),
  cue: share(0.6),
  weak: share(0.5),
  function: share(0),
} as const;

/** How good a substitute another term is for a word of the question. */
export const readings = {
  /** Parts of a compound, together. */
  parts: share(0.7),
  /** A compound of the articles that holds the word. */
  compound: share(0.5),
  relative: share(0.7),
  /** The same where the articles hold the word itself. */
  relativeOfSeen: share(0.4),
  /** From here a reading is near-certain; what is weaker leaves the question's word unknown. */
  known: share(0.5),
  loose: share(0.95),
  oneOff: share(0.8),
  twoOff: share(0.55),
  prefix: share(0.7),
  beginning: share(0.5),
} as const;

/** How long a word must be to be read as another that is spelt nearly alike. */
export const respelling = {
  shortestOneOff: letters(5),
  shortestTwoOff: letters(8),
  shortestPrefix: letters(5),
  longestEnding: letters(4),
  mostCorrections: count(8, 20, 'chosen: further ones are never the best'),
} as const;

/** Headings and phrasings as vectors: what each kind of feature weighs. */
export const ngrams = {
  word: weight(1, 'weight in the vector', 0, 2, 'unit of the others'),
  functionWord: weight(0.3, 'weight in the vector', 0, 1, 'customers’ English questions with phrasings'),
  pair: weight(0.6, 'weight in the vector', 0, 1, 'customers’ English questions with phrasings'),
  letters: weight(0.4, 'weight in the vector', 0, 1, 'McNamee and Mayfield 2004; flat from .2 to .6'),
  functionLetters: weight(0.12, 'weight in the vector', 0, 1, 'as function words to words'),
  shortest: count(3, 5, 'McNamee and Mayfield 2004'),
  longest: count(5, 7, 'McNamee and Mayfield 2004'),
  /** Above so many lines, features of more than a share of them tell nothing and cost most. */
  manyLines: count(5000, 100_000, 'measured: speed over 58,000 passages'),
  commonShare: share(0.05),
} as const;

/** What being met in a field says, and how a passage's fields are read together. */
export const closeLook = {
  headingTrust: share(1),
  phrasingTrust: share(1),
  parentsTrust: share(0.9),
  titleTrust: share(0.9),
  keywordsTrust: share(0.8),
  bodyTrust: share(0.9),
  /** An entry is scored over its four best lines. */
  firstLine: share(0.6),
  secondLine: share(0.2),
  thirdLine: share(0.12),
  fourthLine: share(0.08),
  /** What a single good line is worth at least. */
  singleLine: share(0.9),
  /** Keeps very common words of a heading from counting for nothing. */
  floorIdf: weight(0.2, 'nats', 0, 1, 'chosen: a heading of common words finds itself'),
  pairWindow: count(3, 8, 'chosen: words with so many others between still stand together'),
  /** What a heading that asks another kind of question counts for. */
  otherKind: weight(-0.2, 'share of a kind that agrees', -1, 0, 'chosen: people mix up how and what'),
  /** From here two passages say the same. */
  alikeFrom: weight(
    0.6,
    'share of the shorter one',
    0.3,
    1,
    'Broder 1997; FAQ answers that repeat a section',
  ),
  fewestTerms: count(4, 10, 'chosen: shorter passages cannot tell'),
  supporters: count(8, 20, 'chosen: a long tail would lift common text'),
} as const;

const fitted = (value: number, unit: string): Weight => weight(value, unit, -5, 5, 'fitted: npm run fit');
const perShare = (value: number): Weight => fitted(value, 'score per share');

/** What each feature adds to a passage's score. The names are those of `evaluate --without`. */
export const scoring = {
  words: perShare(1.01),
  heading: perShare(0.5),
  context: perShare(0.25),
  coverage: perShare(0.23),
  sentence: perShare(0.41),
  title: perShare(0.15),
  article: perShare(0.31),
  likeness: perShare(0.4),
  kind: perShare(0.25),
  wanted: perShare(0.1),
  opposite: perShare(-0.27),
  lacking: perShare(-0.06),
  beyond: perShare(-0.06),
  pairs: perShare(0.12),
  model: perShare(0.6),
  exact: weight(2, 'score', 1, 5, 'chosen: a heading always finds itself'),
  support: weight(0.02, 'score per score of the like passage', 0, 0.1, 'chosen: breaks near-ties'),
} as const;

const logit = (value: number): Weight => fitted(value, 'log odds');

const earlier = (value: number): Weight =>
  weight(value, 'log odds', -5, 5, 'fitted over 38 sets in 13 languages');

/** That the first passage answers: a logistic model (Cox 1958). */
export const firstRight = {
  bias: logit(-3.61),
  headingSquared: logit(1.88),
  coverage: logit(0.5),
  sentence: logit(0.47),
  likeness: logit(0.16),
  pairs: logit(0.2),
  exact: logit(2.03),
  kind: logit(1.14),
  otherKind: logit(-0.53),
  logMass: logit(2.45),
  spokenMass: logit(1.89),
  rarestUnmet: logit(-0.57),
  lacking: logit(-0.66),
  beyond: logit(-1.6),
  margin: logit(1.46),
  marginHeading: logit(0.34),
  size: logit(-0.99),
  sizeUnmet: logit(0.13),
  vague: logit(-1.43),
  otherName: logit(-5),
  otherWanted: logit(-0.46),
  sameWanted: logit(0.52),
  opposite: logit(-1.6),
  model: logit(0.43),
  modelled: logit(0.51),
} as const;

/** That one entry is meant, whatever else is like the question (a fixed answer): as the first judgement, without a margin. */
export const meantAlone = {
  bias: earlier(-3.01),
  headingSquared: earlier(2.65),
  coverage: earlier(0.83),
  sentence: earlier(1.13),
  likeness: earlier(0.98),
  pairs: earlier(0.2),
  exact: earlier(2.02),
  kind: earlier(1.22),
  mass: earlier(1.36),
  beyond: earlier(-1.55),
  size: earlier(-1.59),
  vague: earlier(-1.5),
  otherName: earlier(-3.5),
  model: earlier(0.73),
  modelled: earlier(-0.04),
} as const;

/** That one of those offered answers: likewise, of each feature the best among them. */
export const oneOfThree = {
  bias: logit(-2.64),
  headingSquared: logit(2.44),
  coverage: logit(0.21),
  meanCoverage: logit(-0.46),
  sentence: logit(0.52),
  likeness: logit(0.02),
  pairs: logit(0.44),
  exact: logit(2.04),
  kind: logit(0.73),
  otherKind: logit(-0.57),
  logMass: logit(2.13),
  spokenMass: logit(1.7),
  rarestUnmet: logit(-0.73),
  lacking: logit(-0.77),
  beyond: logit(-1.56),
  margin: logit(1.18),
  size: logit(-1.16),
  sizeUnmet: logit(0.12),
  vague: logit(-1.5),
  otherName: logit(-5),
  otherWanted: logit(-0.61),
  sameWanted: logit(0.38),
  opposite: logit(-1.91),
  model: logit(0.35),
  modelled: logit(0.4),
} as const;

/** What is offered where Svar is not sure. */
export const judging = {
  /** How many of the ranking are judged, however few are asked for. */
  looked: count(8, 20, 'as many as can support one another'),
  mostOffered: count(3, 5, 'design: three buttons'),
  /** A suggestion that scores less than this share of the first is not offered. */
  farBelow: share(0.5),
} as const;

/** Where the size of a collection begins to be feared, and where it ends. */
export const collectionSize = {
  small: count(100, 1000, 'chosen: among so few nothing is found by chance'),
  mostPowers: weight(1.3, 'powers of ten beyond that', 0.5, 3, 'every word occurs somewhere already'),
} as const;

/** When a question is taken for one that was kept (a pin). */
export const kept = {
  /** What is left of the confidence where another kind of thing is asked: "where is the training", not "when". */
  otherKind: share(0.5),
} as const;

/** What the language that a question is probably asked in counts for, where articles of several languages compete. */
export const languageTilt = weight(0.15, 'score', 0, 0.5, 'mixed collections; flat from .1 to .3');

/** A word counts as rare when at most this share of the passages hold it. */
export const rareShare = share(0.02);
export const metWell = share(0.5);
/** A word that is met for less than this is not met. */
export const metAtAll = share(0.3);

/** Every table, for whoever looks at all of it. */
export const weightTables: Readonly<Record<string, Table<string>>> = {
  stageOne,
  roles,
  readings,
  respelling,
  ngrams,
  closeLook,
  scoring,
  firstRight,
  meantAlone,
  oneOfThree,
  judging,
  collectionSize,
  kept,
};
