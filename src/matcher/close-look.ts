import { BestLines } from './best-lines.ts';
import { demandsOf } from './demands.ts';
import {
  areAkin,
  fieldTrust,
  onTopic,
  type Features,
  type FieldsMet,
  type Surroundings,
} from './features.ts';
import type { PassageIndex } from './index-builder.ts';
import { informationOf } from './information.ts';
import type { QuestionKind } from './input.ts';
import type { Shares } from './line-match.ts';
import { Occurrences } from './occurrences.ts';
import type { PreparedQuestion } from './prepare.ts';
import type { Candidate } from './retrieve.ts';
import { harmonicMean, roleWeight } from './weight.ts';
import { closeLook } from './weights.ts';
import { kindBits, questionKinds, workspaceOf, type Totals } from './workspace.ts';

/** How well each group is met in each field, and in the best line and whatever is looked at for a moment. */
type Met = Record<keyof FieldsMet | 'best' | 'one' | 'anywhere', Shares>;

/**
 * The close look at one passage after another for one question: what `featuresOf` in `features.ts` says, in arrays that
 * are made once. The question's terms must be in the workspace's hits while it is used.
 */
export class CloseLook {
  readonly #index: PassageIndex;
  readonly #prepared: PreparedQuestion;
  readonly #surroundings: Surroundings;
  readonly #totals: Totals;
  readonly #found: Occurrences;
  readonly #met: Met;
  readonly #kinds: KindBits;
  /** By group: its share of the question, and what meeting it tells (`metMass`). */
  readonly #shares: Float64Array;
  readonly #masses: Float64Array;
  /** By group: whether it stands near the next one. */
  readonly #paired: Uint8Array;
  readonly #coverages = new BestLines();
  readonly #likenesses = new BestLines();
  #bestF = 0;
  #bestCoverage = 0;
  #titled = 0;
  #title = 0;
  #isExact = false;

