import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Press } from '../buttons/button.ts';

/** Interactions that a draft of a pin may come from. */
export type Source = ChatInputCommandInteraction | ModalSubmitInteraction | Press;
