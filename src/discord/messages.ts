import { MessageType, type Message, type PartialMessage } from 'discord.js';
import { askEach, postsOf } from './answering.ts';
import { askedIn, isAddressed, type Asked } from './asked.ts';
import { mayAskPerson } from './desk/person.ts';
import { courtesyLine, isAnswered, nodded } from './courtesy.ts';
import { escapeLine } from './escape.ts';
import { faultOf } from './fault.ts';
import { readerTags, uiTags, wordsFor, type Front } from './front.ts';
import { aboutOf } from './about.ts';
import { frontFor, serverFor } from './home.ts';
import { localeFor } from './locale.ts';
import { maySpeak } from './unasked/may-speak.ts';
import { isWatched, unaskedAnswer } from './unasked/unasked.ts';
import { noteAsked } from './noted.ts';
import { isMessageInTurn } from './pace.ts';
import { textPost, type Post } from './post.ts';
import { revise, takeBack } from './revise.ts';
import { speakAll } from './speak.ts';

/** Answers a message that addresses Svar, and in chosen channels one that does not where Svar is sure. Never throws. */
export const onMessage = (message: Message, whole: Front): Promise<void> =>
  guarded(message.id, whole, 'a message could not be answered', async () => {
    if (!isFromPerson(message)) return;
    if (!isAddressed(message, whole)) return onUnasked(message, whole);
    const front = await frontFor(message.guildId, message.author.id, whole);
    const asked = await askedIn(message, front);
    if (!(await isMessageInTurn(message, front, await localeOf(message, asked, front)))) return;
    const posts = await postsFor(message, asked, front);
    const sent = await speakAll(message, posts);
    front.followed.note(message.id, sent);
  });

async function onUnasked(message: Message, whole: Front): Promise<void> {
  if (!(await isWatched(message, whole))) return;
  const front = await frontFor(message.guildId, message.author.id, whole);
  const { posts, targets, note } = await unaskedAnswer(message, front);
  if (posts.length === 0 || !(await maySpeak(message, targets, front))) return;
  const sent = await speakAll(message, posts);
  if (sent.length === 0) return;
  front.followed.note(message.id, sent);
  note();
}

/** How long an answer follows the edits of its question. Milliseconds. */
const editable = 10 * 60 * 1000;

/** The answer to a question that was edited soon after it was asked follows. Never throws. */
export const onEdit = (edited: Message | PartialMessage, whole: Front): Promise<void> =>
  guarded(edited.id, whole, 'an edited question could not be followed', async () => {
    const known = whole.followed.answersTo(edited.id);
    const { editedTimestamp, createdTimestamp } = edited;
    // Discord reports previews of links as edits, too.
    if (known === null || editedTimestamp === null || editedTimestamp <= known.editedAt) return;
    if (editedTimestamp - createdTimestamp > editable) return;
    const message = edited.partial ? await edited.fetch() : edited;
    const front = await frontFor(message.guildId, message.author.id, whole);
    const isAsked = isAddressed(message, front);
    if (!isAsked && !(await isWatched(message, front))) return;
    const posts = isAsked
      ? await postsFor(message, await askedIn(message, front), front)
      : (await unaskedAnswer(message, front)).posts;
    front.followed.note(message.id, await revise(message, known.posted, posts), editedTimestamp);
  });

/** The answer to a deleted question goes with it. Never throws. */
export const onDelete = (id: string, front: Front): Promise<void> =>
  guarded(id, front, 'the answer to a deleted question could not be removed', async () => {
    const known = front.followed.answersTo(id);
    if (known === null) return;
    front.followed.forget(id);
    await takeBack(front.client, known.posted);
  });

async function guarded(
  question: string,
  { app, followed }: Front,
  trouble: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await followed.inTurn(question, work);
  } catch (error) {
    app.log.error(faultOf(error), trouble);
  }
}

/** Bots, webhooks and Discord's own notices are never answered: two bots would talk for ever. */
const isFromPerson = ({ author, webhookId, system, type }: Message): boolean =>
  !author.bot &&
  webhookId === null &&
  !system &&
  (type === MessageType.Default || type === MessageType.Reply);

/** Everything there is to say to a message; nothing where a reaction says it. */
async function postsFor(message: Message, asked: Asked, front: Front): Promise<readonly Post[]> {
  const locale = await localeOf(message, asked, front);
  const words = wordsFor(locale);
  switch (asked.kind) {
    case 'question':
      return questionPosts(message, asked.text, locale, front);
    case 'small-talk':
      return smallTalkPosts(message, asked, locale, front);
    case 'nothing':
      return [helpPost(locale, front)];
    case 'hidden':
      return [hiddenPost(message, locale, front)];
    case 'hidden-above':
      return [textPost(words.replies.hiddenAbove)];
    default:
      return asked satisfies never;
  }
}

async function smallTalkPosts(
  message: Message,
  { said, text }: Extract<Asked, { kind: 'small-talk' }>,
  locale: string,
  front: Front,
): Promise<readonly Post[]> {
  const server = await serverFor(message.guildId, message.author.id, front);
  const answer = await front.app.answers.ask({ text, server });
  if (isAnswered(said, answer)) return questionPosts(message, text, locale, front);
  return (await nodded(message, said)) ? [] : [textPost(courtesyLine(said, wordsFor(locale)))];
}

/** Why Svar cannot see what was written; whoever called its role, which nobody does by chance, gets the help line, too. */
function hiddenPost(message: Message, locale: string, front: Front): Post {
  const { hidden } = wordsFor(locale).replies;
  const isReply = message.mentions.repliedUser?.id === front.client.user.id;
  const told = front.commandIds.linked(hidden);
  return textPost(isReply ? told : `${told}\n${helpPost(locale, front).content}`);
}

function helpPost(locale: string, { app, commandIds }: Front): Post {
  const examples = app.answers.examples(2, readerTags(locale)).map(escapeLine);
  return textPost(commandIds.linked(wordsFor(locale).replies.help(examples)));
}

async function questionPosts(
  message: Message,
  text: string,
  locale: string,
  front: Front,
): Promise<readonly Post[]> {
  const { answers } = front.app;
  const server = await serverFor(message.guildId, message.author.id, front);
  const answered = await askEach(text, server, answers, await aboutOf(message, front));
  const [first] = answered;
  if (first === undefined) return [];
  // "Help!" and "???" ask for nothing that an article could say.
  if (first.answer.kind === 'unknown' && answered.length === 1 && answers.isPointing(text, uiTags))
    return [helpPost(locale, front)];
  noteAsked(answered, server, message.guildId === null, front);
  const canAskPerson = await mayAskPerson(answered, message.guildId, front);
  const setting = {
    words: wordsFor(locale),
    quoted: null,
    ping: null,
    canAskPerson,
  };
  return postsOf(answered, answers, setting, message.channel.isDMBased());
}

const localeOf = (message: Message, asked: Asked, front: Front): Promise<string> =>
  localeFor(message, 'text' in asked ? asked.text : '', front);
