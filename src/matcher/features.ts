import { harmonicMean, roleWeight } from './weight.ts';
import type { Group, Lookup } from './groups.ts';
import { lineOf, type PassageIndex } from './index-builder.ts';
import type { QuestionKind } from './input.ts';
import type { PreparedQuestion } from './prepare.ts';
import type { Candidate } from './retrieve.ts';
import { at, row } from './rows.ts';
import { closeLook, valuesOf } from './weights.ts';

const weights = valuesOf(closeLook);

/** By group of the question, 0..1. */
export type Shares = Float64Array<ArrayBuffer>;

/** What stage two knows of one passage for one question. Shares are 0..1. */
export interface Features {
  readonly passage: number;
  /** Stage one's BM25F, 0..1. */
  readonly words: number;
  /** Two-way coverage of the best lines (heading, phrasings): harmonic mean of share asked and share explained. */
  readonly heading: number;
  /** How much better the heading does when read together with the article's title: "Netværk: Højdepunkter". */
  readonly context: number;
  /** Share of the question found in the best single sentence. */
  readonly sentence: number;
  /** Share of the article's title that the question explains. */
  readonly title: number;
  /** Cosine with the lines, the four best of them weighed. */
  readonly likeness: number;
  /** As far as the passage is on the topic: 0..1 the same kind of question, by how rare the kind is; −.2 another, 0 where one has none. */
  readonly kind: number;
  /** Where a line asks what something is, and the question does not: the share of the question beyond the best line. */
  readonly beyond: number;
  /** Share of neighbouring words of the question that stand together here. */
  readonly pairs: number;
  /** 1 where the folded question is the heading or a phrasing. */
  readonly exact: number;
  /** Probability from the model of phrasings. */
  readonly model: number;
  /** Share of the question found in the best line and anywhere else in the passage, a little less outside the line. */
  readonly coverage: number;
  /** By group: how well it is met in each field, 0..1. */
  readonly met: Readonly<Record<MetField, Shares>>;
}

export const metFields = ['heading', 'phrasing', 'parents', 'title', 'keywords', 'body'] as const;
export type MetField = (typeof metFields)[number];

/** How much being met in a field says. */
const fieldTrust: Readonly<Record<MetField, number>> = {
  heading: weights.headingTrust,
  phrasing: weights.phrasingTrust,
  parents: weights.parentsTrust,
  title: weights.titleTrust,
  keywords: weights.keywordsTrust,
  body: weights.bodyTrust,
};

/** An entry is scored over its four best lines. */
const lineShares = [weights.firstLine, weights.secondLine, weights.thirdLine, weights.fourthLine];

export function featuresOf(index: PassageIndex, prepared: PreparedQuestion, candidate: Candidate): Features {
  const { passage } = candidate;
  const { groups, question, text } = prepared;
  const own = Array.from(row(index.lines, passage));
  const lines = own.map((line) => lineMatch(index, prepared, lineOf(index, line)));
  const best = lines.reduce((found, line) => (line.f > found.f ? line : found), emptyLine(groups.length));
  const met = {
    heading: lines[0]?.met ?? new Float64Array(groups.length),
    phrasing: lines
      .slice(1)
      .reduce((found, line) => maximum(found, line.met), new Float64Array(groups.length)),
    parents: metIn(prepared, row(index.fields.parents, passage)),
    title: metIn(prepared, row(index.fields.title, passage)),
    keywords: metIn(prepared, row(index.fields.keywords, passage)),
    body: metIn(prepared, row(index.fields.body, passage)),
  };
  const heading = aggregated(lines.map(({ f }) => f));
  const kinds = own.map((line) => index.lineKinds[line] ?? null);
  // Words spread over different phrasings do not stand together.
  const found = coverage(groups, { ...met, heading: best.met, phrasing: best.met });
  return {
    passage,
    words: candidate.words,
    heading,
    context: Math.max(0, lineMatch(index, prepared, titledHeading(index, passage)).f - heading),
    sentence: bestSentence(index, prepared, passage),
    title: explained(index, prepared, row(index.fields.title, passage)),
    likeness: aggregated(own.map((line) => at(prepared.cosines.values, line))),
    kind: onTopic(found) * kindAgreement(index, question.kind, kinds),
    beyond: question.kind !== 'definition' && kinds.includes('definition') ? 1 - best.coverage : 0,
    pairs: pairShare(index, prepared, passage, own),
    exact: own.some((line) => index.lineTexts[line] === text) ? 1 : 0,
    model: prepared.probabilities.get(passage) ?? 0,
    coverage: found,
    met,
  };
}

/** A single line counts fully; further ones that agree add to it, as evidence that is not independent. */
function aggregated(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => b - a).slice(0, lineShares.length);
  const first = sorted[0] ?? 0;
  const used = lineShares.slice(0, sorted.length).reduce((sum, share) => sum + share, 0) || 1;
  const mean = sorted.reduce((sum, value, place) => sum + value * (lineShares[place] ?? 0), 0) / used;
  return sorted.length < lineShares.length ? Math.max(mean, first * weights.singleLine) : mean;
}

interface LineMatch {
  readonly met: Shares;
  readonly coverage: number;
  readonly f: number;
}
const emptyLine = (groups: number): LineMatch => ({
  met: new Float64Array(groups),
  coverage: 0,
  f: 0,
});

/** The terms of the heading and of the article's title, each once. */
function titledHeading(index: PassageIndex, passage: number): Uint32Array {
  const [line] = row(index.lines, passage);
  const own = line === undefined ? [] : lineOf(index, line);
  return Uint32Array.from(new Set([...own, ...row(index.fields.title, passage)]));
}

