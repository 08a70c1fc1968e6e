import type { ServerId } from '../answers/answer.ts';
import type { App } from '../app.ts';
import type { Words } from './front.ts';
import { passageLook, pinLook, type Look } from './looks.ts';

/** The look of what a custom_id points at, a passage or a pin of this server: null when it is gone, `unread` when the store cannot tell. */
export async function lookAt(
  target: string,
  server: ServerId | null,
  { answers }: App,
  words: Words,
): Promise<Look | null | 'unread'> {
  if (!target.startsWith('p')) {
    const located = answers.find(target);
    return located === null ? null : passageLook(located, [], answers, words);
  }
  if (server === null || answers.pins === null) return null;
  const found = await answers.pins.find(server, target.slice(1));
  if (!found.ok) return 'unread';
  return found.value === null ? null : pinLook(found.value, answers, words);
}
