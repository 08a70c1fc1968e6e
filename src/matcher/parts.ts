/** Named parts of a passage's score: what each feature adds. */
export const scoreParts = [
  'words',
  'heading',
  'context',
  'coverage',
  'sentence',
  'title',
  'article',
  'wanted',
  'opposite',
  'lacking',
  'likeness',
  'kind',
  'beyond',
  'pairs',
  'model',
  'exact',
  'support',
] as const;
export type ScorePart = (typeof scoreParts)[number];

/** Parts of the matcher that can be switched off to see what they bring. */
export const matcherParts = [
  ...scoreParts,
  'compounds',
  'derivations',
  'spelling',
  'synonyms',
  'translations',
] as const;
export type MatcherPart = (typeof matcherParts)[number];

/** Whether this is the name of a part. */
export const isMatcherPart = (name: string): name is MatcherPart =>
  matcherParts.some((part) => part === name);
