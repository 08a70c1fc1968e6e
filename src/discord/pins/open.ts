import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Message,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Answer } from '../../answers/answer.ts';
import type { ListedPin } from '../../curation/pins/pin.ts';
import type { Located } from '../../knowledge/ranking.ts';
import { parseCustomId } from '../custom-id.ts';
import { withoutMention } from '../asked.ts';
import { partQuestion } from '../parts.ts';
import { questionOf } from '../question.ts';
import { textPost } from '../post.ts';
import { say } from '../respond.ts';
import { pinForm } from './form.ts';
import type { Desk } from './moderator.ts';

/** Interactions that may open a form. */
export type Opener = ButtonInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** Opens the form for one of our answers: its question, and the passages it could mean with the one shown marked. */
export async function openForAnswer(
  opener: Opener,
  answer: Message,
  part: string,
  desk: Desk,
): Promise<void> {
  const question = partQuestion(answer.content, part) ?? (await questionOf(answer, desk.front)) ?? '';
  const found = question === '' ? null : await desk.front.app.answers.ask({ text: question, server: null });
  const shown = shownTarget(answer, part);
  const located = shown === null ? null : desk.front.app.answers.find(shown);
  const setting = {
    at: { message: answer.id, part },
    question,
    phrasings: [],
    choices: choicesOf(found, located),
    chosen: located?.passage.hash ?? found?.ranking[0]?.passage.hash ?? null,
    text: '',
  };
  await opener.showModal(pinForm(setting, desk.words));
}

/** Opens the form for anybody's message: its text becomes the own answer. */
export async function openForMessage(opener: Opener, message: Message, desk: Desk): Promise<void> {
  const text = withoutMention(message.content, [desk.front.client.user.id]);
  if (text === '') return say(opener, textPost(desk.words.fault.unreadable));
  const setting = {
    at: { message: message.id, part: '0' },
    question: '',
    phrasings: [],
    choices: [],
    chosen: null,
    text,
  };
  return void (await opener.showModal(pinForm(setting, desk.words)));
}

/** Opens the form for a question, without a message. */
export async function openForQuestion(opener: Opener, question: string, desk: Desk): Promise<void> {
  const found = await desk.front.app.answers.ask({ text: question, server: null });
  const chosen = found.ranking[0]?.passage.hash ?? null;
  const setting = {
    at: { message: '0', part: '0' },
    question,
    phrasings: [],
    choices: choicesOf(found, null),
    chosen,
    text: '',
  };
  await opener.showModal(pinForm(setting, desk.words));
}

/** Opens the form for a pin that is to be changed. */
export async function openForPin(opener: Opener, pin: ListedPin, desk: Desk): Promise<void> {
  const found = await desk.front.app.answers.ask({ text: pin.question, server: null });
  const setting = {
    at: { pin: pin.id, revision: pin.revision },
    question: pin.question,
    phrasings: pin.phrasings,
    choices: choicesOf(found, pin.target),
    chosen: pin.target?.passage.hash ?? null,
    text: pin.passageId === null ? pin.markdown : '',
  };
  await opener.showModal(pinForm(setting, desk.words));
}

/** The passage shown first, then what the question could mean besides. */
function choicesOf(answer: Answer | null, first: Located | null): readonly Located[] {
  const others = (answer?.ranking ?? []).filter(({ passage }) => passage.id !== first?.passage.id);
  return first === null ? others : [first, ...others];
}

/** The passage that one of our answers shows, from its own buttons; null where it shows none. */
function shownTarget({ components }: Message, part: string): string | null {
  for (const line of components) {
    if (!('components' in line)) continue;
    for (const one of line.components) {
      const id = 'customId' in one && one.customId !== null ? parseCustomId(one.customId) : null;
      if (id?.verb === 'panel' && id.part === part) return id.target;
    }
  }
  return null;
}
