import { setImmediate } from 'node:timers/promises';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { GapQuestion } from '../../store/questions.ts';
import type { ServerId } from '../../store/server.ts';
import type { Gap, Trial, TryQuestion, Wording } from './gap.ts';
import { groupByMeaning } from './group.ts';

/** The questions of one wording. */
interface Asked {
  readonly text: string;
  readonly questions: readonly GapQuestion[];
  readonly trial: Trial;
}

/**
 * Groups what nothing answers well, most asked first. What is answered by now, by a fixed answer or by an article, is no
 * gap any more.
 * @param questions oldest first
 */
export async function findGaps(
  questions: readonly GapQuestion[],
  server: ServerId,
  snapshot: Snapshot,
  tryQuestion: TryQuestion,
): Promise<readonly Gap[]> {
  const open: Asked[] = [];
  for (const [key, same] of byWording(questions, snapshot)) {
    const text = same.at(-1)?.text ?? key;
    const trial = await tryQuestion(text, server);
    const left = same.filter((question) => !isSettled(question, trial));
    if (left.length > 0) open.push({ text, questions: left, trial });
    // Other work gets a turn: the bot answers on meanwhile.
    await setImmediate();
  }
  const groups = await groupByMeaning(
    open.map(({ text }) => text),
    snapshot,
  );
  return groups
    .map((places) => gapOf(places.flatMap((place) => open[place] ?? [])))
    .toSorted((a, b) => b.count - a.count || b.last.getTime() - a.last.getTime());
}

/** Equal keys are the same question; in the order in which they were first asked. */
function byWording(
  questions: readonly GapQuestion[],
  snapshot: Snapshot,
): ReadonlyMap<string, readonly GapQuestion[]> {
  const groups = new Map<string, GapQuestion[]>();
  for (const question of questions) {
    const key = snapshot.key(question.text);
    // What holds no word asks for nothing.
    if (key === '') continue;
    const same = groups.get(key) ?? [];
    same.push(question);
    groups.set(key, same);
  }
  return groups;
}

/** What was voted down is settled once something else answers, or a moderator has decided. */
function isSettled({ kind, target }: GapQuestion, trial: Trial): boolean {
  if (trial.kind === 'pinned') return trial.target !== target;
  return trial.kind === 'found' && (kind !== 'down' || trial.target !== target);
}

function gapOf(asked: readonly Asked[]): Gap {
  const all = asked.flatMap(({ questions }) => questions);
  const sorted = asked.toSorted((a, b) => b.questions.length - a.questions.length);
  const [first] = sorted;
  const near = sorted.find(({ trial }) => trial.nearest !== null)?.trial ?? null;
  return {
    id: all.reduce((oldest, one) => (one.at < oldest.at ? one : oldest)).id,
    question: first?.text ?? '',
    wordings: sorted.map(({ text, questions }): Wording => ({ text, ids: questions.map(({ id }) => id) })),
    count: all.length,
    down: all.flatMap(({ kind, target }) => (kind === 'down' ? [target] : [])),
    last: all.reduce((latest, { at }) => (at > latest ? at : latest), new Date(0)),
    nearest: near?.nearest ?? null,
    isOffered: near?.kind === 'unsure',
  };
}
