import { articleIndex, type ArticleIndex } from './article-index.ts';
import { gramIndex, gramsOf, type GramIndex } from './grams.ts';
import type {
  AnalysedLine,
  AnalysedPassage,
  AnalysedText,
  QuestionKind,
  SplitCompound,
  Tellable,
  Word,
} from './input.ts';
import { lineModel, type LineModel } from './line-model.ts';
import { postingsOf, type OtherFrequencies, type Postings } from './postings.ts';
import { together, type Rarity } from './rarity.ts';
import { row, rowsBuilder, transposed, type Rows } from './rows.ts';
import { relatives, type Relatives } from './relatives.ts';
import { spellingIndex, type SpellingIndex } from './typo.ts';
import { growingVocabulary, type Vocabulary } from './vocabulary.ts';
import type { FieldName } from './weight.ts';

/** Everything the matcher knows of the passages in one language. Built once, then only read. */
export interface PassageIndex {
  /** Number of passages; they are numbered in the order they were added. */
  readonly size: number;
  readonly vocabulary: Vocabulary;
  /** How rare words are: in these passages, and in those that they stand beside. */
  readonly rarity: Rarity;
  /** By term: its shortest spelling in the articles, for people. */
  readonly spellings: readonly string[];
  readonly postings: Postings;
  /** Passage → terms of a field, function words left out. */
  readonly fields: Readonly<Record<Exclude<FieldName, 'phrasing' | 'heading'>, Rows>>;
  /** Passage → where in its body sentences begin. */
  readonly sentences: Rows;
  /** Passage → numbers of its lines: the heading, then its phrasings. */
  readonly lines: Rows;
  readonly lineTerms: Rows;
  readonly lineKinds: readonly (QuestionKind | null)[];
  /** What each line wants named, and the sides of opposites that it speaks of. */
  readonly lineDemands: readonly LineDemands[];
  /** By passage: what its text names. */
  readonly named: readonly (() => ReadonlySet<Tellable>)[];
  /** Kind of question → how much sharing it tells, 0..1: its surprisal among the lines as a share of the greatest possible. */
  readonly kindWeights: ReadonlyMap<QuestionKind, number>;
  /** Folded words of each line, for telling that a question is a heading. */
  readonly lineTexts: readonly string[];
  readonly articles: ArticleIndex;
  /** Line → its passage. */
  readonly passageOf: Uint32Array;
  readonly grams: GramIndex;
  /** Learned from phrasings; null where there are too few, or too many for a start in seconds. */
  readonly model: LineModel | null;
  /** Compound → the terms it is made of, and the other way round. */
  readonly parts: Rows;
  readonly compounds: Rows;
  readonly spelling: SpellingIndex;
  readonly relatives: Relatives;
  readonly splitCompound: SplitCompound;
}

export type LineDemands = Pick<AnalysedLine, 'wanted' | 'sides'>;

export interface IndexBuilder {
  add(passage: AnalysedPassage): void;
  /** The passages added since the last end stand in one article. */
  endArticle(): void;
  /** Splits compounds against the vocabulary and inverts everything. The builder is used up. */
  finish(options: IndexOptions): PassageIndex;
}

export interface IndexOptions {
  readonly splitCompound: SplitCompound;
  readonly loosen: (folded: string) => string;
  readonly rootsOf: (term: string) => readonly string[];
  /** The collection that these passages stand beside: rarity is counted over both. */
  readonly beside?: Rarity;
  /** Parts of the matcher that are switched off. */
  readonly without: ReadonlySet<string>;
}

/** Folded words, a blank between. */
export const foldedText = (words: readonly Word[]): string => words.map(({ folded }) => folded).join(' ');

const isTold = ({ role }: Word): boolean => role !== 'function';

/** The words of a text that count, and behind their last word what it says in several. */
function* toldIn({
  words,
  sayings,
}: Pick<AnalysedText, 'words' | 'sayings'>): Generator<readonly [number, Word]> {
  let saying = 0;
  for (const [index, word] of words.entries()) {
    if (isTold(word)) yield [index, word];
    for (; sayings[saying]?.ends === index; saying++) {
      const said = sayings[saying];
      if (said !== undefined) yield [index, said.word];
    }
  }
}

