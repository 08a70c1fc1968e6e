import { ActionRow, ButtonComponent, type Message } from 'discord.js';

/** The custom_ids of a message's buttons, in order. */
export const idsOf = ({ components }: Pick<Message, 'components'>): readonly string[] =>
  components.flatMap((row) =>
    row instanceof ActionRow
      ? row.components.flatMap((part) =>
          part instanceof ButtonComponent && part.customId !== null ? [part.customId] : [],
        )
      : [],
  );
