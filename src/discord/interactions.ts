import { randomBytes } from 'node:crypto';
import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import { press } from './buttons/index.ts';
import { commands } from './commands/index.ts';
import { faultOf } from './fault.ts';
import { wordsFor, type Front } from './front.ts';
import { frontFor } from './home.ts';
import { isInTurn } from './pace.ts';
import { submitPin } from './pins/submit.ts';
import { textPost } from './post.ts';
import { isLate, isSettled, say } from './respond.ts';

/** Handles a command, a completion or a press. Never throws: what goes wrong is logged and told in a sentence. */
export async function onInteraction(interaction: Interaction, front: Front): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, front);
  if (!interaction.isRepliable()) return;
  try {
    if (!(await isInTurn(interaction, front))) return;
    await run(interaction, await frontFor(interaction.guildId, interaction.user.id, front));
  } catch (error) {
    if (isSettled(error)) return noteLate(error, front);
    const id = randomBytes(4).toString('hex');
    front.app.log.error({ ...faultOf(error), id }, 'an interaction failed');
    await apologise(interaction, id, front);
  }
}

async function run(interaction: RepliableInteraction, front: Front): Promise<void> {
  if (interaction.isButton() || interaction.isStringSelectMenu()) return press(interaction, front);
  if (interaction.isModalSubmit()) return submitPin(interaction, front);
  if (!interaction.isCommand()) return;
  for (const command of commands) {
    if (command.data.name !== interaction.commandName) continue;
    if (command.kind === 'slash' && interaction.isChatInputCommand()) return command.run(interaction, front);
    if (command.kind === 'message' && interaction.isMessageContextMenuCommand()) {
      return command.run(interaction, front);
    }
  }
  return say(interaction, textPost(wordsFor(interaction.locale).replies.outdatedButton));
}

/** Who asked waited for longer than Discord allows. */
function noteLate(error: unknown, { app }: Front): void {
  if (isLate(error)) app.ops.late.add('interaction');
}

/** Says so, with what the log can be searched by. */
async function apologise(interaction: RepliableInteraction, id: string, { app }: Front): Promise<void> {
  const { replies } = wordsFor(interaction.locale);
  try {
    await say(interaction, textPost(`${replies.failed}\n-# ${replies.faultId(id)}`));
  } catch (error) {
    if (!isSettled(error)) app.log.warn(faultOf(error), 'an apology could not be delivered');
  }
}

/** Completions come with every key: a failed one shows nothing. */
async function complete(interaction: AutocompleteInteraction, front: Front): Promise<void> {
  const command = commands.find(({ data }) => data.name === interaction.commandName);
  try {
    const isFree = await isInTurn(interaction, front);
    const own = await frontFor(interaction.guildId, interaction.user.id, front);
    const choices =
      isFree && command?.kind === 'slash' ? ((await command.complete?.(interaction, own)) ?? []) : [];
    await interaction.respond([...choices]);
  } catch (error) {
    if (!isSettled(error)) front.app.log.warn(faultOf(error), 'a completion failed');
  }
}
