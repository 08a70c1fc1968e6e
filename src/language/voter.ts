import { functionWordsOf, type FunctionWords } from './function-words.ts';
import { packData } from './packs.ts';
import { cleaned, tokenise } from './tokenise.ts';
import { wordsOf } from './words.ts';

/** What takes part in telling languages apart. */
export interface Voter {
  /** Tag of an installed pack, or `und`. */
  readonly tag: string;
  /** How many of the words of a text are the language's own function words, 0..1. */
  readonly functionShare: (text: string) => number;
  /** Whether a word, as typed, is one of them. */
  readonly isFunctionWord: (word: string) => boolean;
  /** How many of these words are. */
  readonly functionWords: (words: readonly string[]) => number;
}

/** Words remembered by each voter; beyond it the memory starts anew. */
const remembered = 20_000;

const known = new Map<string, FunctionWords>();
const voters = new Map<string, Voter>();

/** What tells words of a topic from a language's own; far cheaper than opening the language, and made once. */
function functionWordsIn(tag: string): FunctionWords {
  const made = known.get(tag) ?? functionWordsOf(packData(tag));
  known.set(tag, made);
  return made;
}

const foldedWords = (text: string, { separate, fold }: FunctionWords): readonly string[] =>
  tokenise(separate(cleaned(text)))
    .flatMap(wordsOf)
    .map(fold);

const isFunction = (word: string, { stopWords, telling }: FunctionWords): boolean =>
  stopWords.has(word) || telling.has(word);

/** The voter of an installed language; made once, for it remembers words. */
export function voterOf(tag: string): Voter {
  const made = voters.get(tag) ?? newVoter(tag);
  voters.set(tag, made);
  return made;
}

/** How many words a token is, and how many of these are function words. */
interface Counted {
  readonly words: number;
  readonly functions: number;
}

function newVoter(tag: string): Voter {
  const own = functionWordsIn(tag);
  const counts = new Map<string, Counted>();
  const verdicts = new Map<string, boolean>();
  const isFunctionWord = (word: string): boolean => {
    const before = verdicts.get(word);
    if (before !== undefined) return before;
    const verdict = isFunction(own.fold(word), own);
    if (verdicts.size >= remembered) verdicts.clear();
    verdicts.set(word, verdict);
    return verdict;
  };
  function countedIn(token: string): Counted {
    const before = counts.get(token);
    if (before !== undefined) return before;
    const words = wordsOf(token);
    const counted = { words: words.length, functions: words.filter(isFunctionWord).length };
    if (counts.size >= remembered) counts.clear();
    counts.set(token, counted);
    return counted;
  }
  return {
    tag,
    isFunctionWord,
    functionWords: (words) => words.filter(isFunctionWord).length,
    functionShare(text) {
      let words = 0;
      let functions = 0;
      for (const token of tokenise(own.separate(cleaned(text)))) {
        const counted = countedIn(token);
        words += counted.words;
        functions += counted.functions;
      }
      return words === 0 ? 0 : functions / words;
    },
  };
}

/** Whether a text holds a word that is about something: neither one of the language's own nor one that fits anything. */
export function namesTopic(text: string, tag: string): boolean {
  const own = functionWordsIn(tag);
  return foldedWords(text, own).some((word) => !isFunction(word, own) && !own.weak.has(own.termOf(word)));
}

/** The words of a text that are about something, as they are typed, a blank between. */
export const topicWords = (text: string, tag: string): string =>
  tokenise(cleaned(text))
    .flatMap(wordsOf)
    .filter((word) => namesTopic(word, tag))
    .join(' ');
