import { demandsOf, metMass, type Demands } from './demands.ts';
import { lineOf, type PassageIndex } from './index-builder.ts';
import { informationOf, type Information } from './information.ts';
import type { QuestionKind } from './input.ts';
import {
  aggregated,
  emptyLine,
  explained,
  lineMatch,
  metIn,
  shareMet,
  titledHeading,
  type Shares,
} from './line-match.ts';
import { pairShare } from './pairs.ts';
import type { PreparedQuestion } from './prepare.ts';
import type { Candidate } from './retrieve.ts';
import { at, row } from './rows.ts';
import { closeLook, valuesOf } from './weights.ts';

const weights = valuesOf(closeLook);

/** What stage two knows of one passage for one question. Shares are 0..1. */
export interface Features extends Demands, Information {
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
  /** Share of the question found anywhere in the passage's article. */
  readonly article: number;
  /** 1 where the heading asks another kind of question. */
  readonly otherKind: number;
  /** Information in the words that were met, in units of what one word of one passage alone would tell. */
  readonly mass: number;
}

export const metFields = ['heading', 'phrasing', 'parents', 'title', 'keywords', 'body'] as const;
export type MetField = (typeof metFields)[number];
/** By group: how well it is met in each field, 0..1. */
export type FieldsMet = Readonly<Record<MetField, Shares>>;

/** How much being met in a field says. */
export const fieldTrust: Readonly<Record<MetField, number>> = {
  heading: weights.headingTrust,
  phrasing: weights.phrasingTrust,
  parents: weights.parentsTrust,
  title: weights.titleTrust,
  keywords: weights.keywordsTrust,
  body: weights.bodyTrust,
};

/** What is known of the lines and articles of an index for one question, whichever passage is looked at. */
export interface Surroundings {
  /** By line: its cosine with the question. */
  readonly cosines: Float64Array;
  /** By article: how much of the question it holds, 0..1. */
  readonly articles: Float64Array;
}

/** The close look written plainly: what `close-look.ts`, which answers, is tested against. */
export function featuresOf(
  index: PassageIndex,
  prepared: PreparedQuestion,
  candidate: Candidate,
  { cosines, articles }: Surroundings,
): Features {
  const { passage } = candidate;
  const { groups, question, text } = prepared;
  const own = Array.from(row(index.lines, passage));
  const lines = own.map((line) => lineMatch(index, prepared, lineOf(index, line)));
  const best = lines.reduce((found, line) => (line.f > found.f ? line : found), emptyLine(groups.length));
  const met = metPlainly(index, prepared, passage);
  const heading = aggregated(lines.map(({ f }) => f));
  const kinds = own.map((line) => index.lineKinds[line] ?? null);
  // Words spread over different phrasings do not stand together.
  const found = shareMet(groups, trusted({ ...met, heading: best.met, phrasing: best.met }));
  const anywhere = trusted(met);
  const agreement = kindAgreement(index, question.kind, kinds);
  return {
    passage,
    words: candidate.words,
    heading,
    context: Math.max(0, lineMatch(index, prepared, titledHeading(index, passage)).f - heading),
    sentence: bestSentence(index, prepared, passage),
    title: explained(index, prepared, row(index.fields.title, passage)),
    likeness: aggregated(own.map((line) => at(cosines, line))),
    kind: onTopic(found) * agreement,
    otherKind: agreement < 0 ? 1 : 0,
    beyond: question.kind !== 'definition' && kinds.includes('definition') ? 1 - best.coverage : 0,
    pairs: pairShare(index, prepared, passage, own),
    exact: own.some((line) => index.lineTexts[line] === text) ? 1 : 0,
    model: prepared.probabilities.get(passage) ?? 0,
    coverage: found,
    article: at(articles, at(index.articles.articleOf, passage)),
    mass: metMass(index, groups, anywhere),
    ...demandsOf(index, prepared, passage, anywhere),
    ...informationOf(index, prepared, passage, anywhere),
  };
}

/** By group: how well it is met in each field of a passage. */
export function metPlainly(index: PassageIndex, prepared: PreparedQuestion, passage: number): FieldsMet {
  const nothing: Shares = new Float64Array(prepared.groups.length);
  const [heading, ...phrasings] = Array.from(row(index.lines, passage), (line) =>
    metIn(prepared, lineOf(index, line)),
  );
  return {
    heading: heading ?? nothing,
    phrasing: phrasings.reduce(maximum, nothing),
    parents: metIn(prepared, row(index.fields.parents, passage)),
    title: metIn(prepared, row(index.fields.title, passage)),
    keywords: metIn(prepared, row(index.fields.keywords, passage)),
    body: metIn(prepared, row(index.fields.body, passage)),
  };
}

function maximum(one: Shares, other: Shares): Shares {
  return one.map((value, place) => Math.max(value, other[place] ?? 0));
}

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
export const onTopic = (covered: number): number => Math.min(1, 2 * covered);

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
export const areAkin = (one: QuestionKind, other: QuestionKind): boolean =>
  (one === 'fault' && ofFaults.has(other)) || (other === 'fault' && ofFaults.has(one));

/** By group: its best field, each for what it says. */
function trusted(met: FieldsMet): Shares {
  const best = new Float64Array(met.heading.length);
  for (const field of metFields) {
    for (let group = 0; group < best.length; group++) {
      best[group] = Math.max(at(best, group), fieldTrust[field] * at(met[field], group));
    }
  }
  return best;
}
