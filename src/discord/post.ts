import {
  MessageFlags,
  type ActionRowBuilder,
  type ButtonBuilder,
  type MessageMentionOptions,
  type StringSelectMenuBuilder,
} from 'discord.js';

export type Row = ActionRowBuilder<ButtonBuilder> | ActionRowBuilder<StringSelectMenuBuilder>;

/** One message of ours: at most 2,000 characters and five rows. */
export interface Post {
  readonly content: string;
  readonly components: readonly Row[];
  /** The single user who may be notified; null: nobody. */
  readonly ping: string | null;
}

/** What discord.js is given for a public post. Addresses get no previews, so that no permission for embeds is needed. */
export function publicBody(post: Post): {
  content: string;
  components: Row[];
  allowedMentions: MessageMentionOptions;
  flags: MessageFlags.SuppressEmbeds;
} {
  return {
    content: post.content,
    components: [...post.components],
    allowedMentions: mentions(post.ping),
    flags: MessageFlags.SuppressEmbeds,
  };
}

/** As `publicBody`, seen by one person only. */
export function privateBody(post: Post): {
  content: string;
  components: Row[];
  allowedMentions: MessageMentionOptions;
  flags: [MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral];
} {
  return { ...publicBody(post), flags: [MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral] };
}

const mentions = (user: string | null): MessageMentionOptions =>
  user === null ? { parse: [], repliedUser: false } : { parse: [], users: [user], repliedUser: false };

/** A post without buttons. */
export const textPost = (content: string): Post => ({ content, components: [], ping: null });
