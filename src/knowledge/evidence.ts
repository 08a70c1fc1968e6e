import { metFields, type Features, type MetField } from '../matcher/features.ts';
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
    words: groups.map((group, place) => {
      const { terms, ...read } = readingIn(index, group, held);
      const fields = metFields.filter((field) => (features.met[field][place] ?? 0) > 0);
      const shown = fields.filter((field) => terms.some((term) => held[field].has(term)));
      return {
        ...read,
        asked: group.word.raw,
        // Where the reading that is named stands; a weaker one that is met elsewhere is not told of.
        fields: shown.length === 0 ? fields : shown,
        share: group.share,
        // The words' part of the score is split by how well each word was met.
        score: (parts.words * group.share * (met[place] ?? 0)) / total,
      };
    }),
    parts,
    features,
    traits,
  };
}

const bestMet = (features: Features, group: number): number =>
  metFields.reduce((most, field) => Math.max(most, features.met[field][group] ?? 0), 0);

/** The terms of a passage, by field. */
type Held = Readonly<Record<MetField, ReadonlySet<number>>>;

function termsHeld(index: PassageIndex, passage: number): Held {
  const { parents, title, keywords, body } = index.fields;
  const [heading, ...phrasings] = Array.from(row(index.lines, passage), (line) => lineOf(index, line));
  return {
    heading: new Set(heading),
    phrasing: new Set(phrasings.flatMap((line) => Array.from(line))),
    parents: new Set(row(parents, passage)),
    title: new Set(row(title, passage)),
    keywords: new Set(row(keywords, passage)),
    body: new Set(row(body, passage)),
  };
}

interface ShownReading extends Pick<WordEvidence, 'reading' | 'readAs'> {
  /** The terms that it stands for. */
  readonly terms: readonly number[];
}

/** The likeliest reading of a word that the passage holds; its likeliest at all where it holds none. */
function readingIn(index: PassageIndex, { word, substitutes, parts }: Group, held: Held): ShownReading {
  const spelt = (term: number): string | null => index.spellings[term] ?? null;
  const holds = (term: number): boolean => metFields.some((field) => held[field].has(term));
  const standIns = [...substitutes, ...parts];
  const found = standIns.find(({ term }) => holds(term));
  if (found === undefined) {
    const compound = substitutes.flatMap(({ term }) => Array.from(row(index.compounds, term)));
    const whole = compound.find(holds);
    if (whole !== undefined) return { reading: 'compound', readAs: spelt(whole), terms: [whole] };
  }
  const likeliest = found ?? standIns[0];
  if (likeliest === undefined) return { reading: 'exact', readAs: null, terms: [] };
  const { term } = likeliest;
  if (likeliest.reading === 'exact')
    return { reading: exactly(index, word.folded, term), readAs: null, terms: [term] };
  const reading: Exclude<TermReading, 'exact'> = likeliest.reading;
  const together = parts.filter((part) => part.reading === reading && holds(part.term));
  if (together.includes(likeliest)) {
    const terms = together.map((part) => part.term);
    return { reading, readAs: terms.map(spelt).join(' + '), terms };
  }
  return { reading, readAs: likeliest.spelling ?? spelt(term), terms: [term] };
}

/** The word itself where the articles spell it so; else another form of it. */
const exactly = ({ vocabulary }: PassageIndex, folded: string, term: number): Reading =>
  vocabulary.spellings.get(folded) === term ? 'exact' : 'inflection';
