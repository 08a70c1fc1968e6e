import type {
  Alternative,
  AnalysedLine,
  AnalysedQuestion,
  AnalysedText,
  QuestionKind,
  Saying,
  SplitCompound,
  Tellable,
  Word,
} from '../matcher/input.ts';
import { compoundSplitter } from './compound.ts';
import { spokenRarity } from './everyday.ts';
import { wordsInPhrase } from './function-words.ts';
import { lexiconOf, type Lexicon, type Translation } from './lexicon.ts';
import { namedIn } from './named.ts';
import { needsIn } from './needs.ts';
import { phrasesIn, phraseTable, type PhraseTable } from './phrases.ts';
import { installedTag, neutral, packData } from './packs.ts';
import { translatedFrom } from './reverse.ts';
import { cleaned, tokenise } from './tokenise.ts';
import { voterOf, type Voter } from './voter.ts';
import { wordsOf } from './words.ts';

/** Everything that is particular about one language. Articles, phrasings, pins and questions all go through it. */
export interface Language extends Voter {
  /** A body, title or keywords. */
  text(text: string): AnalysedText;
  /** A heading or phrasing. */
  line(text: string): AnalysedLine;
  /** What a text can be seen to name: an amount of money, a day. */
  named(text: string): ReadonlySet<Tellable>;
  /** The words of a question, greetings and filler dropped: what `question` and `keyOf` take on. */
  read(text: string): readonly Word[];
  /** A question that was read; `guess` is the language it was probably asked in. */
  question(words: readonly Word[], guess: string): AnalysedQuestion;
  /** Equal keys are the same question: terms in order, greetings and function words dropped, question words and negations kept. */
  keyOf(words: readonly Word[]): string;
  /** The key of a text. */
  key(text: string): string;
  /** The folded text of a question or heading: equal ones are the same but for case, accents and punctuation. */
  folded(text: string): string;
  /** Spelling without letters that keyboards may lack. */
  readonly loosen: (folded: string) => string;
  /** Whether a word turns a question around: `ikke`, `uden`. */
  readonly isNegation: (word: Word) => boolean;
  readonly splitCompound: SplitCompound;
  /** Term → itself and what it may be derived from. */
  readonly rootsOf: (term: string) => readonly string[];
  /** Languages that its pack lists translations from. */
  readonly translatesFrom: readonly Voter[];
}

/** Characters of a question that are read: Discord allows 4,000, nobody asks in more than 2,000. */
const questionLimit = 2000;
/** Words remembered between texts; beyond it the memory starts anew, so that hostile text cannot fill it. */
const rememberedTokens = 200_000;
/** The same for words of questions in each language that is translated from. */
const rememberedForeign = 20_000;

const sentenceEnds = new Set(['.', '?', '!', ':', '…', ';']);
const endsSentence = (token: string): boolean => sentenceEnds.has(token) || token.includes('\n');

/** Languages kept open: reading a pack takes longer than reading a hundred passages, and each reload needs the same ones. */
const mostOpen = 32;
const openLanguages = new Map<string, Language>();

/**
 * The language with this tag, with a deployment's own synonyms. `beside` are the languages of other passages: what these
 * packs translate from this language is read backwards, so that each finds the other. The same one for the same
 * arguments, as long as no more than 32 are in use.
 */
export function openLanguage(
  tag: string,
  ownSynonyms: readonly (readonly string[])[] = [],
  beside: readonly string[] = [],
): Language {
  const key = JSON.stringify([tag, beside, ownSynonyms]);
  const known = openLanguages.get(key);
  if (known !== undefined) return known;
  const opened = readLanguage(tag, ownSynonyms, beside);
  if (openLanguages.size >= mostOpen) openLanguages.clear();
  openLanguages.set(key, opened);
  return opened;
}

