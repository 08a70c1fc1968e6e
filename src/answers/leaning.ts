import { isPointing, topicOf } from '../language/told.ts';
import type { Match } from '../knowledge/ranking.ts';
import type { Answer, Question } from './answer.ts';

/** A question of more words says itself what it is about. */
const mostWords = 6;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Answers a question by itself; where that finds nothing sure, with what the conversation is about put before it: "og hvad
 * koster det?" after "Hvordan melder jeg mig ind?", "og hvor?" after "Hvornår er der træning?".
 */
export async function leaning(
  question: Question,
  languages: readonly string[],
  decided: (question: Question) => Promise<Answer>,
): Promise<Answer> {
  const { text, about = [] } = question;
  const alone = await decided(question);
  if (about.length === 0 || isSettled(alone) || wordsIn(text).length > mostWords) return alone;
  // With its question words a heading would go on asking what it asked.
  const topics = about.flatMap((topic) => [topicOf(topic, languages), topic]);
  const wordless = isPointing(text, languages);
  let best = alone;
  for (const topic of new Set(topics.filter((one) => one !== ''))) {
    const together = await decided({ ...question, text: `${topic} ${text}` });
    const isOn = (match: Match): boolean => (wordless ? isNew(match, about) : isOnText(match, text));
    if (passagesOf(together).every(isOn) && isBetter(together, best)) best = together;
  }
  return best;
}

const isSettled = (answer: Answer): boolean =>
  answer.kind === 'pinned' || (answer.kind === 'found' && answer.sure);

const ranks: Readonly<Record<Answer['kind'], number>> = { unknown: 0, unsure: 1, found: 2, pinned: 3 };

const isBetter = (one: Answer, other: Answer): boolean =>
  ranks[one.kind] > ranks[other.kind] ||
  (one.kind === other.kind && one.kind === 'found' && one.confidence > other.confidence);

/** What an answer posts, or offers first. */
const passagesOf = (answer: Answer): readonly Match[] => {
  if (answer.kind === 'found') return [answer.match];
  return answer.kind === 'unsure' && answer.pins.length === 0 ? answer.suggestions.slice(0, 1) : [];
};

/** "Og hvor?" is not answered by what was answered just now. */
const isNew = ({ passage }: Match, about: readonly string[]): boolean => !about.includes(passage.heading);

/** Whether the passage holds a word of the text itself, and not only what was talked of before. */
function isOnText({ evidence }: Match, text: string): boolean {
  const own = new Set(wordsIn(text));
  return evidence.words.some(
    ({ asked, fields }) => fields.length > 0 && wordsIn(asked).some((word) => own.has(word)),
  );
}
