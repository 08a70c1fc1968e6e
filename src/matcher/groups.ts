import type { PassageIndex } from './index-builder.ts';
import type { AnalysedQuestion, QuestionWord } from './input.ts';
import type { MatcherPart } from './parts.ts';
import { at, row } from './rows.ts';
import { idfOf } from './rarity.ts';
import { Remembered } from './remembered.ts';
import { compoundShare, roleWeight } from './weight.ts';
import { closeLook, readings, valuesOf } from './weights.ts';

/** How a word of the question became a term of the articles. */
export type TermReading =
  'exact' | 'compound' | 'derivation' | 'spelling' | 'prefix' | 'synonym' | 'translation';

/** A term of the articles that stands for a word of the question. */
export interface Substitute {
  readonly term: number;
  /** 0..1: how much of the word's weight it carries. */
  readonly weight: number;
  readonly reading: TermReading;
  /** The articles' spelling where the word was misspelt. */
  readonly spelling: string | null;
}

/** A word of a question as the articles read it. */
interface Reading {
  readonly idf: number;
  /** Whether the articles hold the word itself, or what it was corrected or translated to. */
  readonly isKnown: boolean;
  readonly substitutes: readonly Substitute[];
  /** Parts of a compound: these add up instead. */
  readonly parts: readonly Substitute[];
}

/** One word of the question with everything that may stand for it; a passage is scored by the best of these. */
export interface Group extends Reading {
  readonly word: QuestionWord;
  /** Part of the question's weight, 0..1; the shares of all groups sum to 1. */
  readonly share: number;
}

export interface GroupOptions {
  readonly without: ReadonlySet<MatcherPart>;
}

const weights = valuesOf(readings);
const floorIdf = closeLook.floorIdf.value;

/** The words of a question that are compared, one group for each term. */
export function groupsOf(
  index: PassageIndex,
  question: AnalysedQuestion,
  options: GroupOptions,
): readonly Group[] {
  const seen = new Set<string>();
  const before = readingsOf(index);
  const manner = `${question.isForeign ? 'f' : ''} ${switches.filter((part) => options.without.has(part)).join()}`;
  const raw: { readonly word: QuestionWord; readonly reading: Reading; readonly weight: number }[] = [];
  let total = 0;
  for (const word of question.words) {
    if (word.role === 'function' || seen.has(word.term)) continue;
    seen.add(word.term);
    const reading = before.get(`${manner} ${keyOf(word)}`, () =>
      read(index, word, question.isForeign, options),
    );
    const weight = weightOf(reading, word);
    total += weight;
    raw.push({ word, reading, weight });
  }
  return raw.map(({ word, reading: { idf, isKnown, substitutes, parts }, weight }) => ({
    word,
    idf,
    share: weight / (total || 1),
    isKnown,
    substitutes,
    parts,
  }));
}

/** What changes how a word is read. */
const switches = ['compounds', 'derivations', 'spelling', 'synonyms', 'translations'] as const;
/** Words of questions that are remembered for each index; a community's questions share most of theirs. */
const mostReadings = 4000;
const remembered = new WeakMap<PassageIndex, Remembered<Reading>>();

function readingsOf(index: PassageIndex): Remembered<Reading> {
  const known = remembered.get(index);
  if (known !== undefined) return known;
  const made = new Remembered<Reading>(mostReadings);
  remembered.set(index, made);
  return made;
}

/** The same for words that are read alike: what may stand for one depends on its neighbours. */
function keyOf({ term, folded, alternatives }: QuestionWord): string {
  let key = `${term} ${folded}`;
  for (const { term: other, weight, reading } of alternatives) key += ` ${other}/${String(weight)}${reading}`;
  return key;
}

/** The topic of a single article stands in every passage, and is still what is asked about. */
const weightOf = ({ idf }: Reading, { role }: QuestionWord): number => (idf + floorIdf) * roleWeight[role];

function read(
  index: PassageIndex,
  word: QuestionWord,
  isForeign: boolean,
  { without }: GroupOptions,
): Reading {
  const { vocabulary, postings, rarity } = index;
  const own = vocabulary.idOf(word.term);
  const isSeen = own >= 0 && at(postings.frequency, own) > 0;
  const exact: Substitute[] = isSeen ? [{ term: own, weight: 1, reading: 'exact', spelling: null }] : [];
  const told = alternativesOf(index, word, { isSeen, isForeign, without });
  const isCorrect =
    isSeen || told.isTranslated || rarity.frequencyOf(word.term) > 0 || without.has('spelling');
  const substitutes = best([
    ...exact,
    ...told.whole,
    ...(without.has('derivations') ? [] : relativesOf(index, word, isSeen)),
    ...(isCorrect ? [] : index.spelling.corrections(word.folded)),
  ]);
  const parts = without.has('compounds') ? [] : best(partsOf(index, word, own));
  const idf = groupIdf(index, word.term, isSeen, [...substitutes, ...parts]);
  const strongest = substitutes[0]?.weight ?? 0;
  return { idf, isKnown: strongest >= weights.known, substitutes, parts };
}