function readLanguage(
  tag: string,
  ownSynonyms: readonly (readonly string[])[],
  beside: readonly string[],
): Language {
  const data = translatedFrom(tag, beside);
  const lexicon = lexiconOf(data, Object.values(needsIn(tag)), ownSynonyms);
  const rarityOf = rarityIn(tag, lexicon);
  const foreign = new Map<string, Foreign>();
  for (const [source, rows] of lexicon.translations) foreign.set(source, foreignOf(source, rows));
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
    return { words, sentences, sayings: sayingsIn(words, lexicon) };
  }

  const read = (input: string): readonly Word[] => withoutFillers(text(cutQuestion(input)).words, lexicon);

  function question(words: readonly Word[], guess: string): AnalysedQuestion {
    const other = guess === tag ? undefined : foreign.get(guess);
    return other === undefined
      ? {
          words: withAlternatives(words, lexicon, Array.from(foreign.values()), rarityOf),
          ...askedIn(words, lexicon),
          isForeign: false,
        }
      : foreignQuestion(words, other);
  }

  function keyOf(words: readonly Word[]): string {
    const kept = words.filter(({ role, folded }) => role !== 'function' || lexicon.telling.has(folded));
    return (kept.length === 0 ? words : kept).map(({ term }) => term).join(' ');
  }

  return {
    ...voterOf(tag),
    text,
    line(input) {
      const { words, sayings } = text(input);
      return { words, sayings, ...askedIn(words, lexicon) };
    },
    named: (input) => namedIn(input, tag, data.free),
    read,
    question,
    keyOf,
    key: (input) => keyOf(read(input)),
    folded: (input) =>
      text(cutQuestion(input))
        .words.map(({ folded }) => folded)
        .join(' '),
    loosen: lexicon.loosen,
    isNegation: ({ folded }) => lexicon.negations.has(folded),
    splitCompound: compoundSplitter(lexicon.termOf, lexicon.linking),
    rootsOf: lexicon.rootsOf,
    translatesFrom: Array.from(foreign.keys(), voterOf),
  };
}

type RarityOf = (term: string) => number;

/** How rare its terms are in everyday speech. */
const rarityIn =
  (tag: string, { fold, termOf }: Lexicon): RarityOf =>
  (term) =>
    spokenRarity(tag, term, (word) => wordsOf(word).map((raw) => termOf(fold(raw))));

/** Cut between characters, not within one. */
const cutQuestion = (text: string): string =>
  text.length <= questionLimit ? text : text.slice(0, questionLimit).replace(/[\u{D800}-\u{DBFF}]$/u, '');

function tokens(lexicon: Lexicon, text: string): readonly string[] {
  const clean = lexicon.separate(lexicon.uninflected(cleaned(text)));
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
  if (kept.some(({ role }) => role !== 'function')) return kept;
  // Nothing but politeness: it is told from other questions by its words, but asks for nothing.
  return kept.length === words.length ? words : words.map((word): Word => ({ ...word, role: 'function' }));
}

