import type { Alternative, QuestionKind, Role, Word } from '../matcher/input.ts';
import { rootsOf, type RootsOf } from './derive.ts';
import { foldingOf, looseningOf, type Fold } from './fold.ts';
import { initialismRows, withoutInflections } from './inflections.ts';
import { isName } from './names.ts';
import { questionKinds, type PackData } from './pack.ts';
import { phraseTable, type PhraseTable } from './phrases.ts';
import { respelling } from './respell.ts';
import { stemmer, type Stem } from './stem.ts';
import { tokenise } from './tokenise.ts';
import { wordsOf } from './words.ts';

/** A language's data in the form that analysis looks things up in: everything folded and stemmed. */
export interface Lexicon {
  readonly fold: Fold;
  readonly loosen: Fold;
  /** Folded word → term. */
  readonly termOf: Stem;
  /** Letters that may stand between the parts of a compound. */
  readonly linking: readonly string[];
  /** Term → itself and what it may be derived from. */
  readonly rootsOf: RootsOf;
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
  /** Several words, as terms → the words that a text counts as saying by them. */
  readonly sayings: PhraseTable<readonly Word[]>;
  /** Whether a term may stand apart from the verb that it belongs to: `ud`, `fra`. */
  readonly isParticle: (term: string) => boolean;
  /** By source language: its phrases, as its own pack's words, with ours for them. */
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
  /** `f.eks.` as a pattern; null where the language lists none. */
  readonly abbreviations: RegExp | null;
  /** Takes off endings that are set off from abbreviations: AB'en. */
  readonly uninflected: (text: string) => string;
  /** Sets apart the words that an apostrophe joins, where the language does that. */
  readonly separate: (text: string) => string;
}

/** A phrase of another language and what stands for it in ours. */
export type Translation = readonly [theirs: string, ours: readonly Alternative[]];

/** Strength of a synonym beside the word itself (.4 to .8 makes no difference on ten sets). */
const synonymWeight = 0.6;
const translationWeight = 0.9;

