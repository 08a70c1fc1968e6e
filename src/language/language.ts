import type {
  Alternative,
  AnalysedLine,
  AnalysedQuestion,
  AnalysedText,
  QuestionKind,
  SplitCompound,
  Word,
} from '../matcher/input.ts';
import { compoundSplitter } from './compound.ts';
import { rememberingLast } from './last.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { installedTag, neutral, packData } from './packs.ts';
import { cleaned, tokenise } from './tokenise.ts';
import { wordsOf } from './words.ts';

/** What takes part in telling languages apart. */
export interface Voter {
  /** Tag of an installed pack, or `und`. */
  readonly tag: string;
  /** How many of the words of a text are the language's own function words, 0..1. */
  readonly functionShare: (text: string) => number;
}

/** Everything that is particular about one language. Articles, phrasings, pins and questions all go through it. */
export interface Language extends Voter {
  /** A body, title or keywords. */
  text(text: string): AnalysedText;
  /** A heading or phrasing. */
  line(text: string): AnalysedLine;
  /** A question; `guess` is the language it was probably asked in. */
  question(text: string, guess: string): AnalysedQuestion;
  /** Equal keys are the same question: terms in order, greetings and function words dropped, question words and negations kept. */
  key(text: string): string;
  /** The folded text of a question or heading: equal ones are the same but for case, accents and punctuation. */
  folded(text: string): string;
  /** Spelling without letters that keyboards may lack. */
  readonly loosen: (folded: string) => string;
  /** Whether a word turns a question around: `ikke`, `uden`. */
  readonly isNegation: (word: Word) => boolean;
  readonly splitCompound: SplitCompound;
  /** Languages that its pack lists translations from. */
  readonly translatesFrom: readonly Voter[];
}

/** Characters of a question that are read: Discord allows 4,000, nobody asks in more than 2,000. */
export const questionLimit = 2000;
/** Words remembered between texts; beyond it the memory starts anew, so that hostile text cannot fill it. */
const rememberedTokens = 200_000;

const sentenceEnds = new Set(['.', '?', '!', ':', '…', ';']);
const endsSentence = (token: string): boolean => sentenceEnds.has(token) || token.includes('\n');

/** The language with this tag, with a deployment's own synonyms. */
export function openLanguage(tag: string, ownSynonyms: readonly (readonly string[])[] = []): Language {
  const lexicon = lexiconOf(packData(tag), ownSynonyms);
  const foreign = new Map<string, Lexicon>();
  for (const source of lexicon.translations.keys()) foreign.set(source, lexiconOf(packData(source)));
  const remembered = new Map<string, readonly Word[]>();

  function wordsOfToken(token: string): readonly Word[] {
    const known = remembered.get(token);
    if (known !== undefined) return known;
    const words = wordsOf(token).map((raw) => wordOf(lexicon, raw));
    if (remembered.size >= rememberedTokens) remembered.clear();
    remembered.set(token, words);
    return words;
  }

  function text(input: string): AnalysedText {
    const words: Word[] = [];
    const sentences: number[] = [];
    let begins = true;
    for (const token of tokens(lexicon, input)) {
      if (endsSentence(token)) {
        begins = true;
        continue;
      }
      for (const word of wordsOfToken(token)) {
        if (begins) sentences.push(words.length);
        begins = false;
        words.push(word);
      }
    }
    return { words, sentences };
  }

  const readQuestion = rememberingLast((input: string): readonly Word[] =>
    withoutFillers(text(cutQuestion(input)).words, lexicon),
  );

  const question = rememberingLast((input: string, guess: string): AnalysedQuestion => {
    const other = guess === tag ? undefined : foreign.get(guess);
    const words = readQuestion(input);
    return other === undefined
      ? { words: withAlternatives(words, lexicon), kind: kindOf(words, lexicon), isForeign: false }
      : foreignQuestion(words, lexicon, other, guess);
  });

  return {
    tag,
    text,
    line(input) {
      const { words } = text(input);
      return { words, kind: kindOf(words, lexicon) };
    },
    question,
    key(input) {
      const words = readQuestion(input);
      const kept = words.filter(({ role, folded }) => role !== 'function' || lexicon.telling.has(folded));
      return (kept.length === 0 ? words : kept).map(({ term }) => term).join(' ');
    },
    folded: (input) =>
      text(cutQuestion(input))
        .words.map(({ folded }) => folded)
        .join(' '),
    loosen: lexicon.loosen,
    isNegation: ({ folded }) => lexicon.negations.has(folded),
    splitCompound: compoundSplitter(lexicon.termOf),
    translatesFrom: Array.from(foreign, ([source, theirs]) => voter(source, theirs)),
    functionShare: voter(tag, lexicon).functionShare,
  };
}