function lineMatch(index: PassageIndex, prepared: PreparedQuestion, terms: Uint32Array): LineMatch {
  const met = metIn(prepared, terms);
  const covered = shareMet(prepared.groups, met);
  const reverse = explained(index, prepared, terms);
  return { met, coverage: covered, f: harmonicMean(covered, reverse) };
}

/** By group: the best of its readings among these terms; parts of a compound add up. */
function metIn(
  { groups, lookup }: PreparedQuestion,
  terms: Uint32Array,
  from = 0,
  to = terms.length,
): Shares {
  const met = new Float64Array(groups.length);
  let parts: Map<number, Map<number, number>> | null = null;
  for (let place = from; place < to; place++) {
    const term = at(terms, place);
    for (const { group, weight, isPart } of lookup.get(term) ?? []) {
      if (!isPart) {
        if (weight > (met[group] ?? 0)) met[group] = weight;
        continue;
      }
      parts ??= new Map();
      const own = parts.get(group) ?? new Map<number, number>();
      parts.set(group, own.set(term, weight));
    }
  }
  for (const [group, own] of parts ?? []) {
    const sum = Array.from(own.values()).reduce((total, weight) => total + weight, 0);
    met[group] = Math.max(met[group] ?? 0, sum);
  }
  return met;
}

const shareMet = (groups: readonly Group[], met: Shares): number =>
  groups.reduce((sum, { share }, group) => sum + share * (met[group] ?? 0), 0);

function maximum(one: Shares, other: Shares): Shares {
  return one.map((value, place) => Math.max(value, other[place] ?? 0));
}

/** Share of a heading's weight that stands in the question. */
function explained(index: PassageIndex, { lookup }: PreparedQuestion, terms: Uint32Array): number {
  let total = 0;
  let found = 0;
  for (const term of terms) {
    const role = index.vocabulary.roles[term] ?? 'content';
    const weight = (at(index.postings.idf, term) + weights.floorIdf) * roleWeight[role];
    total += weight;
    found += weight * strongest(lookup.get(term));
  }
  return total === 0 ? 0 : found / total;
}

const strongest = (hits: ReturnType<Lookup['get']>): number =>
  hits === undefined ? 0 : hits.reduce((most, { weight }) => Math.max(most, weight), 0);

function bestSentence(index: PassageIndex, prepared: PreparedQuestion, passage: number): number {
  const body = row(index.fields.body, passage);
  const starts = row(index.sentences, passage);
  let best = 0;
  for (let sentence = 0; sentence < starts.length; sentence++) {
    const to = sentence + 1 < starts.length ? at(starts, sentence + 1) : body.length;
    best = Math.max(best, shareMet(prepared.groups, metIn(prepared, body, at(starts, sentence), to)));
  }
  return best;
}

/** Half the question met is as much on the topic as a kind of question needs. */
const onTopic = (covered: number): number => Math.min(1, 2 * covered);

function kindAgreement(
  index: PassageIndex,
  asked: QuestionKind | null,
  told: readonly (QuestionKind | null)[],
): number {
  const known = told.filter((kind) => kind !== null);
  if (asked === null || known.length === 0) return 0;
  if (known.includes(asked)) return index.kindWeights.get(asked) ?? 0;
  return known.some((kind) => areAkin(asked, kind)) ? 0 : weights.otherKind;
}

/** "How do I get the sound back?" may help where the sound does not work; what sound is does not. */
const ofFaults: ReadonlySet<QuestionKind> = new Set(['how', 'why', 'whether']);
const areAkin = (one: QuestionKind, other: QuestionKind): boolean =>
  (one === 'fault' && ofFaults.has(other)) || (other === 'fault' && ofFaults.has(one));

/** Neighbouring words of the question that stand near each other in a line or the body, by their weight. */
function pairShare(
  index: PassageIndex,
  prepared: PreparedQuestion,
  passage: number,
  lines: readonly number[],
): number {
  const { groups } = prepared;
  if (groups.length < 2) return 0;
  const found = new Uint8Array(groups.length);
  for (const line of lines) markPairs(prepared, lineOf(index, line), found);
  markPairs(prepared, row(index.fields.body, passage), found);
  let total = 0;
  let met = 0;
  for (let pair = 0; pair + 1 < groups.length; pair++) {
    const weight = (groups[pair]?.share ?? 0) + (groups[pair + 1]?.share ?? 0);
    total += weight;
    met += weight * at(found, pair);
  }
  return total === 0 ? 0 : met / total;
}

function markPairs({ lookup, groups }: PreparedQuestion, terms: Uint32Array, found: Uint8Array): void {
  const last = new Int32Array(groups.length).fill(-1000);
  for (let place = 0; place < terms.length; place++) {
    for (const { group } of lookup.get(at(terms, place)) ?? []) {
      if (group > 0 && place - at(last, group - 1) <= weights.pairWindow) found[group - 1] = 1;
      if (group + 1 < groups.length && place - at(last, group + 1) <= weights.pairWindow) found[group] = 1;
      last[group] = place;
    }
  }
}

const coverage = (groups: readonly Group[], met: Features['met']): number => shareMet(groups, trusted(met));

/** By group: its best field, each for what it says. */
export function trusted(met: Features['met']): Shares {
  const best = new Float64Array(met.heading.length);
  for (const field of metFields) {
    for (let group = 0; group < best.length; group++) {
      best[group] = Math.max(at(best, group), fieldTrust[field] * at(met[field], group));
    }
  }
  return best;
}
