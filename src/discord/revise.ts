import type { Client, Message, TextBasedChannel } from 'discord.js';
import type { Posted } from './follow.ts';
import { publicBody, type Post } from './post.ts';
import { speakAll } from './speak.ts';

/** Makes messages of ours say what they should say now: edited in order, further ones written, spare ones removed. */
export async function revise(
  question: Message,
  before: readonly Posted[],
  posts: readonly Post[],
): Promise<readonly Posted[]> {
  const kept = before.slice(0, posts.length);
  for (const [index, { id, channelId }] of kept.entries()) {
    const channel = await channelOf(question.client, channelId);
    const post = posts[index];
    if (channel !== null && post !== undefined) await channel.messages.edit(id, publicBody(post));
  }
  await takeBack(question.client, before.slice(posts.length));
  const occasion = `~${(question.editedTimestamp ?? 0).toString(36)}`;
  return [...kept, ...(await speakAll(question, posts.slice(kept.length), occasion))];
}

/** Removes messages of ours; what is gone already is no harm. */
export async function takeBack(client: Client, posted: readonly Posted[]): Promise<void> {
  for (const { id, channelId } of posted) {
    const channel = await channelOf(client, channelId);
    await channel?.messages.delete(id).catch(() => undefined);
  }
}

async function channelOf(client: Client, id: string): Promise<TextBasedChannel | null> {
  const channel = await client.channels.fetch(id).catch(() => null);
  return channel?.isTextBased() === true ? channel : null;
}
