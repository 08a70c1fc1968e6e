import {
  AttachmentBuilder,
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
  /** Address in the content that Discord is to show as a picture; none where it is left out. */
  readonly image?: string | null;
  /** A picture below the content. */
  readonly picture?: Picture | null;
}

/** A picture of our own. */
export interface Picture {
  readonly name: string;
  readonly png: Buffer;
  /** What it shows, for who cannot see it; at most 1,024 characters. */
  readonly alt: string;
}

/** What discord.js is given for a public post. Addresses get no previews but the one image, so that no permission for embeds is needed. */
export function publicBody(post: Post): {
  content: string;
  components: Row[];
  allowedMentions: MessageMentionOptions;
  flags: MessageFlags.SuppressEmbeds[];
  files?: AttachmentBuilder[];
} {
  const { picture = null } = post;
  return {
    ...(picture === null
      ? {}
      : {
          files: [new AttachmentBuilder(picture.png, { name: picture.name, description: picture.alt })],
        }),
    content: post.content,
    components: [...post.components],
    allowedMentions: mentions(post.ping),
    flags: (post.image ?? null) === null ? [MessageFlags.SuppressEmbeds] : [],
  };
}

/** As `publicBody`, seen by one person only. */
export function privateBody(post: Post): {
  content: string;
  components: Row[];
  allowedMentions: MessageMentionOptions;
  flags: (MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral)[];
  files?: AttachmentBuilder[];
} {
  const body = publicBody(post);
  return { ...body, flags: [...body.flags, MessageFlags.Ephemeral] };
}

const mentions = (user: string | null): MessageMentionOptions =>
  user === null ? { parse: [], repliedUser: false } : { parse: [], users: [user], repliedUser: false };

/** A post without buttons. */
export const textPost = (content: string): Post => ({ content, components: [], ping: null });
