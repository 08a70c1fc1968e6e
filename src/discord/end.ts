import { DiscordAPIError } from 'discord.js';
import { fatalReason } from './close-code.ts';
import type { Access, Words } from './front.ts';

/** A setting needs a person; starting again will not help. */
export const needsPerson = 78;
export const failed = 1;
/** Close code: a privileged intent is not switched on for the application. */
const disallowedIntents = 4014;

/** Why the bot ends: a sentence where there is more to say than that it was told to. */
export interface End {
  readonly sentence: string | null;
  /** Null: without the privileged intent it can go on. */
  readonly status: number | null;
}

/** Why it ends when Discord closes a connection for good. */
export const endFor = (code: number, { start }: Words, access: Access): End => {
  if (code === disallowedIntents && access === 'granted') return { sentence: start.noContent, status: null };
  const reason = fatalReason(code);
  return reason === null
    ? { sentence: start.lost(code), status: failed }
    : { sentence: start[reason], status: needsPerson };
};

/** Why logging in failed, in a sentence; the error itself may hold the token's address. */
export function loginFault(error: unknown, words: Words, access: Access): End {
  const { start } = words;
  const text = error instanceof Error ? error.message : '';
  const isRefused = error instanceof DiscordAPIError && error.status === 401;
  if (isRefused || /invalid token|authentication failed|token/iu.test(text))
    return { sentence: start.badToken, status: needsPerson };
  if (/intents/iu.test(text)) return endFor(disallowedIntents, words, access);
  if (/shard/iu.test(text)) return { sentence: start.badShards, status: needsPerson };
  return { sentence: start.noNetwork(networkReason(error)), status: failed };
}

function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause ?? error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name;
}
