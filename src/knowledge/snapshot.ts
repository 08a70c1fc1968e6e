import { setImmediate } from 'node:timers/promises';
import type { Article, Content } from '../content/article.ts';
import { detectLanguage } from '../language/detect.ts';
import { installedTag, neutral, openLanguage, type Language } from '../language/language.ts';
import { keyVersion } from '../language/key-version.ts';
import { packTags } from '../language/packs.ts';
import { voterOf } from '../language/voter.ts';
import { indexBuilder } from '../matcher/index-builder.ts';
import type { MatcherPart } from '../matcher/parts.ts';
import { scoreOne, type RankOptions } from '../matcher/rank.ts';
import { analysedPassages } from './describe.ts';
import { areAlike, matchOf, rankAll, readQuestion, type IndexedLanguage } from './indexed.ts';
import { weighTexts } from './locate.ts';
import type { Located, Match, Ranking, ReadQuestion } from './ranking.ts';
import { questionIndex, type QuestionEntry, type QuestionIndex } from './question-index.ts';

/** Everything needed to answer from one state of the articles. Immutable; several may live side by side. */
export interface Snapshot {
  readonly content: Content;
  /** Tags of the languages the articles are written in, most passages first. */
  readonly languages: readonly string[];
  /** The tag of the language that an article of this snapshot is read in. */
  languageOf(article: Article): string;
  /** Reads a question, whatever is in it. */
  read(text: string): ReadQuestion;
  /** Ranks the passages for a question that this snapshot has read. Never throws; deterministic. */
  rank(question: ReadQuestion, limit: number): Ranking;
  /** The match of one given passage for a question, with its evidence, wherever it ranks; null for an unknown id. */
  explain(question: ReadQuestion, passageId: string): Match | null;
  /**
   * For each text of a passage, how much of each word of the question it holds that its heading does not; empty rows for
   * an unknown passage.
   */
  weigh(question: ReadQuestion, passageId: string, texts: readonly string[]): readonly (readonly number[])[];
  /** Near-duplicates by meaning: true where one passage says what the other says. */
  alike(one: string, other: string): boolean;
  /** The key of a text that is only compared: that of its reading. */
  key(text: string): string;
  /** Differs from that of another snapshot where the two may give one text different keys. */
  readonly keyVersion: string;
  /** The passage whose heading, else one of whose phrasings, has this key; null where none has. */
  asking(key: string): Located | null;
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
  readonly without?: readonly MatcherPart[];
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
  without: ReadonlySet<MatcherPart>,
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
  const tags = new Map(
    indexed.flatMap(({ language, located }) => located.map(({ article }) => [article.id, language.tag])),
  );
  // Questions kept elsewhere are read in the language of most articles.
  const main = indexed[0] ?? noArticles();
  const shelves = indexed.length === 0 ? [main] : indexed;
  return {
    content,
    languages: indexed.map(({ language }) => language.tag),
    languageOf: ({ id }) => tags.get(id) ?? neutral,
    read: (text) => readQuestion(text, shelves, options),
    rank: (question, limit) => rankAll(shelves, question, limit, options),
    explain(question, passageId) {
      const place = shelves.findIndex(({ located }) =>
        located.some(({ passage }) => passage.id === passageId),
      );
      const shelf = shelves[place];
      const prepared = question.prepared[place];
      if (shelf === undefined || prepared === undefined) return null;
      const passage = shelf.located.findIndex((one) => one.passage.id === passageId);
      return matchOf(shelf, prepared.groups, scoreOne(shelf.index, prepared, passage, options));
    },
    weigh(question, passageId, texts) {
      const place = shelves.findIndex(({ located }) =>
        located.some(({ passage }) => passage.id === passageId),
      );
      const shelf = shelves[place];
      const prepared = question.prepared[place];
      const heading = byId.get(passageId)?.passage.heading;
      if (shelf === undefined || prepared === undefined || heading === undefined) return texts.map(() => []);
      return weighTexts(shelf, prepared, heading, texts);
    },
    alike: (one, other) => areAlike(indexed, one, other),
    key: (text) => main.language.key(text),
    keyVersion: keyVersion(main.language.tag),
    asking: askedIn(all, main.language),
    fold: (text) => main.language.folded(text),
    indexQuestions: (entries) => questionIndex(entries, main),
    find: (hash) => byHash.get(hash) ?? null,
    findById: (id) => byId.get(id) ?? null,
  };
}

/** What stands in for the articles where there are none: every word is unknown and so equally rare. */
function noArticles(): IndexedLanguage {
  const language = openLanguage(neutral);
  const { splitCompound, loosen, rootsOf } = language;
  const index = indexBuilder().finish({ splitCompound, loosen, rootsOf, without: new Set() });
  return { language, index, located: [] };
}

/** Finds passages by what they ask. The keys are made when the first one is looked for: a question needs none of them. */
function askedIn(all: readonly Located[], language: Language): (key: string) => Located | null {
  let byKey: ReadonlyMap<string, Located> | null = null;
  return (key) => {
    byKey ??= keyed(all, language);
    return byKey.get(key) ?? null;
  };
}

function keyed(all: readonly Located[], language: Language): ReadonlyMap<string, Located> {
  const byKey = new Map<string, Located>();
  const add = (text: string, located: Located): void => {
    const key = language.key(text);
    if (key !== '' && !byKey.has(key)) byKey.set(key, located);
  };
  for (const located of all) add(located.passage.heading, located);
  for (const located of all) for (const { text } of located.passage.phrasings) add(text, located);
  return byKey;
}