/** What a sentence as a whole asks or tells. */
function askedIn(
  words: readonly Word[],
  lexicon: Lexicon,
): Pick<AnalysedQuestion, 'kind' | 'wanted' | 'sides'> {
  const terms = words.map(({ term }) => term);
  return {
    kind: lexicon.tellsFault(terms) ? 'fault' : kindOf(words, lexicon),
    wanted: lexicon.wantedIn(terms),
    sides: lexicon.sidesIn(terms),
  };
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

/** A language that the pack translates from. */
interface Foreign {
  readonly lexicon: Lexicon;
  readonly rarityOf: RarityOf;
  /** A word as that language reads it. */
  readonly wordOf: (raw: string) => Word;
  /** Phrases of its terms → ours: "invoices" is found by "invoice". */
  readonly table: PhraseTable<readonly Alternative[]>;
}

const foreignLexicons = new Map<string, Lexicon>();

function foreignOf(source: string, rows: readonly Translation[]): Foreign {
  const lexicon = foreignLexicons.get(source) ?? lexiconOf(packData(source), []);
  foreignLexicons.set(source, lexicon);
  const terms = (phrase: string): string[] =>
    wordsInPhrase(phrase).map((word) => lexicon.termOf(lexicon.fold(word)));
  return {
    lexicon,
    rarityOf: rarityIn(source, lexicon),
    wordOf: rememberedWords(lexicon),
    table: phraseTable(rows.map(([theirs, ours]) => [terms(theirs), ours] as const)),
  };
}

/** Reads words of questions, and remembers them: each is met again and again. */
function rememberedWords(lexicon: Lexicon): (raw: string) => Word {
  const words = new Map<string, Word>();
  return (raw) => {
    const known = words.get(raw) ?? wordOf(lexicon, raw);
    if (words.size >= rememberedForeign) words.clear();
    words.set(raw, known);
    return known;
  };
}

/** Adds what else may be meant: synonyms everywhere, translations of any language the pack knows words of. */
function withAlternatives(
  given: readonly Word[],
  lexicon: Lexicon,
  foreign: readonly Foreign[],
  rarityOf: RarityOf,
): AnalysedQuestion['words'] {
  const words = carryingNeeds(given, lexicon);
  const found = words.map((): Alternative[] => []);
  addAlternatives(found, words, lexicon.synonyms, lexicon);
  addAlternatives(found, words, lexicon.needs, lexicon);
  for (const { lexicon: other, table, wordOf: readBy } of foreign) {
    const theirs = words.map(({ raw, role }) => ({ ...readBy(raw), role }));
    addAlternatives(found, theirs, table, other);
  }
  return words.map((word, index) => ({
    ...word,
    alternatives: found[index] ?? [],
    spokenRarity: rarityOf(word.term),
  }));
}

/** "Den gider ikke" tells a need by function words alone: the last that is no question word or negation carries it. */
function carryingNeeds(words: readonly Word[], { needs, isParticle, telling }: Lexicon): readonly Word[] {
  if (words.some(({ role }) => role !== 'function')) return words;
  const terms = words.map(({ term }) => term);
  const carriers = Array.from(phrasesIn(terms, needs, isParticle), ({ places }) =>
    places.findLast((place) => !telling.has(words[place]?.folded ?? '')),
  );
  return words.map((word, place) => (carriers.includes(place) ? { ...word, role: 'weak' as const } : word));
}

/** Each word of a phrase that carries meaning stands for the whole: "i stykker" is told by "stykker". */
function addAlternatives(
  found: readonly Alternative[][],
  words: readonly Word[],
  table: PhraseTable<readonly Alternative[]>,
  { isParticle }: Lexicon,
): void {
  const terms = words.map(({ term }) => term);
  for (const { places, value } of phrasesIn(terms, table, isParticle)) {
    for (const place of places) if (words[place]?.role !== 'function') found[place]?.push(...value);
  }
}

/** What a text says in several words. */
function sayingsIn(words: readonly Word[], { sayings, isParticle }: Lexicon): readonly Saying[] {
  const terms = words.map(({ term }) => term);
  return Array.from(phrasesIn(terms, sayings, isParticle))
    .flatMap(({ places, value }) => value.map((word) => ({ word, ends: places.at(-1) ?? 0 })))
    .toSorted((one, other) => one.ends - other.ends);
}

/** A question in a language that the pack translates from: its own function words and kinds of question hold. */
function foreignQuestion(words: readonly Word[], { lexicon, rarityOf, table }: Foreign): AnalysedQuestion {
  const theirs = words.map(({ raw }) => wordOf(lexicon, raw));
  const bare = withoutFillers(theirs, lexicon);
  const found = theirs.map((): Alternative[] => []);
  addAlternatives(found, theirs, table, lexicon);
  const read = words.flatMap((word, index) => {
    const their = theirs[index];
    if (their === undefined || !bare.includes(their)) return [];
    const alternatives = found[index] ?? [];
    return [{ ...word, role: their.role, alternatives, spokenRarity: rarityOf(their.term) }];
  });
  // Pairs of opposites are numbered within a language.
  return { words: read, ...askedIn(theirs, lexicon), sides: [], isForeign: true };
}

/** The language that articles with this BCP 47 tag are read in. */
export { installedTag, neutral };
