import type { Answer } from '../../answers/answer.ts';
import type { Match } from '../../knowledge/ranking.ts';
import { pickButtons, row } from '../controls.ts';
import type { Front } from '../front.ts';
import { serverFor } from '../home.ts';
import { suggestionLines } from '../looks.ts';
import { aboutOf } from '../about.ts';
import { quoteLine } from '../quote.ts';
import { repliedTo } from '../replied.ts';
import { partQuestion } from '../parts.ts';
import { textPost, type Post } from '../post.ts';
import { questionOf } from '../question.ts';
import { isPrivate, ownAnswer, type Press } from './button.ts';

/** How many other passages are offered at once. */
const most = 4;

/** Which answer is meant: the passage it shows, and the message it stands in (`0`: the one with the button). */
export interface AnswerAt {
  readonly target: string;
  readonly message: string;
  /** Which answer of that message. */
  readonly part: string;
}

/** Asks the question of an answer again; null where it can no longer be read. */
export async function askAgain(
  interaction: Press,
  { message, part }: AnswerAt,
  front: Front,
): Promise<{ readonly question: string; readonly answer: Answer } | null> {
  const { app } = front;
  const shown = await ownAnswer(interaction, message);
  if (shown === null) return null;
  const question = partQuestion(shown.content, part) ?? (await questionOf(shown, front));
  if (question === null) return null;
  const server = await serverFor(interaction.guildId, interaction.user.id, front);
  const asked = await repliedTo(shown);
  const about = asked === null ? [] : await aboutOf(asked, front);
  return { question, answer: await app.answers.ask({ text: question, server, about }) };
}

/** Passages that match besides the one shown, each with a button to pick it. */
export async function othersPost(
  interaction: Press,
  at: AnswerAt,
  front: Front,
  words: { readonly title: string; readonly nothing: string; readonly questionGone: string },
): Promise<Post> {
  const again = await askAgain(interaction, at, front);
  if (again === null) return textPost(words.questionGone);
  const others = otherMatches(again.answer, at.target);
  if (others.length === 0) return textPost(words.nothing);
  const list = `${words.title}\n${suggestionLines(others)}`;
  // A private answer cannot be edited from here: a pick replaces this list, which therefore carries the question.
  const isAlone = isPrivate(interaction) && at.message === '0';
  return {
    content: isAlone ? `${quoteLine(again.question)}\n${list}` : list,
    components: row(
      pickButtons(
        others.map(({ passage }) => passage.hash),
        at.message,
        isAlone ? '0' : at.part,
      ),
    ),
    ping: null,
  };
}

/** What was decided to be worth offering; else simply what ranks next. */
function otherMatches(answer: Answer, target: string): readonly Match[] {
  const offered =
    answer.kind === 'found' && answer.match.passage.hash === target ? answer.others : answer.ranking;
  return offered.filter(({ passage }) => passage.hash !== target).slice(0, most);
}
