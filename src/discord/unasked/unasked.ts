import { ActionRowBuilder, ButtonBuilder, type Message } from 'discord.js';
import { isSure } from '../../answers/decide.ts';
import { askEach, postsOf } from '../answering.ts';
import { targetOf } from '../controls.ts';
import { serverOf, uiTags, wordsFor, type Front } from '../front.ts';
import { noteAsked } from '../noted.ts';
import { removeButton } from '../buttons/remove.ts';
import type { Post } from '../post.ts';
import type { Answered } from '../several.ts';
import { localeFor } from '../locale.ts';

/** What is to be said to a message that nobody addressed to Svar. */
export interface Unasked {
  readonly posts: readonly Post[];
  /** What the posts answer with. */
  readonly targets: readonly string[];
  /** Counts it. */
  readonly note: () => void;
}

const nothing: Unasked = { posts: [], targets: [], note: () => undefined };

/** Whether a server wants a message to be answered that nobody addressed to Svar. Asks no store twice in a moment. */
export async function isWatched({ guildId, channel }: Message, front: Front): Promise<boolean> {
  const server = serverOf(guildId);
  const { settings } = front.app.answers;
  if (front.access !== 'granted' || server === null || settings === null) return false;
  const { channels } = await settings.of(server);
  const parent = channel.isThread() ? channel.parentId : null;
  return channels.includes(channel.id) || (parent !== null && channels.includes(parent));
}

/** The answer to a message of a watched channel: nothing but where it asks something and Svar is sure. */
export async function unaskedAnswer(message: Message, front: Front): Promise<Unasked> {
  const { answers } = front.app;
  const server = serverOf(message.guildId);
  const texts = textsOf(message);
  const asked = texts.join('\n');
  if (server === null || isTalk(message, asked)) return nothing;
  if (answers.smallTalk(asked) !== null || !answers.asks(asked, [...uiTags, ...answers.languages()]))
    return nothing;
  const answered = await firstSure(texts, server, front);
  if (answered.length === 0) return nothing;
  const words = wordsFor(await localeFor(message, asked, front));
  const setting = { words, quoted: null, ping: null };
  const posts = postsOf(answered, answers, setting, false);
  return {
    posts: answered.length === 1 ? posts.map((post) => removable(post, words)) : posts,
    targets: answered.flatMap(({ answer }) => targetOf(answer) ?? []),
    note() {
      noteAsked(answered, server, false, front);
    },
  };
}

/** What is asked: the words of a message, and before them the title where it opens a forum post. */
function textsOf({ channel, content, id }: Message): readonly string[] {
  const isPost = channel.isThread() && channel.id === id;
  return [...(isPost ? [channel.name] : []), content]
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** People talking with each other: a reply, a mention, a single word. */
function isTalk({ reference, mentions }: Message, text: string): boolean {
  const isToSomebody = mentions.users.size > 0 || mentions.roles.size > 0 || mentions.everyone;
  return reference !== null || isToSomebody || text.split(/\s+/u).length < 2;
}

/** The questions of the first text that are answered surely: a title tells more than what is written below it. */
async function firstSure(
  texts: readonly string[],
  server: NonNullable<ReturnType<typeof serverOf>>,
  { app }: Front,
): Promise<readonly Answered[]> {
  for (const text of texts) {
    const answered = await askEach(text, server, app.answers);
    const sure = answered.filter(({ answer }) => isSure(answer));
    if (sure.length > 0) return sure;
  }
  return [];
}

/** The post with a button that takes it away again: nobody asked for it. */
function removable(post: Post, words: ReturnType<typeof wordsFor>): Post {
  const [row, ...rest] = post.components;
  if (row === undefined) return post;
  const own = row.components.filter((part) => part instanceof ButtonBuilder);
  const remove = removeButton({ message: '0', part: '0' }, words);
  return {
    ...post,
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(...own, remove), ...rest],
  };
}
