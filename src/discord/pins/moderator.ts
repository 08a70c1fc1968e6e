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
  if (desk !== null) return deed(desk);
  const { fault } = pinWordsFor(interaction.locale);
  return say(interaction, textPost(interaction.guildId === null ? fault.serverOnly : fault.notModerator));
}
