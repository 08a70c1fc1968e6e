import { MessageType, type Message } from 'discord.js';
import type { Answer } from '../answers/answer.ts';
import { isThanks } from './courtesy.ts';
import { escapeLine } from './escape.ts';
import { faultOf } from './fault.ts';
import { wordsFor, type Front, type Words } from './front.ts';
import { serverFor } from './home.ts';
import { publicPost } from './looks.ts';
import { textPost, type Post } from './post.ts';
import { withoutMention } from './question.ts';
import { severalPost } from './several.ts';
import { speak, voiceIn } from './speak.ts';
import { wholePosts } from './whole.ts';

/** Answers a message that addresses Svar. Never throws. */
export async function onMessage(message: Message, front: Front): Promise<void> {
  try {
    if (isFromPerson(message) && isAddressed(message, front)) await reply(message, front);
  } catch (error) {
    front.app.log.error(faultOf(error), 'a message could not be answered');
  }
}

/** Bots, webhooks and Discord's own notices are never answered: two bots would talk for ever. */
const isFromPerson = ({ author, webhookId, system, type }: Message): boolean =>
  !author.bot &&
  webhookId === null &&
  !system &&
  (type === MessageType.Default || type === MessageType.Reply);

/** The ids that a mention of Svar may hold: its user, and the role that Discord made for it in this server. */
function ownIds(message: Message, { client }: Front): readonly string[] {
  const role = message.guild?.members.me?.roles.botRole?.id;
  return role === undefined ? [client.user.id] : [client.user.id, role];
}

function isAddressed(message: Message, front: Front): boolean {
  const [user = '', role = ''] = ownIds(message, front);
  return (
    message.channel.isDMBased() ||
    message.mentions.users.has(user) ||
    message.mentions.roles.has(role) ||
    message.mentions.repliedUser?.id === user
  );
}

async function reply(message: Message, front: Front): Promise<void> {
  const { app } = front;
  const server = wordsFor(message.guild?.preferredLocale ?? app.answers.languages()[0]);
  const own = withoutMention(message.content, ownIds(message, front));
  if (own !== '' && isThanks(own)) return thank(message);
  const question = own === '' ? await textRepliedTo(message, front) : own;
  await speak(message, question === null ? [helpPost(front, server)] : await posts(message, question, front));
}

/** A mention without text under somebody's message asks for an answer to that message. */
async function textRepliedTo(message: Message, front: Front): Promise<string | null> {
  if (message.reference === null || message.mentions.repliedUser?.id === front.client.user.id) return null;
  try {
    const target = await message.fetchReference();
    const text = withoutMention(target.content, ownIds(message, front));
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

const helpPost = ({ app }: Front, { replies }: Words): Post =>
  textPost(replies.help(app.answers.examples(2).map(escapeLine)));

async function thank(message: Message): Promise<void> {
  if (message.channel.isSendable() && voiceIn(message.channel).canReact) await message.react('👍');
}

async function posts(message: Message, text: string, front: Front): Promise<readonly Post[]> {
  const { app } = front;
  const questions = app.answers.split(text);
  const server = await serverFor(message.guildId, message.author.id, front);
  const answered = await Promise.all(
    questions.map(async (question) => ({
      question,
      answer: await app.answers.ask({ text: question, server }),
    })),
  );
  const [first] = answered;
  if (first === undefined) return [];
  const setting = {
    asker: message.author.id,
    words: wordsOf(first.answer, message),
    quoted: null,
    ping: null,
  };
  if (message.channel.isDMBased()) {
    return answered.flatMap(({ answer }) => wholePosts(answer, app.answers, setting));
  }
  return answered.length > 1
    ? [severalPost(answered, app.answers, setting)]
    : [publicPost(first.answer, app.answers, setting)];
}

/** A message tells no locale: the question's own language, else the server's. */
function wordsOf({ language }: Answer, message: Message): Words {
  return wordsFor(language === 'und' ? message.guild?.preferredLocale : language);
}
