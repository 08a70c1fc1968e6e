import type { Message } from 'discord.js';
import type { Answer } from '../answers/answer.ts';
import type { SmallTalk } from './asked.ts';
import type { Words } from './front.ts';
import { voiceIn } from './speak.ts';

/** Small talk that a reaction answers. */
const reactions: Partial<Record<SmallTalk, string>> = { thanks: '👍', goodbye: '👋' };

/** Reacts to thanks and goodbyes. @returns whether that is all there is to say */
export async function nodded(message: Message, said: SmallTalk): Promise<boolean> {
  const emoji = reactions[said];
  if (emoji === undefined) return false;
  if (message.channel.isSendable() && voiceIn(message.channel).canReact) await message.react(emoji);
  return true;
}

/** One friendly line for small talk. */
export const courtesyLine = (said: SmallTalk, { replies }: Words): string => replies.courtesy[said];

/** Whether small talk is a question after all: moderators have decided, or an article is surely about it ("who are you?"). */
export const isAnswered = (said: SmallTalk, answer: Answer): boolean =>
  answer.kind === 'pinned' || (answer.kind === 'found' && answer.sure && said === 'about-bot');
