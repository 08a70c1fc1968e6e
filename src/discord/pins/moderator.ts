import type { Interaction, RepliableInteraction } from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import type { PinService } from '../../curation/pins/service.ts';
import { pinWordsFor, serverOf, type Front, type PinWords } from '../front.ts';
import { isModerator } from '../permissions.ts';
import { textPost } from '../post.ts';
import { say } from '../respond.ts';

/** What a moderator's deed is done with. */
export interface Desk {
  readonly server: ServerId;
  readonly pins: PinService;
  readonly words: PinWords;
  readonly front: Front;
}

/** The desk for whoever may use it now; null for everyone else. Rights are looked up on every use. */
export async function deskFor(interaction: Interaction, front: Front): Promise<Desk | null> {
  const server = serverOf(interaction.guildId);
  const { pins } = front.app.answers;
  if (server === null || pins === null || !(await isModerator(interaction, front))) return null;
  return { server, pins, words: pinWordsFor(interaction.locale), front };
}

/** Does a moderator's deed, or says privately that it takes a moderator. */
export async function asModerator(
  interaction: RepliableInteraction,
  front: Front,
  deed: (desk: Desk) => Promise<void>,
): Promise<void> {
  const desk = await deskFor(interaction, front);
  return desk === null ? say(interaction, textPost(await refusal(interaction, front))) : deed(desk);
}

/** Why somebody has no desk. A store that is down may hide the role that would give them one. */
export async function refusal({ guildId, locale }: RepliableInteraction, { app }: Front): Promise<string> {
  const { fault } = pinWordsFor(locale);
  const server = serverOf(guildId);
  if (server === null) return fault.serverOnly;
  const role = await app.answers.settings?.curatorRole(server);
  return role?.ok === false ? fault.unread : fault.notModerator;
}
