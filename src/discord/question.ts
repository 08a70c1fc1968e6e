import type { Message } from 'discord.js';
import { askedIn } from './asked.ts';
import { unescapeLine } from './escape.ts';
import type { Front } from './front.ts';
import { repliedTo } from './replied.ts';

/** The line above a quote that names the one person an answer is for. Texts of articles and people never hold a live mention. */
const notice = /^[^<>]{1,40} <@\d{15,20}>$/u;

/** The top lines of one of our answers: whom it is for, and the question quoted; each only where there is one. */
export function topLines(content: string): readonly string[] {
  const [first = '', second = ''] = content.split('\n', 2);
  const told = notice.test(first) ? [first] : [];
  const quote = told.length > 0 ? second : first;
  return quote.startsWith('> ') ? [...told, quote] : told;
}

/** The question quoted at the top of one of our answers; null where there is no quote. */
export function quotedQuestion(content: string): string | null {
  const quote = topLines(content).find((line) => line.startsWith('> '));
  return quote === undefined ? null : unescapeLine(quote.slice(2));
}

/**
 * The question that one of our answers answers: the message it replies to, else quoted in it. A quote may be a text's
 * own, so it comes second. Null where that message is gone or Discord does not show its text.
 */
export async function questionOf(answer: Message, front: Front): Promise<string | null> {
  return (await questionRepliedTo(answer, front)) ?? quotedQuestion(answer.content);
}

async function questionRepliedTo(answer: Message, front: Front): Promise<string | null> {
  const above = await repliedTo(answer);
  if (above === null) return null;
  // What is continued in a second message replies to the first of our own.
  if (above.author.id === front.client.user.id) return quotedQuestion(above.content);
  const kept = front.followed.answersTo(above.id)?.text ?? null;
  if (kept !== null) return kept;
  const asked = await askedIn(above, front);
  return asked.kind === 'question' || asked.kind === 'small-talk' ? asked.text : null;
}
