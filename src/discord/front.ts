import type { Client } from 'discord.js';
import { stringsFor, type Strings } from '../strings/index.ts';
import type { ServerId } from '../answers/answer.ts';
import type { App } from '../app.ts';

/** What every command, button and message handler is given. */
export interface Front {
  readonly app: App;
  readonly client: Client<true>;
}

/** The Discord texts for a locale. */
export const wordsFor = (locale: string | null | undefined): Words => stringsFor(locale).discord;
export type Words = Strings['discord'];

/** What moderators read about fixed answers, for a locale. */
export const pinWordsFor = (locale: string | null | undefined): PinWords => stringsFor(locale).pins;
export type PinWords = Strings['pins'];

/** The server of a guild id; null in a DM. */
export const serverOf = (guildId: string | null): ServerId | null =>
  guildId !== null && isServer(guildId) ? guildId : null;
const isServer = (id: string): id is ServerId => /^\d+$/u.test(id);