export function indexBuilder(): IndexBuilder {
  const vocabulary = growingVocabulary();
  const fields = {
    parents: rowsBuilder(),
    title: rowsBuilder(),
    keywords: rowsBuilder(),
    body: rowsBuilder(),
  };
  const sentences = rowsBuilder();
  const lines = rowsBuilder();
  const lineTerms = rowsBuilder();
  const lineGrams: (readonly string[])[] = [];
  const lineKinds: (QuestionKind | null)[] = [];
  const lineTexts: string[] = [];
  const lineDemands: LineDemands[] = [];
  const named: (() => ReadonlySet<Tellable>)[] = [];
  const articleEnds: number[] = [];

  function addText(field: keyof typeof fields, text: AnalysedText): void {
    for (const [, word] of toldIn(text)) fields[field].push(vocabulary.intern(word));
    fields[field].endRow();
  }
  function addLine(line: AnalysedLine): void {
    const { words, kind, wanted, sides } = line;
    lineDemands.push({ wanted, sides });
    lines.push(lineTerms.length);
    for (const [, word] of toldIn(line)) lineTerms.push(vocabulary.intern(word));
    lineTerms.endRow();
    lineKinds.push(kind);
    lineTexts.push(foldedText(words));
    lineGrams.push(gramsOf(words));
  }
  function addBody(body: AnalysedText): void {
    let next = 0;
    let told = 0;
    const beginUntil = (index: number): void => {
      for (; (body.sentences[next] ?? Infinity) <= index; next++) sentences.push(told);
    };
    for (const [index, word] of toldIn(body)) {
      beginUntil(index);
      fields.body.push(vocabulary.intern(word));
      told++;
    }
    beginUntil(body.words.length);
    sentences.endRow();
    fields.body.endRow();
  }

  return {
    add({ heading, phrasings, parents, title, keywords, body, named: names }) {
      addLine(heading);
      for (const phrasing of phrasings) addLine(phrasing);
      lines.endRow();
      addText('parents', parents);
      addText('title', title);
      addText('keywords', keywords);
      addBody(body);
      named.push(names);
    },
    endArticle() {
      articleEnds.push(lines.length);
    },
    finish({ splitCompound, loosen, rootsOf, without, beside }) {
      const finished = {
        parents: fields.parents.finish(),
        title: fields.title.finish(),
        keywords: fields.keywords.finish(),
        body: fields.body.finish(),
      };
      const size = lines.length;
      const lineRows = lines.finish();
      const termRows = lineTerms.finish();
      const spellings = shortestSpellings(vocabulary);
      const frequency = frequencies(vocabulary, [...Object.values(finished), termRows]);
      const parts = without.has('compounds')
        ? noParts(vocabulary.terms.length)
        : compoundParts(vocabulary, spellings, splitCompound, frequency);
      const known = vocabulary.terms.length;
      const postings = postingsOf({
        size,
        terms: known,
        fields: finished,
        lines: lineRows,
        lineTerms: termRows,
        parts,
        elsewhere: beside === undefined ? null : frequenciesIn(beside, vocabulary),
      });
      return {
        size,
        vocabulary,
        rarity: rarityIn(vocabulary, postings, size, beside),
        spellings,
        postings,
        fields: finished,
        sentences: sentences.finish(),
        lines: lineRows,
        lineTerms: termRows,
        lineKinds,
        lineDemands,
        named,
        kindWeights: kindWeights(lineKinds),
        lineTexts,
        articles: articleIndex(articleEnds, known, [
          ...Object.values(finished).map((rows) => (passage: number) => row(rows, passage)),
          (passage) => linesTerms(lineRows, termRows, passage),
        ]),
        passageOf: transposed(lineRows, termRows.offsets.length - 1).values,
        grams: gramIndex(lineGrams),
        model: without.has('model') ? null : lineModel(lineRows, lineGrams),
        parts,
        compounds: transposed(parts, known),
        spelling: spellingIndex(vocabulary, loosen),
        splitCompound,
        relatives: relatives(vocabulary, rootsOf),
      };
    },
  };
}

/** What another collection adds to the frequency of each term. */
const frequenciesIn = (beside: Rarity, { terms }: Vocabulary): OtherFrequencies => ({
  documents: beside.documents,
  frequency: Uint32Array.from(terms, (term) => beside.frequencyOf(term)),
});

function rarityIn(
  vocabulary: Vocabulary,
  { frequency }: Postings,
  documents: number,
  beside: Rarity | undefined,
): Rarity {
  const own: Rarity = {
    documents,
    frequencyOf: (term) => {
      const id = vocabulary.idOf(term);
      return id < 0 ? 0 : (frequency[id] ?? 0);
    },
  };
  return beside === undefined ? own : together(own, beside);
}

/** Surprisal of each kind, −log(share of the lines), over that of a kind met once. */
function kindWeights(kinds: readonly (QuestionKind | null)[]): ReadonlyMap<QuestionKind, number> {
  const counts = new Map<QuestionKind, number>();
  for (const kind of kinds) if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = Math.log(kinds.length) || 1;
  return new Map(Array.from(counts, ([kind, count]) => [kind, Math.log(kinds.length / count) / most]));
}

function shortestSpellings({ terms, spellings }: Vocabulary): readonly string[] {
  const shortest = Array.from(terms, () => '');
  for (const [spelling, id] of spellings) {
    const known = shortest[id] ?? '';
    if (known === '' || spelling.length < known.length) shortest[id] = spelling;
  }
  return shortest;
}

/** How often each term occurs, in the order of their numbers. */
function frequencies(vocabulary: Vocabulary, fields: readonly Rows[]): Uint32Array {
  const counts = new Uint32Array(vocabulary.terms.length);
  for (const { values } of fields) for (const term of values) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}

const noParts = (terms: number): Rows => ({
  offsets: new Uint32Array(terms + 1),
  values: new Uint32Array(0),
});

/** The parts of every term that is a compound of others. A spelling is split, since stems have lost their ends. */
function compoundParts(
  vocabulary: Vocabulary,
  spellings: readonly string[],
  split: SplitCompound,
  counts: Uint32Array,
): Rows {
  const frequency = (stem: string): number => {
    const id = vocabulary.idOf(stem);
    return id < 0 || vocabulary.roles[id] === 'function' ? 0 : (counts[id] ?? 0);
  };
  const rows = rowsBuilder();
  for (let id = 0; id < vocabulary.terms.length; id++) {
    for (const part of new Set(split(spellings[id] ?? '', frequency))) {
      const partId = vocabulary.idOf(part);
      if (partId !== id) rows.push(partId);
    }
    rows.endRow();
  }
  return rows.finish();
}

/** Terms of every line of a passage. */
function* linesTerms(lines: Rows, terms: Rows, passage: number): Generator<number> {
  for (const line of row(lines, passage)) yield* row(terms, line);
}

/** Terms of one line. */
export const lineOf = (index: PassageIndex, line: number): Uint32Array => row(index.lineTerms, line);
