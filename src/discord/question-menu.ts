import { ActionRowBuilder, StringSelectMenuBuilder } from 'discord.js';
import { formatCustomId } from './custom-id.ts';
import { shorten } from './escape.ts';
import { limits } from './limits.ts';
import type { Row } from './post.ts';

/** A menu of the questions on a page of a list, each by its id; empty `questions` make no valid menu. */
export function questionMenu(
  verb: 'pinchange' | 'pindrop' | 'gapdrop' | 'gaptexts' | 'offerdrop',
  page: number,
  questions: readonly { readonly id: string; readonly question: string }[],
  invitation: string,
): readonly Row[] {
  const select = new StringSelectMenuBuilder()
    .setCustomId(formatCustomId({ verb, page: String(page) }))
    .setPlaceholder(invitation)
    .addOptions(
      questions.map(({ id, question }) => ({ label: shorten(question, limits.selectLabel), value: id })),
    );
  return [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)];
}