/** What the language says may stand for the word. */
function alternativesOf(
  { vocabulary }: PassageIndex,
  { alternatives }: QuestionWord,
  { isSeen, isForeign, without }: GroupOptions & { readonly isSeen: boolean; readonly isForeign: boolean },
): {
  readonly whole: readonly Substitute[];
  readonly isTranslated: boolean;
} {
  const isOff = {
    synonym: without.has('synonyms'),
    // Words that look English are Danish where the articles know them, unless the whole question is English.
    translation: without.has('translations') || (isSeen && !isForeign),
  };
  const known = alternatives
    .filter(({ reading }) => !isOff[reading])
    .map((alternative) => ({ ...alternative, term: vocabulary.idOf(alternative.term), spelling: null }))
    .filter(({ term }) => term >= 0);
  return {
    whole: known,
    isTranslated: known.some(({ reading }) => reading === 'translation'),
  };
}

/** Words of the same root; where the articles hold the word itself, these count for less. */
const relativesOf = (index: PassageIndex, { term }: QuestionWord, isSeen: boolean): Substitute[] =>
  index.relatives(term).map((relative) => ({
    term: relative,
    weight: isSeen ? weights.relativeOfSeen : weights.relative,
    reading: 'derivation',
    spelling: null,
  }));

function partsOf(index: PassageIndex, word: QuestionWord, own: number): readonly Substitute[] {
  const { vocabulary, postings } = index;
  const frequency = (stem: string): number => {
    const id = vocabulary.idOf(stem);
    return id < 0 ? 0 : at(postings.frequency, id);
  };
  const terms =
    own >= 0
      ? Array.from(row(index.parts, own))
      : index.splitCompound(word.folded, frequency).map((part) => vocabulary.idOf(part));
  return terms
    .filter((term) => term >= 0)
    .map((term) => ({ term, weight: weights.parts / terms.length, reading: 'compound', spelling: null }));
}

function best(substitutes: readonly Substitute[]): readonly Substitute[] {
  const byTerm = new Map<number, Substitute>();
  for (const substitute of substitutes) {
    const known = byTerm.get(substitute.term);
    if (known === undefined || known.weight < substitute.weight) byTerm.set(substitute.term, substitute);
  }
  return Array.from(byTerm.values()).toSorted((a, b) => b.weight - a.weight || a.term - b.term);
}

/** A seen word has its own; an unseen one that of its likeliest reading, mixed with that of an unknown word for the doubt. */
function groupIdf(
  index: PassageIndex,
  term: string,
  isSeen: boolean,
  standIns: readonly Substitute[],
): number {
  const { idf } = index.postings;
  const own = idfOf(index.rarity, term);
  if (isSeen) return at(idf, index.vocabulary.idOf(term));
  const likeliest = standIns.reduce<Substitute | null>(
    (found, reading) => (found === null || reading.weight > found.weight ? reading : found),
    null,
  );
  if (likeliest === null) return own;
  return likeliest.weight * at(idf, likeliest.term) + (1 - likeliest.weight) * own;
}

/** For each term of the articles that counts: which groups it stands for, and how much. */
export type Lookup = ReadonlyMap<number, readonly Hit[]>;
export interface Hit {
  readonly group: number;
  readonly weight: number;
  /** Parts add up, other readings compete. */
  readonly isPart: boolean;
}

/** Turns groups around; compounds of the articles that hold a word count for part of it. */
export function lookupOf(index: PassageIndex, groups: readonly Group[]): Lookup {
  const lookup = new Map<number, Hit[]>();
  const add = (term: number, hit: Hit): void => {
    const hits = lookup.get(term);
    if (hits === undefined) lookup.set(term, [hit]);
    else if (!hits.some(({ group, weight }) => group === hit.group && weight >= hit.weight)) hits.push(hit);
  };
  groups.forEach(({ substitutes, parts }, group) => {
    for (const { term, weight } of substitutes) add(term, { group, weight, isPart: false });
    for (const { term, weight } of parts) add(term, { group, weight, isPart: true });
  });
  groups.forEach(({ substitutes }, group) => {
    for (const { term, weight } of substitutes) {
      for (const compound of row(index.compounds, term)) {
        add(compound, { group, weight: weight * compoundShare, isPart: false });
      }
    }
  });
  return lookup;
}
