import type { Message } from 'discord.js';
import { unescapeLine } from './escape.ts';

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
export async function questionOf(answer: Message, client: string): Promise<string | null> {
  return (await questionRepliedTo(answer, client)) ?? quotedQuestion(answer.content);
}

async function questionRepliedTo(answer: Message, client: string): Promise<string | null> {
  const asked = await repliedTo(answer);
  if (asked === null) return null;
  // What is continued in a second message replies to the first of our own.
  if (asked.author.id === client) return quotedQuestion(asked.content);
  const own = withoutMention(asked.content, [client]);
  if (own !== '') return own;
  // A mention without text asks what the message it replies to asks.
  const above = await repliedTo(asked);
  const text = above === null || above.author.id === client ? '' : withoutMention(above.content, [client]);
  return text === '' ? null : text;
}

/** The message that this one replies to; null where it replies to none, or that one is gone or out of reach. */
export async function repliedTo(message: Message): Promise<Message | null> {
  if (message.reference?.messageId === undefined) return null;
  try {
    return await message.fetchReference();
  } catch {
    return null;
  }
}

/** Text without mentions of the given users and roles, trimmed. */
export function withoutMention(text: string, ids: readonly string[]): string {
  const mentions = new RegExp(`<@[!&]?(?:${ids.join('|')})>`, 'gu');
  return text.replace(mentions, ' ').trim();
}
