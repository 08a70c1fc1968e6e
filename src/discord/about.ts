import type { Message } from 'discord.js';
import { unescapeLine } from './escape.ts';
import type { Front } from './front.ts';
import { parseCustomId } from './custom-id.ts';
import { repliedTo } from './replied.ts';
import { idsOf } from './posted.ts';

/** What a message that replies to one of our answers goes on about: what that answers, and its article. */
export async function aboutOf(message: Message, front: Front): Promise<readonly string[]> {
  if (message.mentions.repliedUser?.id !== front.client.user.id) return [];
  const above = await repliedTo(message);
  return above === null ? [] : topicsOf(above, front);
}

/** The headings of an answer, and where its passages stand. */
function topicsOf(answer: Message, { app }: Front): readonly string[] {
  const headings = answer.content.split('\n').flatMap((line) => {
    const title = /^### (?:\[(?<linked>.*)\]\(<?https?:[^()<>\s]+>?\)|(?<bare>.*))$/u.exec(line)?.groups;
    const heading = title?.['linked'] ?? title?.['bare'];
    return heading === undefined ? [] : [unescapeLine(heading)];
  });
  const articles = idsOf(answer).flatMap((id) => {
    const parsed = parseCustomId(id);
    const located = parsed !== null && 'target' in parsed ? app.answers.find(parsed.target) : null;
    return located === null ? [] : [located.article.title];
  });
  return Array.from(new Set([...headings, ...articles]));
}
