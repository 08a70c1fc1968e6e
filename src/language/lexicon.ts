import type { Alternative, QuestionKind, Role } from '../matcher/input.ts';
import { foldingOf, looseningOf, type Fold } from './fold.ts';
import { questionKinds, type PackData } from './pack.ts';
import { phraseTable, type PhraseTable } from './phrases.ts';
import { stemmer, type Stem } from './stem.ts';
import { wordsOf } from './words.ts';

/** A language's data in the form that analysis looks things up in: everything folded and stemmed. */
export interface Lexicon {
  readonly fold: Fold;
  readonly loosen: Fold;
  /** Folded word → term. */
  readonly termOf: Stem;
  readonly roleOf: (folded: string, term: string) => Role;
  /** Phrases of folded words that carry nothing: greetings, frames. */
  readonly fillers: PhraseTable<true>;
  /** Phrases of folded words that tell the kind of question. */
  readonly kinds: PhraseTable<QuestionKind>;
  /** Function words that tell questions apart: question words and negations. */
  readonly telling: ReadonlySet<string>;
  readonly stopWords: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Phrases of terms → what else says the same. */
  readonly synonyms: PhraseTable<readonly Alternative[]>;
  /** By source language: phrases of folded words → ours. */
  readonly translations: ReadonlyMap<string, PhraseTable<readonly Alternative[]>>;
  /** `f.eks.` as a pattern; null where the language lists none. */
  readonly abbreviations: RegExp | null;
  /** Sets apart the words that an apostrophe joins, where the language does that. */
  readonly separate: (text: string) => string;
}

/** Strength of a synonym beside the word itself (matching.md: .3 to 1 makes no difference; .5 is cautious). */
const synonymWeight = 0.5;
const translationWeight = 0.9;

/** Terms by folded word: the stem, or that of the first form of an irregular row. */
function termsOf(data: PackData, fold: Fold): Stem {
  const stem: Stem = data.stemmer === undefined ? (word) => word : stemmer(data.stemmer);
  const representatives = new Map<string, string>();
  const stems = new Map<string, string>();
  for (const row of data.irregular) {
    const [first, ...forms] = row.map(fold);
    if (first === undefined) continue;
    const term = representatives.get(first) ?? stem(first);
    for (const form of [first, ...forms]) {
      if (!representatives.has(form)) representatives.set(form, term);
      if (stem(form).length > 2 && !stems.has(stem(form))) stems.set(stem(form), term);
    }
  }
  return (word) => representatives.get(word) ?? stems.get(stem(word)) ?? stem(word);
}

/** Words that stand before an apostrophe. */
const elided = /(?<=\p{L})['’](?=\p{L})/gu;
const separated = (text: string): string => text.replace(elided, ' ');
const asItStands = (text: string): string => text;

const wordsInPhrase = (phrase: string): string[] => phrase.split(/\s+/u).flatMap(wordsOf);

/** Looks up what a language's data says; `ownSynonyms` are a deployment's own rows. */
export function lexiconOf(data: PackData, ownSynonyms: readonly (readonly string[])[] = []): Lexicon {
  const separate = data.elision ? separated : asItStands;
  const fold = foldingOf(data.foldings, data.letters);
  const foldedWords = (phrase: string): string[] => wordsInPhrase(separate(phrase)).map(fold);
  const termOf = termsOf(data, fold);
  const folded = (words: readonly string[]): Set<string> =>
    new Set(words.flatMap((word) => foldedWords(word)));
  const termsFor = (words: readonly string[]): Set<string> => new Set(Array.from(folded(words), termOf));
  const kindRows = questionKinds.flatMap((kind) =>
    (data.questions[kind] ?? []).map((phrase): readonly [readonly string[], QuestionKind] => [
      foldedWords(phrase),
      kind,
    ]),
  );
  const abbreviated = data.abbreviations.map((short) => fold(short.replaceAll('.', '')));
  const stopWords = new Set([...folded(data.stopWords), ...abbreviated]);
  const negations = folded(data.negations);
  const weak = termsFor(data.weakWords);
  const cue = termsFor(data.cueWords);
  const isTopical = (word: string): boolean => cue.has(termOf(word)) || weak.has(termOf(word));
  const questionWords = new Set(
    kindRows
      .filter(([, kind]) => kind !== 'summary')
      .flatMap(([[first]]) => (first === undefined || isTopical(first) ? [] : [first])),
  );
  const isFunction = (word: string): boolean =>
    stopWords.has(word) || negations.has(word) || questionWords.has(word);
  const related = new Map<string, Alternative[]>();
  for (const row of [...data.synonyms, ...ownSynonyms]) relate(row.map((entry) => foldedWords(entry)));

  function relate(members: readonly (readonly string[])[]): void {
    for (const member of members) {
      const key = member.map(termOf).join(' ');
      const others = members
        .filter((other) => other !== member)
        .flatMap((other) => standsFor(other, 'synonym'));
      related.set(key, [...(related.get(key) ?? []), ...others]);
    }
  }
  /** A phrase stands for its words that carry meaning, each for its part. */
  function standsFor(phrase: readonly string[], reading: Alternative['reading']): Alternative[] {
    const told = phrase.filter((word) => !isFunction(word));
    const counted = told.length === 0 ? phrase : told;
    const weight = (reading === 'synonym' ? synonymWeight : translationWeight) / counted.length;
    return counted.map((word) => ({ term: termOf(word), weight, reading }));
  }

  const translations = Object.entries(data.translations).map(([source, rows]) => {
    const table = phraseTable(
      rows.map(([theirs, ours]): readonly [readonly string[], readonly Alternative[]] => [
        foldedWords(theirs),
        ours.flatMap((entry) => standsFor(foldedWords(entry), 'translation')),
      ]),
    );
    return [source, table] as const;
  });

  return {
    fold,
    loosen: looseningOf(data.foldings),
    termOf,
    roleOf: (word, term) => {
      if (isFunction(word)) return 'function';
      if (cue.has(term)) return 'cue';
      return weak.has(term) ? 'weak' : 'content';
    },
    fillers: phraseTable(data.fillers.map((phrase) => [foldedWords(phrase), true] as const)),
    kinds: phraseTable(kindRows),
    telling: new Set([...questionWords, ...negations]),
    stopWords,
    negations,
    synonyms: phraseTable(Array.from(related, ([key, value]) => [key.split(' '), value] as const)),
    translations: new Map(translations),
    abbreviations: abbreviationPattern(data.abbreviations),
    separate,
  };
}

function abbreviationPattern(abbreviations: readonly string[]): RegExp | null {
  const dotted = abbreviations.filter((short) => short.includes('.')).toSorted((a, b) => b.length - a.length);
  if (dotted.length === 0) return null;
  const escaped = dotted.map((short) => short.replaceAll('.', '\\.\\s?'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})`, 'giu');
}
