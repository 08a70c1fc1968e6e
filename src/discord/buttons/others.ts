import type { Answer } from '../../answers/answer.ts';
import type { Match } from '../../knowledge/ranking.ts';
import { pickButtons, row } from '../controls.ts';
import { serverOf, type Front } from '../front.ts';
import { suggestionLines } from '../looks.ts';
import { textPost, type Post } from '../post.ts';
import { questionOf } from '../question.ts';
import { ownAnswer, type Press } from './button.ts';

/** How many other passages are offered at once. */
const most = 4;

/** Which answer is meant: its asker, the passage it shows, and the message it stands in (`0`: the one with the button). */
export interface AnswerAt {
  readonly asker: string;
  readonly target: string;
  readonly message: string;
  /** Which answer of that message. */
  readonly part: string;
}

/** Asks the question of an answer again; null where it can no longer be read. */
export async function askAgain(
  interaction: Press,
  { message }: AnswerAt,
  { app, client }: Front,
): Promise<Answer | null> {
  const answer = await ownAnswer(interaction, message);
  const question = answer === null ? null : await questionOf(answer, client.user.id);
  return question === null
    ? null
    : app.answers.ask({ text: question, server: serverOf(interaction.guildId) });
}

/** Passages that match besides the one shown, each with a button to pick it. */
export async function othersPost(
  interaction: Press,
  at: AnswerAt,
  front: Front,
  words: { readonly title: string; readonly nothing: string; readonly questionGone: string },
): Promise<Post> {
  const answer = await askAgain(interaction, at, front);
  if (answer === null) return textPost(words.questionGone);
  const others = otherMatches(answer, at.target);
  if (others.length === 0) return textPost(words.nothing);
  return {
    content: `${words.title}\n${suggestionLines(others)}`,
    components: row(pickButtons(at.asker, others, at.message, at.part)),
    ping: null,
  };
}

/** What was decided to be worth offering; else simply what ranks next. */
function otherMatches(answer: Answer, target: string): readonly Match[] {
  const offered =
    answer.kind === 'found' && answer.match.passage.hash === target ? answer.others : answer.ranking;
  return offered.filter(({ passage }) => passage.hash !== target).slice(0, most);
}
