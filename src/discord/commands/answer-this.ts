import {
  ApplicationCommandType,
  MessageFlags,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { UnsureAnswer } from '../../answers/answer.ts';
import { askEach, postsOf } from '../answering.ts';
import { ownIds, withoutMention } from '../asked.ts';
import { noneButton, offeredTargets, replyButtons, row } from '../controls.ts';
import { mayAskPerson } from '../desk/person.ts';
import { wordsFor, type Front, type Words } from '../front.ts';
import { serverFor } from '../home.ts';
import { offeredRows } from '../looks.ts';
import { noteAsked } from '../noted.ts';
import { quoteLine } from '../quote.ts';
import { textPost, type Post } from '../post.ts';
import { respond } from '../respond.ts';
import { speak, voiceIn, type Voice } from '../speak.ts';
import type { MessageCommand } from './command.ts';
import { everywhere, localisedName } from './names.ts';

export const answerThis: MessageCommand = {
  kind: 'message',
  data: { ...localisedName('answerThis'), ...everywhere, type: ApplicationCommandType.Message },
  run: (interaction, front) => respond(interaction, true, answer(interaction, front)),
};

/** Replies to the message where something was found; what is said to the one who used the command is returned. */
async function answer(
  interaction: MessageContextMenuCommandInteraction,
  front: Front,
): Promise<readonly Post[]> {
  const { answers } = front.app;
  const { targetMessage: target } = interaction;
  const words = wordsFor(interaction.locale);
  if (target.author.id === front.client.user.id) return [textPost(words.replies.ownPost)];
  const question = withoutMention(target.content, ownIds(target, front));
  if (question === '') return [textPost(words.replies.nothingToRead)];
  const server = await serverFor(interaction.guildId, interaction.user.id, front);
  const answered = await askEach(question, server, answers);
  if (answers.smallTalk(question) !== null && !answered.some(({ answer: { kind } }) => kind === 'pinned'))
    return [textPost(words.replies.noQuestion)];
  noteAsked(answered, server, interaction.guildId === null, front);
  const voice = voiceAt(interaction);
  if (answered.some(({ answer: { kind } }) => kind === 'found' || kind === 'pinned')) {
    // A reply shows what it replies to.
    const quoted = voice?.canReply === true ? null : question;
    const setting = { words, quoted, ping: null };
    const link = await replyWith(target, question, voice, postsOf(answered, answers, setting, false), front);
    if (link !== null) return [textPost(words.replies.answered(link))];
  }
  const [only] = answered;
  if (answered.length === 1 && only?.answer.kind === 'unsure' && voice?.canSend === true)
    return [choicePost(only.answer, question, target, words)];
  const canAskPerson = await mayAskPerson(answered, interaction.guildId, front);
  const setting = { words, quoted: question, ping: null, canAskPerson };
  return postsOf(answered, answers, setting, true);
}

/** What Svar may do where the message stands; null where nobody else would see a reply. */
function voiceAt({ targetMessage, channel }: MessageContextMenuCommandInteraction): Voice | null {
  const isSeen = !targetMessage.flags.has(MessageFlags.Ephemeral);
  return isSeen && channel?.isSendable() === true ? voiceIn(channel) : null;
}

/** The address of our reply; null where Svar may not write. */
async function replyWith(
  target: Message,
  question: string,
  voice: Voice | null,
  posts: readonly Post[],
  { followed }: Front,
): Promise<string | null> {
  if (voice?.canSend !== true) return null;
  try {
    const sent = await speak(target, posts);
    if (sent !== null) followed.add(target.id, sent, question);
    return sent?.url ?? null;
  } catch {
    return null;
  }
}

/** Whoever used the command chooses which passage the message is answered with. */
function choicePost(unsure: UnsureAnswer, question: string, target: Message, words: Words): Post {
  const buttons = replyButtons(offeredTargets(unsure), target.id);
  return {
    content: [quoteLine(question), words.replies.whichToPost, ...offeredRows(unsure)].join('\n'),
    components: row([...buttons, noneButton(words)]),
    ping: null,
  };
}
