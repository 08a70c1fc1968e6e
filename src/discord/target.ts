import type { Interaction } from 'discord.js';
import type { PinView } from '../curation/pins/pin.ts';
import type { Answers } from '../answers/service.ts';
import type { Located } from '../knowledge/ranking.ts';
import type { Front, Words } from './front.ts';
import { serverFor } from './home.ts';
import { passageLook, passagePost, pinLook, publicPost, type Look, type Setting } from './looks.ts';
import { answerOf } from './pins/answer.ts';
import type { Post } from './post.ts';

/** What a custom_id points at: a passage, or a pin of the server that holds here. */
export type Target =
  { readonly kind: 'passage'; readonly located: Located } | { readonly kind: 'pin'; readonly pin: PinView };

/** What a custom_id points at: null when it is gone, `unread` when the store cannot tell. */
export async function targetAt(
  target: string,
  { guildId, user }: Interaction,
  front: Front,
): Promise<Target | null | 'unread'> {
  const { answers } = front.app;
  if (!target.startsWith('p')) {
    const located = answers.find(target);
    return located === null ? null : { kind: 'passage', located };
  }
  const server = await serverFor(guildId, user.id, front);
  if (server === null || answers.pins === null) return null;
  const found = await answers.pins.find(server, target.slice(1));
  if (!found.ok) return 'unread';
  return found.value === null ? null : { kind: 'pin', pin: found.value };
}

/** How a target looks where nobody asked. */
export const lookOfTarget = (target: Target, answers: Answers, words: Words): Look =>
  target.kind === 'pin' ? pinLook(target.pin, answers, words) : passageLook(target.located, answers, words);

/** A target as a public post. */
export const postOfTarget = (target: Target, answers: Answers, setting: Setting): Post =>
  target.kind === 'pin'
    ? publicPost(answerOf(target.pin), answers, setting)
    : passagePost(target.located, answers, setting);
