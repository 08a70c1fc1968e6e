import type { Interaction } from 'discord.js';
import type { Front, Words } from './front.ts';
import { serverFor } from './home.ts';
import { passageLook, pinLook, type Look } from './looks.ts';

/**
 * The look of what a custom_id points at, a passage or a pin of the server that holds here: null when it is gone,
 * `unread` when the store cannot tell.
 */
export async function lookAt(
  target: string,
  { guildId, user }: Interaction,
  front: Front,
  words: Words,
): Promise<Look | null | 'unread'> {
  const { answers } = front.app;
  if (!target.startsWith('p')) {
    const located = answers.find(target);
    return located === null ? null : passageLook(located, answers, words);
  }
  const server = await serverFor(guildId, user.id, front);
  if (server === null || answers.pins === null) return null;
  const found = await answers.pins.find(server, target.slice(1));
  if (!found.ok) return 'unread';
  return found.value === null ? null : pinLook(found.value, answers, words);
}
