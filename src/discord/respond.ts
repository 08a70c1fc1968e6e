import { DiscordAPIError, MessageFlags, type RepliableInteraction } from 'discord.js';
import { privateBody, publicBody, type Post } from './post.ts';

/** Work that takes longer than this is acknowledged first: Discord allows 3 seconds in all. */
const patience = 1500;

/**
 * Answers an interaction with what `work` gives, one message a post; public or for the one person only.
 * Acknowledged first where the work is slow.
 */
export async function respond(
  interaction: RepliableInteraction,
  isPrivate: boolean,
  work: Promise<readonly Post[]>,
): Promise<void> {
  if (await isSlow(work)) {
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  }
  const [first, ...rest] = await work;
  if (first === undefined) return;
  const body = isPrivate ? privateBody(first) : publicBody(first);
  if (interaction.deferred) await interaction.editReply(publicBody(first));
  else await interaction.reply(body);
  for (const post of rest) await interaction.followUp(isPrivate ? privateBody(post) : publicBody(post));
}

/** Says one private sentence, also where something was said or deferred before. */
export async function say(interaction: RepliableInteraction, post: Post): Promise<void> {
  if (interaction.replied || interaction.deferred) await interaction.followUp(privateBody(post));
  else await interaction.reply(privateBody(post));
}

async function isSlow(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), patience);
  });
  const done = work.then(
    () => false,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answered by somebody else (an earlier delivery of the same event), or too late to be answered at all. */
export const isSettled = (error: unknown): boolean =>
  isLate(error) || (error instanceof DiscordAPIError && error.code === 40060);

/** Too late: Discord has given up on the interaction. */
export const isLate = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === 10062;
