import type { Words } from './front.ts';

/** What a person has to mend, by the sentence that says so. */
export type FatalReason = keyof Pick<Words['start'], 'badToken' | 'badIntents' | 'badShards' | 'outdated'>;

/**
 * Close codes after which connecting again is of no use (Discord's documentation, "Gateway Close Event Codes"):
 * the others are met by discord.js with a new connection.
 */
const fatalCodes: ReadonlyMap<number, FatalReason> = new Map([
  [4004, 'badToken'],
  [4010, 'badShards'],
  [4011, 'badShards'],
  [4012, 'outdated'],
  [4013, 'badIntents'],
  [4014, 'badIntents'],
] as const);

/** What is to be mended after the gateway closed with this code; null where a new connection may help. */
export const fatalReason = (code: number): FatalReason | null => fatalCodes.get(code) ?? null;
