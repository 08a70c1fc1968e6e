import { barsAt, decide, rankingLength, type Bars } from '../answers/decide.ts';
import { loadSnapshot } from '../knowledge/load-snapshot.ts';
import type { Snapshot } from '../knowledge/snapshot.ts';
import { outcomeOf, type QuestionSet } from './evaluate.ts';
import { figuresOf, type Figures } from './figures.ts';
import { readQuestions, type KnownQuestion } from './question-set.ts';

/** What one position of the two bars would have posted and offered. */
export interface TunedPosition {
  readonly position: number;
  readonly bars: Bars;
  readonly figures: Figures;
}

const positions = [0, 0.25, 0.5, 0.75, 1];

/**
 * Asks the questions of a set and those in the articles' own `tests` comments once, and decides them at each position.
 * @throws {QuestionFileError} or {ContentFolderError} when the set cannot be read
 */
export async function tuneSet(set: QuestionSet): Promise<readonly TunedPosition[]> {
  const snapshot = await loadSnapshot(set.contentDir, {});
  const questions = [...set.questionFiles.flatMap(readQuestions), ...ownTests(snapshot)];
  const ranked = questions.map((question) => ({
    question,
    ranking: snapshot.rank(snapshot.read(question.question), rankingLength),
  }));
  return positions.map((position) => {
    const bars = barsAt(position);
    const outcomes = ranked.map(({ question, ranking }) => outcomeOf(question, decide(ranking, null, bars)));
    return { position, bars, figures: figuresOf(outcomes) };
  });
}

/** The questions that authors say must find a passage. */
function ownTests(snapshot: Snapshot): readonly KnownQuestion[] {
  return snapshot.content.articles.flatMap(({ passages }) =>
    passages.flatMap(({ id, tests }) =>
      tests.map(({ text }) => ({ id: `${id}: ${text}`, question: text, relevant: [id], kind: 'tests' })),
    ),
  );
}