function voter(tag: string, { fold, separate, stopWords, telling }: Lexicon): Voter {
  return {
    tag,
    functionShare(text) {
      const words = tokenise(separate(cleaned(text)))
        .flatMap(wordsOf)
        .map(fold);
      const own = words.filter((word) => stopWords.has(word) || telling.has(word));
      return words.length === 0 ? 0 : own.length / words.length;
    },
  };
}

/** Cut between characters, not within one. */
const cutQuestion = (text: string): string =>
  text.length <= questionLimit ? text : text.slice(0, questionLimit).replace(/[\u{D800}-\u{DBFF}]$/u, '');

function tokens(lexicon: Lexicon, text: string): readonly string[] {
  const clean = lexicon.separate(cleaned(text));
  const { abbreviations } = lexicon;
  // Without its full stops an abbreviation ends no sentence.
  return tokenise(
    abbreviations === null
      ? clean
      : clean.replace(abbreviations, (short) => `${short.replace(/[.\s]/gu, '')} `),
  );
}

function wordOf(lexicon: Lexicon, raw: string): Word {
  const folded = lexicon.fold(raw);
  const term = lexicon.termOf(folded);
  return { raw, folded, term, role: lexicon.roleOf(folded, term) };
}

function withoutFillers(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  const folded = words.map((word) => word.folded);
  const kept: Word[] = [];
  for (let index = 0; index < words.length;) {
    const filler = lexicon.fillers.at(folded, index);
    const word = words[index];
    if (filler === null && word !== undefined) kept.push(word);
    index += filler?.length ?? 1;
  }
  return kept.some(({ role }) => role !== 'function') ? kept : words;
}

function kindOf(words: readonly Word[], lexicon: Lexicon): QuestionKind | null {
  const folded = words.map((word) => word.folded);
  let first: QuestionKind | null = null;
  for (let index = 0; index < folded.length; index++) {
    const kind = lexicon.kinds.at(folded, index)?.value ?? null;
    // "What are the key points" asks for a summary, whatever it begins with.
    if (kind === 'summary') return kind;
    first ??= kind;
  }
  return first;
}

/** Adds what else may be meant: synonyms everywhere, translations of any language the pack knows words of. */
function withAlternatives(words: readonly Word[], lexicon: Lexicon): AnalysedQuestion['words'] {
  const terms = words.map(({ term }) => term);
  const folded = words.map((word) => word.folded);
  const found = words.map((): Alternative[] => []);
  words.forEach(({ role }, index) => {
    if (role === 'function') return;
    found[index]?.push(...(lexicon.synonyms.at(terms, index)?.value ?? []));
    for (const table of lexicon.translations.values()) {
      found[index]?.push(...(table.at(folded, index)?.value ?? []));
    }
  });
  return words.map((word, index) => ({ ...word, alternatives: found[index] ?? [] }));
}

/** A question in a language that the pack translates from: its own function words and kinds of question hold. */
function foreignQuestion(
  words: readonly Word[],
  lexicon: Lexicon,
  other: Lexicon,
  source: string,
): AnalysedQuestion {
  const theirs = words.map(({ raw }) => wordOf(other, raw));
  const bare = withoutFillers(theirs, other);
  const table = lexicon.translations.get(source);
  const spellings = theirs.map(({ folded }) => folded);
  const stems = theirs.map(({ term }) => term);
  const read = words.flatMap((word, index) => {
    const their = theirs[index];
    if (their === undefined || !bare.includes(their)) return [];
    const translated = table?.at(spellings, index) ?? table?.at(stems, index);
    const role = their.role;
    return [{ ...word, role, alternatives: translated?.value ?? [] }];
  });
  return { words: read, kind: kindOf(theirs, other), isForeign: true };
}

/** The language that articles with this BCP 47 tag are read in. */
export { installedTag, neutral };
