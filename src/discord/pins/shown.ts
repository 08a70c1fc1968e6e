import type { Message } from 'discord.js';
import { parseCustomId, type CustomId } from '../custom-id.ts';

/** What one of our answers shows, from its own buttons: a passage's hash, or `p` and a pin's id; null where it shows none. */
export const shownTarget = (message: Message, part: string): string | null =>
  panelOf(message, part)?.target ?? null;

function panelOf(message: Message, part: string): CustomId<'panel'> | null {
  for (const id of idsIn(message)) if (id.verb === 'panel' && id.part === part) return id;
  return null;
}

function idsIn({ components }: Message): readonly CustomId[] {
  return components.flatMap((line) => {
    if (!('components' in line)) return [];
    return line.components.flatMap((one) => {
      const id = 'customId' in one && one.customId !== null ? parseCustomId(one.customId) : null;
      return id === null ? [] : [id];
    });
  });
}