  constructor(index: PassageIndex, prepared: PreparedQuestion, surroundings: Surroundings) {
    const { groups, question } = prepared;
    const { hits, totals } = workspaceOf(index);
    const shares = (): Shares => new Float64Array(groups.length);
    this.#index = index;
    this.#prepared = prepared;
    this.#surroundings = surroundings;
    this.#totals = totals;
    this.#found = new Occurrences(index, hits, groups.length);
    this.#met = {
      heading: shares(),
      phrasing: shares(),
      parents: shares(),
      title: shares(),
      keywords: shares(),
      body: shares(),
      best: shares(),
      one: shares(),
      anywhere: shares(),
    };
    this.#kinds = kindsFor(question.kind);
    this.#shares = Float64Array.from(groups, ({ share }) => share);
    const alone = Math.log(1 + index.rarity.documents);
    this.#masses = Float64Array.from(groups, ({ idf, word }) => (idf * roleWeight[word.role]) / alone);
    this.#paired = new Uint8Array(groups.length);
  }

  look({ passage, words }: Candidate): Features {
    const index = this.#index;
    const prepared = this.#prepared;
    const { best, heading, phrasing, anywhere } = this.#met;
    const sentence = this.#lookAt(passage);
    const coverage = this.#trusted(best, best, this.#shares);
    const mass = this.#trusted(heading, phrasing, this.#masses);
    const kinds = this.#totals.kinds[passage] ?? 0;
    const agreement = this.#agreement(kinds);
    const f = this.#coverages.value;
    const demands = demandsOf(index, prepared, passage, anywhere);
    const information = informationOf(index, prepared, passage, anywhere);
    return {
      passage,
      words,
      heading: f,
      context: Math.max(0, this.#titled - f),
      sentence,
      title: this.#title,
      likeness: this.#likenesses.value,
      kind: onTopic(coverage) * agreement,
      otherKind: agreement < 0 ? 1 : 0,
      beyond: (kinds & this.#kinds.beyond) === 0 ? 0 : 1 - this.#bestCoverage,
      pairs: this.#pairShare(),
      exact: this.#isExact ? 1 : 0,
      model: prepared.probabilities.get(passage) ?? 0,
      coverage,
      article: this.#surroundings.articles[index.articles.articleOf[passage] ?? 0] ?? 0,
      mass,
      otherName: demands.otherName,
      otherWanted: demands.otherWanted,
      sameWanted: demands.sameWanted,
      opposite: demands.opposite,
      spokenMass: information.spokenMass,
      rarestUnmet: information.rarestUnmet,
      lacking: information.lacking,
    };
  }

  /** By group: how well it is met in each field of a passage. */
  fieldsMet(passage: number): FieldsMet {
    this.#lookAt(passage);
    const { heading, phrasing, parents, title, keywords, body } = this.#met;
    return { heading, phrasing, parents, title, keywords, body };
  }

  /** Goes through everything a passage has. @returns the share of the question in its best sentence */
  #lookAt(passage: number): number {
    const { parents, keywords, body } = this.#index.fields;
    const found = this.#found;
    this.#paired.fill(0);
    this.#lookAtLines(passage);
    found.find(parents, passage);
    found.meet(this.#met.parents);
    found.find(keywords, passage);
    found.meet(this.#met.keywords);
    found.find(body, passage);
    found.meet(this.#met.body);
    found.markPairs(this.#paired);
    return this.#bestSentence(passage);
  }

  #lookAtLines(passage: number): void {
    const { lines, lineTexts } = this.#index;
    const { phrasing, one, heading, best } = this.#met;
    const to = lines.offsets[passage + 1] ?? 0;
    const from = lines.offsets[passage] ?? 0;
    this.#coverages.clear();
    this.#likenesses.clear();
    this.#bestF = this.#bestCoverage = 0;
    this.#isExact = false;
    for (const met of [heading, phrasing, best]) met.fill(0);
    for (let place = from; place < to; place++) {
      const line = lines.values[place] ?? 0;
      this.#lookAtLine(line);
      this.#likenesses.add(this.#surroundings.cosines[line] ?? 0);
      if (lineTexts[line] === this.#prepared.text) this.#isExact = true;
      if (place > from) raise(phrasing, one);
      else {
        heading.set(one);
        this.#lookAtTitle(passage);
      }
    }
    if (from === to) this.#lookAtTitle(passage);
  }

  #lookAtLine(line: number): void {
    const { one, best } = this.#met;
    const found = this.#found;
    found.find(this.#index.lineTerms, line);
    found.meet(one);
    const coverage = found.count === 0 ? 0 : this.#share(one);
    const f = coverage === 0 ? 0 : harmonicMean(coverage, found.explained(this.#totals.lines[line] ?? 0));
    found.markPairs(this.#paired);
    this.#coverages.add(f);
    if (f <= this.#bestF) return;
    this.#bestF = f;
    this.#bestCoverage = coverage;
    best.set(one);
  }

  /** The title by itself, and read together with the heading, which was looked at last. */
  #lookAtTitle(passage: number): void {
    const { one, title } = this.#met;
    const found = this.#found;
    const headingEnds =
      this.#index.lines.offsets[passage] === this.#index.lines.offsets[passage + 1] ? 0 : found.count;
    found.findMore(this.#index.fields.title, passage);
    found.meet(title, headingEnds);
    this.#title = found.explained(this.#totals.titles[passage] ?? 0, headingEnds);
    found.meet(one);
    const explained = found.explainedOnce(this.#totals.titledHeadings[passage] ?? 0);
    this.#titled = harmonicMean(this.#share(one), explained);
  }

  /** Of the body, which was looked at last. */
  #bestSentence(passage: number): number {
    const { offsets, values: starts } = this.#index.sentences;
    const found = this.#found;
    const to = offsets[passage + 1] ?? 0;
    let next = offsets[passage] ?? 0;
    let best = 0;
    for (let from = 0, end = 0; from < found.count; from = end) {
      while (next < to && (starts[next] ?? 0) <= found.place(from)) next++;
      const stop = next < to ? (starts[next] ?? 0) : Infinity;
      while (end < found.count && found.place(end) < stop) end++;
      found.meet(this.#met.one, from, end);
      best = Math.max(best, this.#share(this.#met.one));
    }
    return best;
  }

  #share(met: Shares): number {
    let sum = 0;
    for (let group = 0; group < met.length; group++) sum += (this.#shares[group] ?? 0) * (met[group] ?? 0);
    return sum;
  }

  /** Each group by its best field, each for what it says, into `anywhere`. @returns the sum of these, weighed */
  #trusted(heading: Shares, phrasing: Shares, weights: Float64Array): number {
    const { parents, title, keywords, body, anywhere } = this.#met;
    let sum = 0;
    for (let group = 0; group < anywhere.length; group++) {
      const most = Math.max(
        fieldTrust.heading * (heading[group] ?? 0),
        fieldTrust.phrasing * (phrasing[group] ?? 0),
        fieldTrust.parents * (parents[group] ?? 0),
        fieldTrust.title * (title[group] ?? 0),
        fieldTrust.keywords * (keywords[group] ?? 0),
        fieldTrust.body * (body[group] ?? 0),
      );
      anywhere[group] = most;
      sum += (weights[group] ?? 0) * most;
    }
    return sum;
  }

  #pairShare(): number {
    let total = 0;
    let met = 0;
    for (let pair = 0; pair + 1 < this.#shares.length; pair++) {
      const weight = (this.#shares[pair] ?? 0) + (this.#shares[pair + 1] ?? 0);
      total += weight;
      if (this.#paired[pair] === 1) met += weight;
    }
    return total === 0 ? 0 : met / total;
  }

  #agreement(kinds: number): number {
    const { kind } = this.#prepared.question;
    if (kind === null || kinds === 0) return 0;
    if ((kinds & kindBits[kind]) !== 0) return this.#index.kindWeights.get(kind) ?? 0;
    return (kinds & this.#kinds.akin) === 0 ? closeLook.otherKind.value : 0;
  }
}

/** Kinds of lines, as bits. */
interface KindBits {
  /** Those that may help with what is asked. */
  readonly akin: number;
  /** Kinds of lines that ask for less than the question. */
  readonly beyond: number;
}

function kindsFor(asked: QuestionKind | null): KindBits {
  const beyond = asked === 'definition' ? 0 : kindBits.definition;
  if (asked === null) return { akin: 0, beyond };
  const akin = questionKinds.reduce((sum, kind) => (areAkin(asked, kind) ? sum | kindBits[kind] : sum), 0);
  return { akin, beyond };
}

function raise(met: Shares, other: Shares): void {
  for (let group = 0; group < met.length; group++) met[group] = Math.max(met[group] ?? 0, other[group] ?? 0);
}

/** By group: how well it is met in each field of a passage. */
export function fieldsMet(index: PassageIndex, prepared: PreparedQuestion, passage: number): FieldsMet {
  const { hits } = workspaceOf(index);
  hits.fill(index, prepared.groups);
  try {
    return new CloseLook(index, prepared, noSurroundings).fieldsMet(passage);
  } finally {
    hits.clear();
  }
}

const noSurroundings: Surroundings = { cosines: new Float64Array(0), articles: new Float64Array(0) };
