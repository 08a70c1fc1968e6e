import { detectLanguage } from '../language/detect.ts';
import { neutral, type Language } from '../language/language.ts';
import { voterOf } from '../language/voter.ts';
import { metFields } from '../matcher/features.ts';
import type { Group } from '../matcher/groups.ts';
import type { PassageIndex } from '../matcher/index-builder.ts';
import { confidenceOf, nearnessOf, offerable, type Judged } from '../matcher/judgement.ts';
import { prepare, type PreparedQuestion } from '../matcher/prepare.ts';
import { rank, type RankedPassage, type RankedPassages, type RankOptions } from '../matcher/rank.ts';
import { alikeFrom, resemblances } from '../matcher/resemblance.ts';
import { inverseDocumentFrequency } from '../matcher/weight.ts';
import { judging, languageTilt, metWell, rareShare } from '../matcher/weights.ts';
import { demoted } from './describe.ts';
import { evidenceOf } from './evidence.ts';
import type { Located, Match, Ranking, ReadQuestion } from './ranking.ts';

/** The articles of one language. */
export interface IndexedLanguage {
  readonly language: Language;
  readonly index: PassageIndex;
  /** By passage number of the index. */
  readonly located: readonly Located[];
}

/** The language whose function words the question has; the articles' first where none speaks up. */
function guessLanguage(text: string, languages: readonly Language[]): string {
  const foreign = languages.flatMap(({ translatesFrom }) => translatesFrom);
  return detectLanguage(text, [...languages, ...foreign]) ?? languages[0]?.tag ?? neutral;
}

export function matchOf(
  { located, index }: IndexedLanguage,
  prepared: PreparedQuestion,
  ranked: RankedPassage,
): Match | null {
  const found = located[ranked.passage];
  return found === undefined
    ? null
    : { ...found, score: ranked.score, evidence: evidenceOf(index, prepared, ranked) };
}

/** Reads a question once for every language of the articles. */
export function readQuestion(
  text: string,
  indexed: readonly IndexedLanguage[],
  { without }: RankOptions,
): ReadQuestion {
  const guess = guessLanguage(
    text,
    indexed.map(({ language }) => language),
  );
  const read = indexed.map(({ language, index }) => {
    const words = language.read(text);
    const question = language.question(words, guess);
    // Question words of another language are no content of this one.
    const bare =
      guess === language.tag || question.isForeign
        ? question
        : {
            ...question,
            words: question.words.map((word) => ({ ...word, ...demoted(word, voterOf(guess)) })),
          };
    return { key: language.keyOf(words), prepared: prepare(index, bare, without) };
  });
  return { text, language: guess, key: read[0]?.key ?? '', prepared: read.map(({ prepared }) => prepared) };
}

/** Ranks the passages of every language; the question's own language is preferred. */
export function rankAll(
  indexed: readonly IndexedLanguage[],
  { text, language, prepared }: ReadQuestion,
  limit: number,
  options: RankOptions,
): Ranking {
  const ranked = indexed.flatMap((one, place) => {
    const question = prepared[place];
    return question === undefined ? [] : [{ one, question, result: rank(one.index, question, options) }];
  });
  const tilt = (tag: string): number => (ranked.length > 1 && tag === language ? languageTilt.value : 0);
  const entries = ranked
    .flatMap(({ one, question, result }) =>
      result.ranking.map((passage) => ({
        one,
        question,
        result,
        passage,
        order: passage.score + tilt(one.language.tag),
      })),
    )
    .toSorted((a, b) => b.order - a.order)
    .filter(isFirstOfPassage());
  const first = entries[0];
  const seen = entries.slice(0, Math.max(limit, judging.looked.value)).flatMap((entry): Entry[] => {
    const match = matchOf(entry.one, entry.question, entry.passage);
    return match === null ? [] : [{ ...entry, match }];
  });
  const different = distinct(seen).map(judgedOf);
  const offered = offerable(different);
  const traits = first?.question.traits;
  return {
    question: text,
    language,
    confidence: traits === undefined ? 0 : confidenceOf(different, traits),
    nearness: traits === undefined ? 0 : nearnessOf(offered, traits),
    matches: seen.slice(0, limit).map(({ match }) => match),
    distinct: different.map(({ match }) => match),
    offered: offered.map(({ match }) => match),
    metRareWord: first !== undefined && metRareWord(first.one.index, first.question.groups, first.passage),
  };
}

/** A passage of two languages stands in two indexes; it counts by the better. */
function isFirstOfPassage(): (entry: Pick<Entry, 'one' | 'passage'>) => boolean {
  const seen = new Set<string>();
  return ({ one, passage }) => {
    const id = one.located[passage.passage]?.passage.id ?? '';
    const isFirst = !seen.has(id);
    seen.add(id);
    return isFirst;
  };
}

interface Entry {
  readonly one: IndexedLanguage;
  readonly question: PreparedQuestion;
  readonly result: RankedPassages;
  readonly passage: RankedPassage;
  readonly match: Match;
}

const judgedOf = ({ passage, match }: Entry): Judged & { readonly match: Match } => ({ ...passage, match });

/** Each meaning once, by its best passage: passages that repeat one another are not offered beside each other. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const isRepeated = kept.some(
      ({ one, result, passage }) =>
        one === entry.one && result.resemblance(passage.passage, entry.passage.passage) >= alikeFrom,
    );
    if (!isRepeated) kept.push(entry);
  }
  return kept;
}

function metRareWord({ size }: PassageIndex, groups: readonly Group[], { features }: RankedPassage): boolean {
  const rare = inverseDocumentFrequency(size, Math.max(1, rareShare.value * size));
  return groups.some(
    ({ idf, isKnown }, group) =>
      isKnown && idf >= rare && metFields.some((field) => (features.met[field][group] ?? 0) >= metWell.value),
  );
}

export function areAlike(indexed: readonly IndexedLanguage[], one: string, other: string): boolean {
  if (one === other) return true;
  return indexed.some((language) => {
    const first = language.located.findIndex(({ passage }) => passage.id === one);
    const second = language.located.findIndex(({ passage }) => passage.id === other);
    return first >= 0 && second >= 0 && resemblances(language.index)(first, second) >= alikeFrom;
  });
}
