import type { Message } from 'discord.js';
import { unescapeLine } from './escape.ts';

/** The question quoted on the first lines of one of our answers; null where there is no quote. */
export function quotedQuestion(content: string): string | null {
  const line = content.split('\n', 2).find((text) => text.startsWith('> '));
  return line === undefined ? null : unescapeLine(line.slice(2));
}

/**
 * The question that one of our answers answers: quoted in it, or in the message it replies to.
 * Null where that message is gone or Discord does not show its text.
 */
export async function questionOf(answer: Message, client: string): Promise<string | null> {
  const quoted = quotedQuestion(answer.content);
  if (quoted !== null) return quoted;
  if (answer.reference?.messageId === undefined) return null;
  try {
    const asked = await answer.fetchReference();
    const text = withoutMention(asked.content, [client]);
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

/** Text without mentions of the given users and roles, trimmed. */
export function withoutMention(text: string, ids: readonly string[]): string {
  const mentions = new RegExp(`<@[!&]?(?:${ids.join('|')})>`, 'gu');
  return text.replace(mentions, ' ').trim();
}
