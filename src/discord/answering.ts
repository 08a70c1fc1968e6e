import type { ServerId } from '../answers/answer.ts';
import type { Answers } from '../answers/service.ts';
import { limits, measures } from './limits.ts';
import { publicPost, type Setting } from './looks.ts';
import type { Post } from './post.ts';
import { severalPost, type Answered } from './several.ts';
import { wholePosts } from './whole.ts';

/** More questions of one text are not looked at. */
const mostAsked = 8;

/**
 * Every question of a text with what answers it, in order; at least one. A text that is itself a known question is one.
 * `about` is what a single question may go on about.
 */
export async function askEach(
  text: string,
  server: ServerId | null,
  answers: Answers,
  about: readonly string[] = [],
): Promise<readonly Answered[]> {
  const questions = answers.split(text).slice(0, mostAsked);
  const whole = { question: text, answer: await answers.ask({ text, server, about }) };
  if (questions.length === 1 || isKnown(whole)) return [whole];
  return Promise.all(
    questions.map(async (question) => ({ question, answer: await answers.ask({ text: question, server }) })),
  );
}

/** A heading, a phrasing or a pinned question word for word, which may hold two questions itself. */
const isKnown = ({ answer }: Answered): boolean =>
  answer.kind === 'pinned'
    ? answer.confidence === 1
    : answer.kind === 'found' && (answer.match.evidence.parts['exact'] ?? 0) > 0;

/** The posts that say all of it: several answers share one. `isWhole`: one person reads them, who is shown everything. */
export function postsOf(
  answered: readonly Answered[],
  answers: Answers,
  setting: Setting,
  isWhole: boolean,
): readonly Post[] {
  const [only] = answered;
  if (only === undefined) return [];
  if (answered.length > 1) {
    return [severalPost(answered, answers, setting, isWhole ? limits.content : measures.body)];
  }
  return isWhole ? wholePosts(only.answer, answers, setting) : [publicPost(only.answer, answers, setting)];
}
