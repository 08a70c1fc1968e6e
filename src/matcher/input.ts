/** What the matcher is given: analysed text, free of any language's particulars. */

/** How much a word says about the topic: `function` words nothing at all, `weak` ones little, `cue` ones what kind of thing is asked. */
export type Role = 'content' | 'weak' | 'cue' | 'function';

/** One word of a text. */
export interface Word {
  /** As typed. */
  readonly raw: string;
  /** Lower case, one spelling: accents and alternative spellings unified. */
  readonly folded: string;
  /** What is compared: the stem of the folded word, or of the representative of its irregular forms. */
  readonly term: string;
  readonly role: Role;
}

/** What kind of question a sentence asks; `fault`: it tells that something does not work. */
export type QuestionKind =
  | 'definition'
  | 'how'
  | 'why'
  | 'when'
  | 'who'
  | 'where'
  | 'how-much'
  | 'which'
  | 'whether'
  | 'summary'
  | 'fault';

/** What an answer has to name. A heading tells it by a noun, too: "Priser". */
export type Wanted = 'price' | 'duration' | 'time' | 'place' | 'person' | 'amount' | 'permission';

/** What can be seen to be named in a text without understanding it. */
export type Tellable = Extract<Wanted, 'price' | 'duration' | 'time' | 'person'>;

/** One side of a pair of opposites (on, off) that a text speaks of. Pairs are numbered within a language. */
export interface Side {
  readonly pair: number;
  readonly side: 0 | 1;
}

/** Something that a text says in several words and that the language knows as one thing: "melder jeg mig ud" → udmelde. */
export interface Saying {
  /** Counts as a word of the text; its term is that of no single word unless the language has one for it. */
  readonly word: Word;
  /** Index into the text's words of its last one. */
  readonly ends: number;
}

export interface AnalysedText {
  readonly words: readonly Word[];
  /** In the order of their ends. */
  readonly sayings: readonly Saying[];
  /** Indices into `words` at which a sentence begins; ascending, the first is 0 unless there are no words. */
  readonly sentences: readonly number[];
}

/** A heading or a phrasing. */
export interface AnalysedLine {
  readonly words: readonly Word[];
  readonly sayings: readonly Saying[];
  readonly kind: QuestionKind | null;
  readonly wanted: ReadonlySet<Wanted>;
  readonly sides: readonly Side[];
}

/** A term that may stand for a word of the question, and how good a substitute it is. */
export interface Alternative {
  readonly term: string;
  /** 0..1. */
  readonly weight: number;
  readonly reading: 'synonym' | 'translation';
}

/** A word of a question that is compared. */
export interface QuestionWord extends Word {
  readonly alternatives: readonly Alternative[];
  /** 0..1: how rare it is in everyday speech; 1 for words that few people say. */
  readonly spokenRarity: number;
}

export interface AnalysedQuestion {
  /** Every word, greetings and filler dropped, in order. */
  readonly words: readonly QuestionWord[];
  readonly kind: QuestionKind | null;
  readonly wanted: ReadonlySet<Wanted>;
  /** Empty for a question in another language than the articles'. */
  readonly sides: readonly Side[];
  /** Asked in another language than the articles': translations count even where the articles know the word itself. */
  readonly isForeign: boolean;
}

/** One passage as the matcher indexes it. */
export interface AnalysedPassage {
  readonly heading: AnalysedLine;
  readonly phrasings: readonly AnalysedLine[];
  readonly parents: AnalysedText;
  readonly title: AnalysedText;
  /** Keywords, description and file name. */
  readonly keywords: AnalysedText;
  readonly body: AnalysedText;
  /** What its heading and body name; told when it is first asked for. */
  readonly named: () => ReadonlySet<Tellable>;
}

/** Cuts a word into known words: `netværksmøde` → netværk, møde. Empty where it cannot; `frequency` of a stem is 0 when unknown. */
export type SplitCompound = (word: string, frequency: (stem: string) => number) => readonly string[];
