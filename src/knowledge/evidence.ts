import type { Features } from '../matcher/features.ts';
import { metFields } from '../matcher/features.ts';
import type { Group, TermReading } from '../matcher/groups.ts';
import { lineOf, type PassageIndex } from '../matcher/index-builder.ts';
import type { PreparedQuestion } from '../matcher/prepare.ts';
import type { RankedPassage } from '../matcher/rank.ts';
import { row } from '../matcher/rows.ts';
import type { Evidence, Reading, WordEvidence } from './ranking.ts';

/** Why a passage got its score, in terms that a front can word. */
export function evidenceOf(
  index: PassageIndex,
  { groups, traits }: PreparedQuestion,
  { passage, features, parts }: RankedPassage,
): Evidence {
  const held = termsHeld(index, passage);
  const met = groups.map((_, group) => bestMet(features, group));
  const total = met.reduce((sum, value, group) => sum + value * (groups[group]?.share ?? 0), 0) || 1;
  return {
    words: groups.map((group, place) => ({
      ...readingIn(index, group, held),
      asked: group.word.raw,
      fields: metFields.filter((field) => (features.met[field][place] ?? 0) > 0),
      share: group.share,
      // The words' part of the score is split by how well each word was met.
      score: (parts.words * group.share * (met[place] ?? 0)) / total,
    })),
    parts,
    features,
    traits,
  };
}

const bestMet = (features: Features, group: number): number =>
  metFields.reduce((most, field) => Math.max(most, features.met[field][group] ?? 0), 0);

function termsHeld(index: PassageIndex, passage: number): ReadonlySet<number> {
  const { parents, title, keywords, body } = index.fields;
  return new Set([
    ...Array.from(row(index.lines, passage)).flatMap((line) => Array.from(lineOf(index, line))),
    ...[parents, title, keywords, body].flatMap((field) => Array.from(row(field, passage))),
  ]);
}

/** The likeliest reading of a word that the passage holds; its likeliest at all where it holds none. */
function readingIn(
  index: PassageIndex,
  { word, substitutes, parts }: Group,
  held: ReadonlySet<number>,
): Pick<WordEvidence, 'reading' | 'readAs'> {
  const spelt = (term: number): string | null => index.spellings[term] ?? null;
  const standIns = [...substitutes, ...parts];
  const found = standIns.find(({ term }) => held.has(term));
  if (found === undefined) {
    const compound = substitutes.flatMap(({ term }) => Array.from(row(index.compounds, term)));
    const whole = compound.find((term) => held.has(term));
    if (whole !== undefined) return { reading: 'compound', readAs: spelt(whole) };
  }
  const likeliest = found ?? standIns[0];
  if (likeliest === undefined) return { reading: 'exact', readAs: null };
  if (likeliest.reading === 'exact') return { reading: exactly(word.folded, word.term), readAs: null };
  const reading: Exclude<TermReading, 'exact'> = likeliest.reading;
  const together = parts.filter((part) => part.reading === reading && held.has(part.term));
  if (together.includes(likeliest))
    return { reading, readAs: together.map(({ term }) => spelt(term)).join(' + ') };
  return { reading, readAs: likeliest.spelling ?? spelt(likeliest.term) };
}

const exactly = (folded: string, term: string): Reading => (folded === term ? 'exact' : 'inflection');
