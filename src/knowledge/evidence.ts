import { fieldsMet } from '../matcher/close-look.ts';
import { metFields, type Features, type FieldsMet, type MetField } from '../matcher/features.ts';
import type { Group, TermReading } from '../matcher/groups.ts';
import { lineOf, type PassageIndex } from '../matcher/index-builder.ts';
import type { PreparedQuestion } from '../matcher/prepare.ts';
import type { RankedPassage } from '../matcher/rank.ts';
import { row } from '../matcher/rows.ts';
import type { Traits } from '../matcher/traits.ts';
import type { Evidence, Reading, WordEvidence } from './ranking.ts';

/** Why a passage got its score, in terms that a front can word. Most matches are never explained: the words wait to be asked for. */
export class MatchEvidence implements Evidence {
  readonly parts: Evidence['parts'];
  readonly features: Features;
  readonly traits: Traits;
  readonly #index: PassageIndex;
  readonly #prepared: PreparedQuestion;
  readonly #passage: number;
  #words: readonly WordEvidence[] | null = null;

  constructor(index: PassageIndex, prepared: PreparedQuestion, { passage, features, parts }: RankedPassage) {
    this.parts = parts;
    this.features = features;
    this.traits = prepared.traits;
    this.#index = index;
    this.#prepared = prepared;
    this.#passage = passage;
  }

  get words(): readonly WordEvidence[] {
    return (this.#words ??= wordsOf(this.#index, this.#prepared, this.#passage, this.parts['words'] ?? 0));
  }
}

/** `score`: the words' part, which is split by how well each word was met. */
function wordsOf(
  index: PassageIndex,
  prepared: PreparedQuestion,
  passage: number,
  score: number,
): readonly WordEvidence[] {
  const { groups } = prepared;
  const held = heldBy(index, passage);
  const met = fieldsMet(index, prepared, passage);
  const best = groups.map((_, group) => bestMet(met, group));
  const total = best.reduce((sum, value, group) => sum + value * (groups[group]?.share ?? 0), 0) || 1;
  return groups.map((group, place) => {
    const { terms, reading, readAs } = readingIn(index, group, held);
    const fields = metFields.filter((field) => (met[field][place] ?? 0) > 0);
    const shown = fields.filter((field) => terms.some((term) => held(field, term)));
    return {
      reading,
      readAs,
      asked: group.word.raw,
      // Where the reading that is named stands; a weaker one that is met elsewhere is not told of.
      fields: shown.length === 0 ? fields : shown,
      share: group.share,
      score: (score * group.share * (best[place] ?? 0)) / total,
    };
  });
}

const bestMet = (met: FieldsMet, group: number): number =>
  metFields.reduce((most, field) => Math.max(most, met[field][group] ?? 0), 0);

/** Whether a field of a passage holds a term. */
type Holds = (field: MetField, term: number) => boolean;

function heldBy(index: PassageIndex, passage: number): Holds {
  const [heading, ...phrasings] = Array.from(row(index.lines, passage), (line) => lineOf(index, line));
  const { parents, title, keywords, body } = index.fields;
  return (field, term) => {
    switch (field) {
      case 'heading':
        return heading?.includes(term) === true;
      case 'phrasing':
        return phrasings.some((line) => line.includes(term));
      case 'parents':
        return row(parents, passage).includes(term);
      case 'title':
        return row(title, passage).includes(term);
      case 'keywords':
        return row(keywords, passage).includes(term);
      case 'body':
        return row(body, passage).includes(term);
      default:
        return field satisfies never;
    }
  };
}

interface ShownReading extends Pick<WordEvidence, 'reading' | 'readAs'> {
  /** The terms that it stands for. */
  readonly terms: readonly number[];
}

/** The likeliest reading of a word that the passage holds; its likeliest at all where it holds none. */
function readingIn(index: PassageIndex, { word, substitutes, parts }: Group, held: Holds): ShownReading {
  const spelt = (term: number): string | null => index.spellings[term] ?? null;
  const holds = (term: number): boolean => metFields.some((field) => held(field, term));
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
