import { detectLanguage } from '../language/detect.ts';
import { neutral, type Language } from '../language/language.ts';
import { voterOf } from '../language/voter.ts';
import { fieldsMet } from '../matcher/close-look.ts';
import { metFields } from '../matcher/features.ts';
import type { PassageIndex } from '../matcher/index-builder.ts';
import { confidenceOf, nearnessOf, offerable, type Judged } from '../matcher/judgement.ts';
import { prepare, type PreparedQuestion } from '../matcher/prepare.ts';
import { rank, type RankedPassage, type RankedPassages, type RankOptions } from '../matcher/rank.ts';
import { alikeFrom, resemblances } from '../matcher/resemblance.ts';
import { inverseDocumentFrequency } from '../matcher/weight.ts';
import { judging, languageTilt, metWell, rareShare } from '../matcher/weights.ts';
import { demoted } from './describe.ts';
import { MatchEvidence } from './evidence.ts';
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
    : {
        article: found.article,
        passage: found.passage,
        score: ranked.score,
        evidence: new MatchEvidence(index, prepared, ranked),
      };
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
  const ranked = indexed.flatMap((one, place): Ranked[] => {
    const question = prepared[place];
    return question === undefined ? [] : [{ one, question, result: rank(one.index, question, options) }];
  });
  const seen = firstOf(ranked, language, Math.max(limit, judging.looked.value));
  const [first] = seen;
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
    metRareWord: first !== undefined && metRareWord(first.one.index, first.question, first.passage),
  };
}

/** What one language's articles say to a question. */
interface Ranked {
  readonly one: IndexedLanguage;
  readonly question: PreparedQuestion;
  readonly result: RankedPassages;
}

/** The first of all, best first. A passage of two languages stands in two indexes; it counts by the better. */
function firstOf(ranked: readonly Ranked[], language: string, limit: number): readonly Entry[] {
  const [only] = ranked;
  const found: Entry[] = [];
  const add = (of: Ranked, passage: RankedPassage): void => {
    const match = matchOf(of.one, of.question, passage);
    if (match !== null) found.push({ ...of, passage, match });
  };
  if (only !== undefined && ranked.length === 1) {
    for (const passage of only.result.ranking.slice(0, limit)) add(only, passage);
    return found;
  }
  const entries = ranked.flatMap((of) => {
    const tilt = of.one.language.tag === language ? languageTilt.value : 0;
    return of.result.ranking.slice(0, limit).map((passage) => ({ of, passage, order: passage.score + tilt }));
  });
  const seen = new Set<string>();
  for (const { of, passage } of entries.toSorted((a, b) => b.order - a.order)) {
    const id = of.one.located[passage.passage]?.passage.id ?? '';
    if (!seen.has(id)) add(of, passage);
    seen.add(id);
    if (seen.size === limit) break;
  }
  return found;
}

interface Entry extends Ranked {
  readonly passage: RankedPassage;
  readonly match: Match;
}

const judgedOf = ({ passage: { features, score }, match }: Entry): Judged & { readonly match: Match } => ({
  features,
  score,
  match,
});

/** Each meaning once, by its best passage: passages that repeat one another are not offered beside each other. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const isRepeated = kept.some(
      ({ one, result, passage }) =>
        one === entry.one &&
        result.resemblance(passage.passage, entry.passage.passage, alikeFrom) >= alikeFrom,
    );
    if (!isRepeated) kept.push(entry);
  }
  return kept;
}

function metRareWord(index: PassageIndex, question: PreparedQuestion, { passage }: RankedPassage): boolean {
  const rare = inverseDocumentFrequency(index.size, Math.max(1, rareShare.value * index.size));
  if (!question.groups.some(({ idf, isKnown }) => isKnown && idf >= rare)) return false;
  const met = fieldsMet(index, question, passage);
  return question.groups.some(
    ({ idf, isKnown }, group) =>
      isKnown && idf >= rare && metFields.some((field) => (met[field][group] ?? 0) >= metWell.value),
  );
}

export function areAlike(indexed: readonly IndexedLanguage[], one: string, other: string): boolean {
  if (one === other) return true;
  return indexed.some((language) => {
    const first = language.located.findIndex(({ passage }) => passage.id === one);
    const second = language.located.findIndex(({ passage }) => passage.id === other);
    return first >= 0 && second >= 0 && resemblances(language.index)(first, second, alikeFrom) >= alikeFrom;
  });
}
