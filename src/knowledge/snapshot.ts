import { setImmediate } from 'node:timers/promises';
import type { Article, Content } from '../content/article.ts';
import { detectLanguage } from '../language/detect.ts';
import { installedTag, neutral, openLanguage, type Language } from '../language/language.ts';
import { rememberingLast } from '../language/last.ts';
import { packTags } from '../language/packs.ts';
import { voterOf } from '../language/voter.ts';
import { indexBuilder } from '../matcher/index-builder.ts';
import { scoreOne, type RankOptions } from '../matcher/rank.ts';
import { analysedPassages } from './describe.ts';
import { areAlike, guessLanguage, matchOf, rankAll, type IndexedLanguage } from './indexed.ts';
import type { Located, Match, Ranking } from './ranking.ts';
import { emptyIndex, questionIndex, type QuestionEntry, type QuestionIndex } from './question-index.ts';

/** Everything needed to answer from one state of the articles. Immutable; several may live side by side. */
export interface Snapshot {
  readonly content: Content;
  /** Tags of the languages the articles are written in, most passages first. */
  readonly languages: readonly string[];
  /** Ranks the passages for a question. Never throws; deterministic. */
  rank(text: string, limit: number): Ranking;
  /** The match of one given passage for a question, with its evidence, wherever it ranks; null for an unknown id. */
  explain(text: string, passageId: string): Match | null;
  /** Near-duplicates by meaning: true where one passage says what the other says. */
  alike(one: string, other: string): boolean;
  /**
   * The ordered sequence of folded, stemmed words of a question, greetings dropped, question words and negations kept:
   * equal keys are the same question. The folded text where no word is left.
   */
  key(text: string): string;
  /** Folded words, a blank between: for completing what is typed. */
  fold(text: string): string;
  /** An index over questions kept elsewhere (pins), weighed with the rarity of words in the articles. */
  indexQuestions(entries: readonly QuestionEntry[]): QuestionIndex;
  find(hash: string): Located | null;
  findById(id: string): Located | null;
}

/** What a snapshot is built with besides the articles. */
export interface SnapshotOptions {
  /** Parts of the matcher that are switched off (`evaluate --without`). */
  readonly without?: readonly string[];
  /** The deployment's own synonyms: each line means the same. */
  readonly synonyms?: readonly (readonly string[])[];
}

export type BuildSnapshot = (content: Content, options?: SnapshotOptions) => Promise<Snapshot>;

/** How many passages of stage one are looked at closely. */
const candidateCount = 60;
/** Passages analysed before other work gets a turn: the bot answers on while it reloads. */
const passagesPerTurn = 200;
/** Characters of an article that its language is told by. */
const detectionSample = 4000;

/** Analyses and indexes loaded content. Yields to other work now and then. */
export const buildSnapshot: BuildSnapshot = async (content, options = {}) => {
  const without = new Set(options.without);
  const synonyms = options.synonyms ?? [];
  const opened = new Map<string, Language>();
  const open = (tag: string): Language => {
    const known = opened.get(tag) ?? openLanguage(tag, synonyms);
    opened.set(tag, known);
    return known;
  };
  const byTag = groupedByLanguage(content.articles);
  const indexed: IndexedLanguage[] = [];
  for (const [tag, articles] of byTag) indexed.push(await indexLanguage(open(tag), articles, without));
  return snapshotOf(content, indexed, { without, candidates: candidateCount });
};

function groupedByLanguage(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const tag = languageOf(article);
    groups.set(tag, [...(groups.get(tag) ?? []), article]);
  }
  const passages = (tag: string): number =>
    (groups.get(tag) ?? []).reduce((sum, article) => sum + article.passages.length, 0);
  return new Map(Array.from(groups).toSorted(([a], [b]) => passages(b) - passages(a)));
}

function languageOf({ lang, title, passages }: Article): string {
  if (lang !== null) return installedTag(lang);
  const sample = [title, ...passages.map(({ heading, text }) => `${heading}\n${text}`)].join('\n');
  return detectLanguage(sample.slice(0, detectionSample), packTags.map(voterOf)) ?? neutral;
}

async function indexLanguage(
  language: Language,
  articles: readonly Article[],
  without: ReadonlySet<string>,
): Promise<IndexedLanguage> {
  const builder = indexBuilder();
  const located: Located[] = [];
  for (const article of articles) {
    let place = 0;
    for (const analysed of analysedPassages(article, language)) {
      const passage = article.passages[place++];
      if (passage === undefined) break;
      builder.add(analysed);
      if (located.push({ article, passage }) % passagesPerTurn === 0) await setImmediate();
    }
  }
  const { splitCompound, loosen, rootsOf } = language;
  return { language, index: builder.finish({ splitCompound, loosen, rootsOf, without }), located };
}

function snapshotOf(content: Content, indexed: readonly IndexedLanguage[], options: RankOptions): Snapshot {
  const all = indexed.flatMap(({ located }) => located);
  const byHash = new Map(all.map((one) => [one.passage.hash, one]));
  const byId = new Map(all.map((one) => [one.passage.id, one]));
  const languages = indexed.map(({ language }) => language);
  // Questions kept elsewhere are read in the language of most articles.
  const keyLanguage = languages[0] ?? openLanguage(neutral);
  const guess = rememberingLast((text: string) => guessLanguage(text, languages));
  return {
    content,
    languages: languages.map(({ tag }) => tag),
    rank: (text, limit) => rankAll(indexed, text, guess(text), limit, options),
    explain(text, passageId) {
      const found = indexed.find(({ located }) => located.some(({ passage }) => passage.id === passageId));
      if (found === undefined) return null;
      const place = found.located.findIndex(({ passage }) => passage.id === passageId);
      const question = found.language.question(text, guess(text));
      const { prepared, ranking } = scoreOne(found.index, question, place, options);
      return ranking[0] === undefined ? null : matchOf(found, prepared.groups, ranking[0]);
    },
    alike: (one, other) => areAlike(indexed, one, other),
    key: (text) => keyLanguage.key(text),
    fold: (text) => keyLanguage.folded(text),
    indexQuestions: (entries) =>
      questionIndex(entries, keyLanguage, indexed[0]?.index ?? emptyIndex(keyLanguage), guess),
    find: (hash) => byHash.get(hash) ?? null,
    findById: (id) => byId.get(id) ?? null,
  };
}
