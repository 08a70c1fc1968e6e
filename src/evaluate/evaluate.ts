import { join } from 'node:path';
import { decide, rankingLength } from '../answers/decide.ts';
import { loadSnapshot } from '../knowledge/load-snapshot.ts';
import { figuresOf, type Figures, type Outcome } from './figures.ts';
import { readQuestions, type KnownQuestion } from './question-set.ts';
import type { MatcherPart } from '../matcher/parts.ts';

/** Names of the parts that `without` takes. */
export { isMatcherPart, matcherParts, type MatcherPart } from '../matcher/parts.ts';

/** Articles and the questions whose answers in them are known. */
export interface QuestionSet {
  readonly name: string;
  readonly contentDir: string;
  readonly questionFiles: readonly string[];
}

export interface SetReport {
  readonly name: string;
  readonly figures: Figures;
  /** By kind of question, in the order they are first met. */
  readonly kinds: readonly { readonly kind: string; readonly figures: Figures }[];
  readonly outcomes: readonly Outcome[];
  /** Relevant passages that the articles do not hold: a mistake in the set. */
  readonly missing: readonly string[];
}

/** A folder with `content/` and `queries.jsonl`. */
export function questionSetAt(dir: string, name: string): QuestionSet {
  return { name, contentDir: join(dir, 'content'), questionFiles: [join(dir, 'queries.jsonl')] };
}

/**
 * Asks every question of a set.
 * @throws {QuestionFileError} or {ContentFolderError} when the set cannot be read
 */
export async function evaluateSet(set: QuestionSet, without: readonly MatcherPart[]): Promise<SetReport> {
  const questions = set.questionFiles.flatMap(readQuestions);
  const snapshot = await loadSnapshot(set.contentDir, { without });
  const outcomes = questions.map((question) =>
    outcomeOf(question, decide(snapshot.rank(snapshot.read(question.question), rankingLength))),
  );
  const kinds = Array.from(new Set(questions.map(({ kind }) => kind)));
  return {
    name: set.name,
    figures: figuresOf(outcomes),
    kinds: kinds.map((kind) => ({
      kind,
      figures: figuresOf(outcomes.filter(({ question }) => question.kind === kind)),
    })),
    outcomes,
    missing: Array.from(new Set(questions.flatMap(({ relevant }) => relevant))).filter(
      (id) => snapshot.findById(id) === null,
    ),
  };
}

/** What a decision made of a question whose right answers are known. */
export function outcomeOf(question: KnownQuestion, answer: ReturnType<typeof decide>): Outcome {
  const shown = answer.kind === 'found' ? [answer.match] : answer.kind === 'unsure' ? answer.suggestions : [];
  return {
    question,
    kind: answer.kind,
    confidence: answer.confidence,
    ranking: answer.ranking.map(({ passage }) => passage.id),
    shown: shown.map(({ passage }) => passage.id),
    sure: answer.kind === 'found' && answer.sure,
  };
}
