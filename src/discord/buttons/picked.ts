import type { Message } from 'discord.js';
import { faultOf } from '../fault.ts';
import type { Front } from '../front.ts';
import { serverFor } from '../home.ts';
import { partQuestion } from '../parts.ts';
import { questionOf } from '../question.ts';
import type { Press } from './button.ts';

/**
 * Counts that somebody picked a target for the question of an answer; nobody is told, and nobody's name is kept. Never
 * throws: the pick itself is done by then.
 */
export async function notePicked(
  interaction: Press,
  answer: Message,
  { target, part }: { readonly target: string; readonly part: string },
  front: Front,
): Promise<void> {
  const { feedback, log } = front.app;
  if (feedback === null) return;
  try {
    const server = await serverFor(interaction.guildId, interaction.user.id, front);
    if (server === null) return;
    const question = partQuestion(answer.content, part) ?? (await questionOf(answer, front));
    feedback.notePick(server, target, { text: question ?? '', isDirect: interaction.guildId === null });
  } catch (error) {
    log.warn(faultOf(error), 'a pick could not be counted');
  }
}
