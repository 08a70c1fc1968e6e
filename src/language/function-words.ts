import type { QuestionKind } from '../matcher/input.ts';
import { foldingOf, type Fold } from './fold.ts';
import { initialismRows } from './inflections.ts';
import { isName } from './names.ts';
import { questionKinds, type PackData } from './pack.ts';
import { respelling } from './respell.ts';
import { stemmer, type Stem } from './stem.ts';
import { tokenise } from './tokenise.ts';
import { wordsOf } from './words.ts';

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
      const short = stem(form);
      if (short.length > 2 && !stems.has(short)) stems.set(short, term);
    }
  }
  return (word) => representatives.get(word) ?? stems.get(stem(word)) ?? stem(word);
}

/** Words that stand before an apostrophe. */
const elided = /(?<=\p{L})['’](?=\p{L})/gu;
const separated = (text: string): string => text.replace(elided, ' ');
const asItStands = (text: string): string => text;

const plainWords = /^[\p{L}\p{M}\s]*$/u;
/** The words of an entry, cut as those of a text are: "2fa" is two of them. */
export const wordsInPhrase = (phrase: string): string[] =>
  (plainWords.test(phrase) ? phrase.split(/\s+/u) : tokenise(phrase)).flatMap(wordsOf);

/** The part of a lexicon that tells words of a topic from those of the language itself. */
export interface FunctionWords {
  readonly fold: Fold;
  /** Sets apart the words that an apostrophe joins, where the language does that. */
  readonly separate: (text: string) => string;
  /** Folded word → term. */
  readonly termOf: Stem;
  readonly stopWords: ReadonlySet<string>;
  /** Function words that tell questions apart: question words and negations. */
  readonly telling: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
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
