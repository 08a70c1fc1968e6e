import type { Match } from '../knowledge/ranking.ts';

/** How a question may name a heading that has no text of its own; shares of its weight, 0..1. */
const named = {
  /** At least so much of it stands in the headings above, where it may mean some passage … */
  likely: 0.4,
  /** … and so much where nothing else speaks for any. */
  surely: 0.8,
} as const;
/** More passages below one heading are for the list of topics. */
const mostChildren = 14;

/** A heading and the passages below it, in the order of the article. */
export interface Children {
  readonly heading: string;
  readonly passages: readonly Match[];
}

/**
 * The passages below a heading without text, in the order of the article, where a question names that heading rather
 * than one of them: "dag for dag" means every day. Null where it does not. `isLikely`: the first match may answer.
 */
export function childrenMeant(matches: readonly Match[], isLikely: boolean): Children | null {
  // What only looks like the question in its letters says nothing of headings.
  const first = matches.find(({ evidence }) => evidence.features.mass > 0);
  if (first === undefined || first.passage.parents.length === 0) return null;
  const { above, below } = sharesMet(first);
  if (above < (isLikely ? named.likely : named.surely) || below > above) return null;
  const depth = first.passage.parents.length;
  const chain = first.passage.parents;
  const children = first.article.passages.filter(({ parents }) =>
    chain.every((heading, level) => parents[level] === heading),
  );
  const owner = chain.at(-1);
  const hasText = first.article.passages.some(
    ({ heading, parents }) => heading === owner && parents.length === depth - 1,
  );
  if (owner === undefined || hasText || children.length < 2 || children.length > mostChildren) return null;
  const passages = children.map(
    (passage) => matches.find((match) => match.passage.id === passage.id) ?? unranked(first, passage),
  );
  return { heading: owner, passages };
}

/** What of a question the headings above a passage hold, and what only its own heading and text hold. */
function sharesMet({ evidence }: Match): { readonly above: number; readonly below: number } {
  let above = 0;
  let below = 0;
  for (const { fields, share } of evidence.words) {
    if (fields.includes('parents')) above += share;
    else if (fields.some((field) => field === 'heading' || field === 'phrasing' || field === 'body'))
      below += share;
  }
  return { above, below };
}

/** Nothing speaks for it but its heading's company; what the question itself is stays true. */
const unranked = ({ article, evidence }: Match, passage: Match['passage']): Match => ({
  article,
  passage,
  score: 0,
  evidence: { ...evidence, words: [], parts: {} },
});
