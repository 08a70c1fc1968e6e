import type { Alternative, QuestionKind, Role, Word } from '../matcher/input.ts';
import { askedOf, type Asked } from './asked.ts';
import { rootsOf, type RootsOf } from './derive.ts';
import { functionWordsOf, type FunctionWords } from './function-words.ts';
import { looseningOf, type Fold } from './fold.ts';
import { withoutInflections } from './inflections.ts';
import type { Need } from './needs.ts';
import type { PackData } from './pack.ts';
import { phraseTable, type PhraseTable } from './phrases.ts';

/** A language's data in the form that analysis looks things up in: everything folded and stemmed. */
export interface Lexicon
  extends Pick<FunctionWords, 'fold' | 'separate' | 'termOf' | 'telling' | 'negations'>, Asked {
  readonly loosen: Fold;
  /** Letters that may stand between the parts of a compound. */
  readonly linking: readonly string[];
  /** Term → itself and what it may be derived from. */
  readonly rootsOf: RootsOf;
  readonly roleOf: (folded: string, term: string) => Role;
  /** Phrases of folded words that carry nothing: greetings, frames. */
  readonly fillers: PhraseTable<true>;
  /** Phrases of folded words that tell the kind of question. */
  readonly kinds: PhraseTable<QuestionKind>;
  /** Phrases of terms → what else says the same. */
  readonly synonyms: PhraseTable<readonly Alternative[]>;
  /** Phrases of terms → how articles head what they tell that somebody needs, and the other way round. */
  readonly needs: PhraseTable<readonly Alternative[]>;
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
}

/** A phrase of another language and what stands for it in ours. */
export type Translation = readonly [theirs: string, ours: readonly Alternative[]];

/** Strength of a synonym beside the word itself (.4 to .8 makes no difference on ten sets). */
const synonymWeight = 0.6;
const translationWeight = 0.9;
/** Strength of what a need is headed by (.2 and .35 are alike on eight sets, .55 costs precision). */
const needWeight = 0.25;

/** Scripts in which function words are the short ones. */
const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;

/** Looks up what a language's data says; `ownSynonyms` are a deployment's own rows. */
export function lexiconOf(
  data: PackData,
  needs: readonly Need[],
  ownSynonyms: readonly (readonly string[])[] = [],
): Lexicon {
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
  const needed = new Map<string, Alternative[]>();
  const said = new Map<string, readonly Word[]>();
  for (const row of [...data.synonyms, ...ownSynonyms]) relate(row.map((entry) => foldedWords(entry)));
  for (const { said: ways, headed } of needs) {
    const one = ways.map((entry) => foldedWords(entry));
    const other = headed.map((entry) => foldedWords(entry));
    need(one, other);
    need(other, one);
  }

  /** What is said in one way may be headed, or said, in any of the others. */
  function need(from: readonly (readonly string[])[], to: readonly (readonly string[])[]): void {
    for (const phrase of from) {
      const key = phrase.map(termOf).join(' ');
      const others = to.flatMap((other) => standsFor(other, 'synonym', needWeight));
      needed.set(key, [...(needed.get(key) ?? []), ...others]);
    }
  }

  function relate(members: readonly (readonly string[])[]): void {
    for (const member of members) {
      const key = member.map(termOf).join(' ');
      const others = members
        .filter((other) => other !== member)
        .flatMap((other) => standsFor(other, 'synonym', synonymWeight));
      related.set(key, [...(related.get(key) ?? []), ...others]);
    }
  }
  /** A word stands for itself, several for what they say together and for none of themselves. */
  function standsFor(
    phrase: readonly string[],
    reading: Alternative['reading'],
    weight: number,
  ): Alternative[] {
    const terms = phrase.map(termOf);
    const [first] = terms;
    if (first === undefined) return [];
    if (terms.length > 1) addSaying(phrase);
    const term = terms.length > 1 ? sayingTerm(terms) : first;
    return [{ term, weight, reading }];
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
      ours.flatMap((entry) => standsFor(foldedWords(entry), 'translation', translationWeight)),
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
    negations,
    ...askedOf(data, words),
    sayings: phraseTable(Array.from(said, ([key, value]) => [key.split(' '), value] as const)),
    isParticle: (term) => particles.has(term),
    needs: phraseTable(Array.from(needed, ([key, value]) => [key.split(' '), value] as const)),
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
