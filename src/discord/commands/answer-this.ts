import {
  ApplicationCommandType,
  MessageFlags,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Answer } from '../../answers/answer.ts';
import { ownIds, withoutMention } from '../asked.ts';
import { noneButton, replyButtons, row } from '../controls.ts';
import { wordsFor, type Front, type Words } from '../front.ts';
import { serverFor } from '../home.ts';
import { publicPost, suggestionLines } from '../looks.ts';
import { quoteLine } from '../quote.ts';
import { textPost, type Post } from '../post.ts';
import { respond } from '../respond.ts';
import { speak, voiceIn, type Voice } from '../speak.ts';
import { wholePosts } from '../whole.ts';
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
  const answered = await answers.ask({ text: question, server });
  if (answers.smallTalk(question) !== null && answered.kind !== 'pinned')
    return [textPost(words.replies.noQuestion)];
  const voice = voiceAt(interaction);
  if (answered.kind === 'found' || answered.kind === 'pinned') {
    // A reply shows what it replies to.
    const setting = { asker: target.author.id, words, quoted: voice?.canReply === true ? null : question };
    const post = publicPost(answered, answers, { ...setting, ping: null });
    const link = await replyWith(target, question, voice, post, front);
    if (link !== null) return [textPost(words.replies.answered(link))];
  }
  if (answered.kind === 'unsure' && voice?.canSend === true)
    return [choicePost(answered, question, target, words)];
  return wholePosts(answered, answers, { asker: interaction.user.id, words, quoted: question, ping: null });
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
  post: Post,
  { followed }: Front,
): Promise<string | null> {
  if (voice?.canSend !== true) return null;
  try {
    const sent = await speak(target, [post]);
    if (sent !== null) followed.add(target.id, sent, question);
    return sent?.url ?? null;
  } catch {
    return null;
  }
}

/** Whoever used the command chooses which passage the message is answered with. */
function choicePost(
  { suggestions }: Extract<Answer, { kind: 'unsure' }>,
  question: string,
  target: Message,
  words: Words,
): Post {
  const offered = suggestions.slice(0, 3);
  return {
    content: `${quoteLine(question)}\n${words.replies.whichToPost}\n${suggestionLines(offered)}`,
    components: row([...replyButtons(offered, target.id), noneButton(target.author.id, words)]),
    ping: null,
  };
}