/** Terms by folded word: the stem, or that of the first form of an irregular row. */
function termsOf(data: PackData, fold: Fold): Stem {
  const cut: Stem = data.stemmer === undefined ? (word) => word : stemmer(data.stemmer);
  const stem: Stem = (word) => (isName(word) ? word : cut(word));
  const representatives = new Map<string, string>();
  const stems = new Map<string, string>();
  for (const row of [...data.irregular, ...initialismRows(data)]) {
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

/** Scripts in which function words are the short ones. */
const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;
/** Words that stand before an apostrophe. */
const elided = /(?<=\p{L})['’](?=\p{L})/gu;
const separated = (text: string): string => text.replace(elided, ' ');
const asItStands = (text: string): string => text;

const plainWords = /^[\p{L}\p{M}\s]*$/u;
/** The words of an entry, cut as those of a text are: "2fa" is two of them. */
export const wordsInPhrase = (phrase: string): string[] =>
  (plainWords.test(phrase) ? phrase.split(/\s+/u) : tokenise(phrase)).flatMap(wordsOf);

/** The part of a lexicon that tells words of a topic from those of the language itself. */
export interface FunctionWords extends Pick<
  Lexicon,
  'fold' | 'separate' | 'termOf' | 'stopWords' | 'telling' | 'negations'
> {
  readonly foldedWords: (phrase: string) => string[];
  /** Terms. */
  readonly weak: ReadonlySet<string>;
  readonly cue: ReadonlySet<string>;
  /** Folded phrases that tell the kind of question. */
  readonly kindRows: readonly (readonly [readonly string[], QuestionKind])[];
}

/** Kinds that a word of their own asks for; "can" and "summary" are words like others. */
const askedFor = questionKinds.filter((kind) => kind !== 'whether' && kind !== 'summary');

/** Folding of single words: letters, then spellings of chats and slips in question words. */
function wordFoldOf(data: PackData, separate: (text: string) => string): Fold {
  const spell = foldingOf(data);
  const firstWord = (phrase: string): string => wordsInPhrase(separate(phrase)).map(spell)[0] ?? '';
  const stopWords = new Set(data.stopWords.map(spell));
  const questionWords = askedFor
    .flatMap((kind) => data.questions[kind] ?? [])
    .map(firstWord)
    .filter((word) => stopWords.has(word));
  const spellings = data.spellings.map(([typed, meant]) => [spell(typed), spell(meant)] as const);
  const respell = respelling(new Map(spellings), questionWords);
  return (word) => respell(spell(word));
}

/** Reads what tells words of a topic from the language's own: all that a vote on a text's language needs. */
export function functionWordsOf(data: PackData): FunctionWords {
  const separate = data.elision ? separated : asItStands;
  const fold = wordFoldOf(data, separate);
  const foldedWords = (phrase: string): string[] => wordsInPhrase(separate(phrase)).map(fold);
  const folded = (list: readonly string[]): Set<string> => new Set(list.flatMap(foldedWords));
  const termOf = termsOf(data, fold);
  const termsFor = (list: readonly string[]): Set<string> => new Set(Array.from(folded(list), termOf));
  const weak = termsFor(data.weakWords);
  const cue = termsFor(data.cueWords);
  const isTopical = (word: string): boolean => cue.has(termOf(word)) || weak.has(termOf(word));
  const kindRows = questionKinds.flatMap((kind) =>
    (data.questions[kind] ?? []).map((phrase): readonly [readonly string[], QuestionKind] => [
      foldedWords(phrase),
      kind,
    ]),
  );
  const questionWords = kindRows
    .filter(([, kind]) => kind !== 'summary')
    .flatMap(([[first]]) => (first === undefined || isTopical(first) ? [] : [first]));
  const negations = folded(data.negations);
  return {
    separate,
    fold,
    foldedWords,
    termOf,
    weak,
    cue,
    kindRows,
    negations,
    stopWords: new Set([
      ...folded(data.stopWords),
      ...data.abbreviations.map((short) => fold(short.replaceAll('.', ''))),
    ]),
    telling: new Set([...questionWords, ...negations]),
  };
}

/** Looks up what a language's data says; `ownSynonyms` are a deployment's own rows. */
export function lexiconOf(data: PackData, ownSynonyms: readonly (readonly string[])[] = []): Lexicon {
  const words = functionWordsOf(data);
  const {
    fold,
    foldedWords,
    termOf,
    stopWords,
    negations,
    telling: tellingWords,
    weak,
    cue,
    kindRows,
  } = words;
  const isFunction = (word: string): boolean => stopWords.has(word) || tellingWords.has(word);
  const particles = new Set(data.particles.flatMap(foldedWords).map(termOf));
  const related = new Map<string, Alternative[]>();
  const said = new Map<string, readonly Word[]>();
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
  /** A word stands for itself, several for what they say together and for none of themselves. */
  function standsFor(phrase: readonly string[], reading: Alternative['reading']): Alternative[] {
    const terms = phrase.map(termOf);
    const [first] = terms;
    if (first === undefined) return [];
    if (terms.length > 1) addSaying(phrase);
    const term = terms.length > 1 ? sayingTerm(terms) : first;
    return [{ term, weight: reading === 'synonym' ? synonymWeight : translationWeight, reading }];
  }

  /** Function words alone say nothing. */
  function addSaying(phrase: readonly string[]): void {
    if (phrase.every(isFunction)) return;
    const terms = phrase.map(termOf);
    said.set(terms.join(' '), [sayingWord(phrase.join(' '), sayingTerm(terms))]);
  }

  const translations = Object.entries(data.translations).map(([source, rows]) => {
    const read = rows.map(([theirs, ours]): Translation => [
      theirs,
      ours.flatMap((entry) => standsFor(foldedWords(entry), 'translation')),
    ]);
    return [source, read] as const;
  });

  return {
    fold,
    loosen: looseningOf(data.foldings),
    termOf,
    linking: data.linking,
    rootsOf: rootsOf(data.derivations.map(fold)),
    roleOf: (word, term) => {
      if (isFunction(word)) return 'function';
      if (cue.has(term)) return 'cue';
      const isWeak = weak.has(term) || (word.length <= data.weakLength && alphabetic.test(word));
      return isWeak ? 'weak' : 'content';
    },
    fillers: phraseTable(data.fillers.map((phrase) => [foldedWords(phrase), true] as const)),
    kinds: phraseTable(kindRows),
    telling: tellingWords,
    stopWords,
    negations,
    sayings: phraseTable(Array.from(said, ([key, value]) => [key.split(' '), value] as const)),
    isParticle: (term) => particles.has(term),
    synonyms: phraseTable(Array.from(related, ([key, value]) => [key.split(' '), value] as const)),
    translations: new Map(translations),
    abbreviations: abbreviationPattern(data.abbreviations),
    uninflected: withoutInflections(data),
    separate: words.separate,
  };
}

/** A term of several words: no word of a text has a blank in it. */
const sayingTerm = (terms: readonly string[]): string => terms.join(' ');
/** What is said in several words helps, but a heading need not say it again in one. */
const sayingWord = (folded: string, term: string): Word => ({ raw: folded, folded, term, role: 'weak' });

function abbreviationPattern(abbreviations: readonly string[]): RegExp | null {
  const dotted = abbreviations.filter((short) => short.includes('.')).toSorted((a, b) => b.length - a.length);
  if (dotted.length === 0) return null;
  const escaped = dotted.map((short) => short.replaceAll('.', '\\.\\s?'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})`, 'giu');
}
