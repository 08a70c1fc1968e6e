import { MessageReferenceType, type Message } from 'discord.js';
import type { Answers } from '../answers/service.ts';
import { uiTags, type Front } from './front.ts';
import { repliedTo } from './replied.ts';

export type SmallTalk = NonNullable<ReturnType<Answers['smallTalk']>>;

/** What somebody's message asks of Svar. */
export type Asked =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'small-talk'; readonly said: SmallTalk; readonly text: string }
  /** Addressed without a word. */
  | { readonly kind: 'nothing' }
  /** Discord does not show the message's text. */
  | { readonly kind: 'hidden' }
  /** Discord does not show the text of the message that it points at. */
  | { readonly kind: 'hidden-above' };

/**
 * Reads what a message asks. Words that name nothing ("kan du?", "^", none at all) point at something else: the message
 * replied to, or the title of a forum post.
 */
export async function askedIn(message: Message, front: Front): Promise<Asked> {
  const { answers } = front.app;
  const text = withoutMention(message.content, ownIds(message, front));
  const said = text === '' ? null : answers.smallTalk(text);
  if (said !== null) return { kind: 'small-talk', said: wordless(text) ? 'greeting' : said, text };
  if (answers.isPointing(text, [...uiTags, ...answers.languages()])) {
    const pointed = (await askedAbove(message, text, front)) ?? titleOf(message);
    if (pointed !== null) return pointed;
  }
  if (text !== '') return { kind: 'question', text };
  return { kind: isHidden(message, front) ? 'hidden' : 'nothing' };
}

/** Emoji that say thanks by themselves; a row of others is answered in words. */
const gratitude = /^[\s👍🙏❤👏\p{Emoji_Modifier}\uFE0F]+$/u;
const wordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text) && !gratitude.test(text);

/** The message that this one replies to and points at; null where it is Svar's own, or where the words ask something after all. */
async function askedAbove(message: Message, own: string, front: Front): Promise<Asked | null> {
  if (!isReply(message) || message.mentions.repliedUser?.id === front.client.user.id) return null;
  if (own !== '') {
    const { kind } = await front.app.answers.ask({ text: own, server: null });
    if (kind === 'found') return null;
  }
  const above = await repliedTo(message);
  if (above?.author.id === front.client.user.id) return null;
  const text = above === null ? '' : withoutMention(above.content, ownIds(message, front));
  return text === '' ? { kind: 'hidden-above' } : { kind: 'question', text };
}

const isReply = ({ reference }: Message): boolean =>
  reference?.messageId !== undefined && reference.type === MessageReferenceType.Default;

/** A forum post's first message has the post's own id. */
function titleOf(message: Message): Asked | null {
  const { channel, id } = message;
  return channel.isThread() && channel.id === id && channel.name !== ''
    ? { kind: 'question', text: channel.name }
    : null;
}

/** Without the privileged intent Discord shows only texts that mention Svar by its own name, and direct messages. */
function isHidden(message: Message, { access, client }: Front): boolean {
  const isShown = message.channel.isDMBased() || message.mentions.users.has(client.user.id);
  return !isShown && access !== 'granted' && message.content === '' && message.stickers.size === 0;
}

/** A direct message, a mention of Svar or of its own role, or a reply to what it said. */
export function isAddressed({ channel, mentions, guild }: Message, front: Front): boolean {
  const [user = '', role = ''] = ownIds({ guild }, front);
  return (
    channel.isDMBased() ||
    mentions.users.has(user) ||
    mentions.roles.has(role) ||
    mentions.repliedUser?.id === user
  );
}

/** The ids that a mention of Svar may hold: its user, and the role that Discord made for it in this server. */
export function ownIds(
  { guild }: Pick<Message, 'guild'>,
  { client }: Pick<Front, 'client'>,
): readonly string[] {
  const role = guild?.members.me?.roles.botRole?.id;
  return role === undefined ? [client.user.id] : [client.user.id, role];
}

/** Text without mentions of the given users and roles, trimmed. */
export function withoutMention(text: string, ids: readonly string[]): string {
  const mentions = new RegExp(`<@[!&]?(?:${ids.join('|')})>`, 'gu');
  return text.replace(mentions, ' ').trim();
}
