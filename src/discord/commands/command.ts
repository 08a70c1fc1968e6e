import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Front } from '../front.ts';

/** A slash command: what Discord is told, what it does, and what completes its options. */
export interface SlashCommand {
  readonly kind: 'slash';
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  run(interaction: ChatInputCommandInteraction, front: Front): Promise<void>;
  /** Names and values of at most 100 characters. */
  complete?(interaction: AutocompleteInteraction, front: Front): Promise<readonly Choice[]>;
}

/** An entry in the Apps menu of a message. */
export interface MessageCommand {
  readonly kind: 'message';
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  run(interaction: MessageContextMenuCommandInteraction, front: Front): Promise<void>;
}

export type Command = SlashCommand | MessageCommand;
export interface Choice {
  readonly name: string;
  readonly value: string;
}
