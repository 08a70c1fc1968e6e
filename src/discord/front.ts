import type { Client } from 'discord.js';
import { stringsFor, uiLanguageFor, uiLanguages, type Strings } from '../strings/index.ts';
import type { ServerId } from '../answers/answer.ts';
import type { App } from '../app.ts';
import type { Followed } from './follow.ts';
import type { Drafts } from './pins/drafts.ts';
import type { ServerRoles } from './server-roles.ts';

/** What every command, button and message handler is given. */
export interface Front {
  readonly app: App;
  readonly client: Client<true>;
  /** Which of our messages answer which question. */
  readonly followed: Followed;
  /** What moderators typed that could not be stored. */
  readonly drafts: Drafts;
  readonly commandIds: CommandLinks;
  /** Whether Discord shows Svar what does not mention it. */
  readonly access: Access;
  /** What rights members have by their roles. */
  readonly roles: ServerRoles;
}

/** The privileged intent for the content of messages: granted, not asked for, or asked for in vain. */
export type Access = 'granted' | 'off' | 'refused';

/** Makes commands that a text of ours names clickable, where their ids are known. */
export interface CommandLinks {
  linked(text: string): string;
}

/** The Discord texts for a locale. */
export const wordsFor = (locale: string | null | undefined): Words => stringsFor(locale).discord;
export type Words = Strings['discord'];

/** Languages that Svar itself speaks. */
export const uiTags: readonly string[] = Object.keys(uiLanguages);

/** Languages that somebody with this locale reads, best first. */
export const readerTags = (locale: string): readonly string[] => [locale, uiLanguageFor(locale)];

/** What moderators read about fixed answers, for a locale. */
export const pinWordsFor = (locale: string | null | undefined): PinWords => stringsFor(locale).pins;
export type PinWords = Strings['pins'];

/** What moderators read about questions without an answer, for a locale. */
export const gapWordsFor = (locale: string | null | undefined): GapWords => stringsFor(locale).gaps;
export type GapWords = Strings['gaps'];

/** What moderators read about figures, for a locale. */
export const figureWordsFor = (locale: string | null | undefined): FigureWords => stringsFor(locale).figures;
export type FigureWords = Strings['figures'];

/** What moderators are written, and what members read about it, for a locale. */
export const deskWordsFor = (locale: string | null | undefined): DeskWords => stringsFor(locale).desk;
export type DeskWords = Strings['desk'];

/** What moderators read about offers, for a locale. */
export const offerWordsFor = (locale: string | null | undefined): OfferWords => stringsFor(locale).offers;
export type OfferWords = Strings['offers'];

/** What whoever manages a server reads about its settings, for a locale. */
export const settingWordsFor = (locale: string | null | undefined): SettingWords =>
  stringsFor(locale).settings;
export type SettingWords = Strings['settings'];

/** The server of a guild id; null in a DM. */
export const serverOf = (guildId: string | null): ServerId | null =>
  guildId !== null && isServer(guildId) ? guildId : null;
const isServer = (id: string): id is ServerId => /^\d+$/u.test(id);
