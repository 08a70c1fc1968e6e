import type { Language } from '../language/language.ts';
import { indexBuilder, type PassageIndex } from '../matcher/index-builder.ts';
import type { AnalysedQuestion, AnalysedText, QuestionKind, Word } from '../matcher/input.ts';
import { meantBy } from '../matcher/judgement.ts';
import { prepare } from '../matcher/prepare.ts';
import { rank, type RankOptions } from '../matcher/rank.ts';
import { kept } from '../matcher/weights.ts';
import type { IndexedLanguage } from './indexed.ts';
import type { ReadQuestion } from './ranking.ts';

/** A thing kept elsewhere that is asked for in several ways. */
export interface QuestionEntry {
  readonly id: string;
  readonly question: string;
  readonly phrasings: readonly string[];
  /** What it answers, as plain text. */
  readonly text: string;
}

/** An entry that may be meant by a question. */
export interface NearEntry {
  readonly id: string;
  /** 0..1, by the measure that articles are ranked with. */
  readonly confidence: number;
  /** Share of the question that it holds: what is left over asks for something besides. */
  readonly covered: number;
  /** 0..1: how much the question and the entry's own questions say of each other, both ways. */
  readonly alike: number;
}

export interface QuestionIndex {
  /** The entry that asks what has this key; null where none does. */
  owner(key: string): string | null;
  /** Entries that may be meant, best first, at most `limit`; none where no word is shared. */
  near(question: ReadQuestion, limit: number): readonly NearEntry[];
}

/** Kinds that ask for one thing alone. "Is there parking?" answers "where can I park", and "what is …" may ask for anything. */
const definite: ReadonlySet<QuestionKind> = new Set(['how', 'why', 'when', 'who', 'where', 'how-much']);

/** So few questions teach no model of how people ask. */
const options: RankOptions = { without: new Set(['model', 'support']), candidates: 20 };

/**
 * Indexes questions kept elsewhere beside the articles of a snapshot's first language: ranked as passages are, with words
 * as rare as they are in the articles. Of two entries with one key, a question goes before a phrasing, else the first.
 */
export function questionIndex(
  entries: readonly QuestionEntry[],
  { language, index: articles }: IndexedLanguage,
): QuestionIndex {
  const byKey = ownersOf(entries, language);
  const index = indexBeside(articles, entries, language);
  const kinds = entries.map((entry) => kindsOf(entry, language));
  const negations = entries.map(({ question, phrasings }) => negationsOf([question, ...phrasings], language));
  return {
    owner: (key) => (key === '' ? null : (byKey.get(key) ?? null)),
    near({ prepared: [asked] }, limit) {
      if (asked === undefined || entries.length === 0) return [];
      const prepared = prepare(index, asked.question, options.without);
      const negation = negationIn(asked.question.words, language);
      return rank(index, prepared, options)
        .ranking.filter(({ passage }) => negations[passage]?.has(negation) === true)
        .slice(0, limit)
        .flatMap(({ passage, features, score }): NearEntry[] => {
          const entry = entries[passage];
          if (entry === undefined) return [];
          const kind = isOtherKind(asked.question.kind, kinds[passage] ?? []) ? kept.otherKind.value : 1;
          const confidence = meantBy({ features, score }, prepared.traits) * kind;
          return [{ id: entry.id, confidence, covered: features.coverage, alike: features.heading }];
        })
        .toSorted((a, b) => b.confidence - a.confidence);
    },
  };
}

/** Whether a question asks for another thing than every line of an entry that asks for one. */
function isOtherKind(asked: QuestionKind | null, kinds: readonly QuestionKind[]): boolean {
  if (asked === null || !definite.has(asked) || kinds.length === 0) return false;
  return kinds.every((kind) => definite.has(kind) && kind !== asked);
}

function kindsOf({ question, phrasings }: QuestionEntry, language: Language): readonly QuestionKind[] {
  return [question, ...phrasings].map((text) => language.line(text).kind).filter((kind) => kind !== null);
}

function ownersOf(entries: readonly QuestionEntry[], language: Language): ReadonlyMap<string, string> {
  const byKey = new Map<string, string>();
  const add = (id: string, text: string): void => {
    const key = language.key(text);
    if (!byKey.has(key)) byKey.set(key, id);
  };
  for (const { id, question } of entries) add(id, question);
  for (const { id, phrasings } of entries) for (const text of phrasings) add(id, text);
  return byKey;
}

const nothing: AnalysedText = { words: [], sentences: [], sayings: [] };

/** Questions as an index of their own, with words as rare as they are in the articles. */
export function indexBeside(
  articles: PassageIndex,
  entries: readonly QuestionEntry[],
  language: Language,
): PassageIndex {
  const builder = indexBuilder();
  for (const { question, phrasings, text } of entries) {
    builder.add({
      heading: language.line(question),
      phrasings: phrasings.map((phrasing) => language.line(phrasing)),
      parents: nothing,
      title: nothing,
      keywords: nothing,
      body: language.text(text),
      named: () => language.named(text),
    });
  }
  const { splitCompound, loosen, rootsOf } = language;
  return builder.finish({
    splitCompound,
    loosen,
    rootsOf,
    without: options.without,
    beside: articles.rarity,
  });
}

/** What a question denies: "kan man" and "kan man ikke" are two questions, whatever else they share. */
const negationIn = (words: AnalysedQuestion['words'] | readonly Word[], { isNegation }: Language): string =>
  Array.from(new Set(words.filter(isNegation).map(({ term }) => term)))
    .toSorted()
    .join(' ');

const negationsOf = (texts: readonly string[], language: Language): ReadonlySet<string> =>
  new Set(texts.map((text) => negationIn(language.read(text), language)));
