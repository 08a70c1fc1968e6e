import { setImmediate } from 'node:timers/promises';
import type { Article, Content } from '../content/article.ts';
import { neutral, openLanguage, type Language } from '../language/language.ts';
import { keyVersion } from '../language/key-version.ts';
import { indexBuilder } from '../matcher/index-builder.ts';
import type { MatcherPart } from '../matcher/parts.ts';
import { scoreOne, type RankOptions } from '../matcher/rank.ts';
import { analysedPassages, type Described } from './describe.ts';
import { areAlike, matchOf, rankAll, readQuestion, type IndexedLanguage } from './indexed.ts';
import { likenesses, type Likeness } from './likeness.ts';
import { weighTexts } from './locate.ts';
import type { Located, Match, Ranking, ReadQuestion } from './ranking.ts';
import { languageOf, writtenPassages, type WrittenPassage } from './written.ts';
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
  /** For each of some questions kept elsewhere, in order: which of them share a word with it, and how much they are alike. */
  likenesses(texts: readonly string[]): Iterable<readonly Likeness[]>;
  find(hash: string): Located | null;
  findById(id: string): Located | null;
  /** A snapshot of some of the articles alone, indexed as if there were no others. */
  restricted(keeps: (article: Article) => boolean): Promise<Snapshot>;
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

/** Analyses and indexes loaded content. Yields to other work now and then. */
export const buildSnapshot: BuildSnapshot = async (content, options = {}) => {
  const without = new Set(options.without);
  const synonyms = options.synonyms ?? [];
  const shelves = shelved(content.articles);
  const tags = Array.from(shelves.keys());
  const opened = new Map<string, Language>();
  const open = (tag: string): Language => {
    const known = opened.get(tag) ?? openLanguage(tag, synonyms, tags);
    opened.set(tag, known);
    return known;
  };
  const indexed: IndexedLanguage[] = [];
  for (const [tag, described] of shelves)
    indexed.push(await indexLanguage(open(tag), described, open, without));
  return snapshotOf(content, indexed, { without, candidates: candidateCount }, (keeps) => {
    const { articles, problems } = content;
    const kept = articles.filter(keeps);
    const left = new Set(articles.filter((article) => !kept.includes(article)).map(({ id }) => id));
    const own = problems.filter(({ file }) => !left.has(file));
    return buildSnapshot({ ...content, articles: kept, problems: own }, options);
  });
};

/** By language, most passages first: what is written in it. A passage of two languages stands under both. */
function shelved(articles: readonly Article[]): ReadonlyMap<string, readonly Described[]> {
  const shelves = new Map<string, Described[]>();
  for (const article of articles) {
    const language = languageOf(article);
    for (const [tag, passages] of byLanguage(article, language)) {
      const shelf = shelves.get(tag) ?? [];
      shelf.push({ article, language, passages });
      shelves.set(tag, shelf);
    }
  }
  return new Map(Array.from(shelves).toSorted(([, a], [, b]) => passagesIn(b) - passagesIn(a)));
}

const passagesIn = (described: readonly Described[]): number =>
  described.reduce((sum, { passages }) => sum + passages.length, 0);

function byLanguage(article: Article, language: string): ReadonlyMap<string, readonly WrittenPassage[]> {
  const groups = new Map<string, WrittenPassage[]>();
  const file = (tag: string, written: WrittenPassage): void => {
    const group = groups.get(tag) ?? [];
    group.push(written);
    groups.set(tag, group);
  };
  for (const written of article.lang === null
    ? writtenPassages(article, language)
    : inOne(article, language)) {
    const { heading, text } = written.languages;
    file(heading, written);
    if (text !== heading) file(text, written);
  }
  return groups;
}

/** Front matter that names the language is taken at its word. */
const inOne = ({ passages }: Article, language: string): readonly WrittenPassage[] =>
  passages.map((passage) => ({ passage, languages: { heading: language, text: language } }));

async function indexLanguage(
  language: Language,
  described: readonly Described[],
  open: (tag: string) => Language,
  without: ReadonlySet<MatcherPart>,
): Promise<IndexedLanguage> {
  const builder = indexBuilder();
  const located: Located[] = [];
  for (const one of described) {
    let place = 0;
    for (const analysed of analysedPassages(one, language, open)) {
      const written = one.passages[place++];
      if (written === undefined) break;
      builder.add(analysed);
      const { article } = one;
      if (located.push({ article, passage: written.passage }) % passagesPerTurn === 0) await setImmediate();
    }
    builder.endArticle();
  }
  const { splitCompound, loosen, rootsOf } = language;
  return { language, index: builder.finish({ splitCompound, loosen, rootsOf, without }), located };
}

function snapshotOf(
  content: Content,
  indexed: readonly IndexedLanguage[],
  options: RankOptions,
  restricted: Snapshot['restricted'],
): Snapshot {
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
      const matches = shelves.flatMap((shelf, place) => {
        const prepared = question.prepared[place];
        const passage = shelf.located.findIndex((one) => one.passage.id === passageId);
        if (prepared === undefined || passage < 0) return [];
        const ranked = scoreOne(shelf.index, prepared, passage, options);
        const match = ranked === null ? null : matchOf(shelf, prepared, ranked);
        return match === null ? [] : [match];
      });
      return matches.toSorted((a, b) => b.score - a.score)[0] ?? null;
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
    likenesses: (texts) =>
      likenesses(
        texts.map((text) => readQuestion(text, shelves, options)),
        main,
      ),
    find: (hash) => byHash.get(hash) ?? null,
    findById: (id) => byId.get(id) ?? null,
    restricted,
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
