import type { ChatInputCommandInteraction, Message, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Answer } from '../../answers/answer.ts';
import { fittingPhrasings } from '../../answers/service.ts';
import type { Gap } from '../../curation/gaps/gap.ts';
import type { ListedPin } from '../../curation/pins/pin.ts';
import type { Located } from '../../knowledge/ranking.ts';
import { withoutMention } from '../asked.ts';
import type { Press } from '../buttons/button.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { PinWords } from '../front.ts';
import { partQuestion, partsOf, type Part } from '../parts.ts';
import { questionOf } from '../question.ts';
import { textPost, type Post } from '../post.ts';
import { say } from '../respond.ts';
import type { KeptDraft } from './drafts.ts';
import { own, pinForm } from './form.ts';
import type { Desk } from './moderator.ts';
import { shownTarget } from './shown.ts';

/** Interactions that may open a form. */
export type Opener = Press | ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** As `openForAnswer` for a message of ours: where it holds several answers, the moderator chooses which one is meant. */
export async function openForOurs(opener: Opener, message: Message, desk: Desk): Promise<void> {
  const several = partsOf(message.content);
  return several === null
    ? openForAnswer(opener, message, '0', desk)
    : say(opener, whichPost(message, several.parts, desk.words));
}

/** The questions of a post, numbered, with a button for each. */
function whichPost(message: Message, parts: readonly Part[], { form }: PinWords): Post {
  const lines = parts.map(({ question }, index) => `**${index + 1}** ${escapeLine(shorten(question, 150))}`);
  const buttons = parts.map((_, index) => {
    const part = String(index);
    const target = shownTarget(message, part) ?? '0';
    return button(formatCustomId({ verb: 'pin', target, message: message.id, part }), String(index + 1));
  });
  return { content: [form.which, ...lines].join('\n'), components: row(buttons), ping: null };
}

/**
 * Opens the form for one of our answers: its question, and the passages it could mean with the one shown marked. Where the
 * answer is pinned already, that pin is opened.
 */
export async function openForAnswer(
  opener: Opener,
  answer: Message,
  part: string,
  desk: Desk,
): Promise<void> {
  const { pins, server, front, words } = desk;
  const shown = shownTarget(answer, part);
  if (shown?.startsWith('p') === true) {
    const pinned = await pins.named(server, shown.slice(1));
    if (!pinned.ok) return say(opener, textPost(words.fault.unread));
    if (pinned.value !== null) return openForPin(opener, pinned.value, desk);
  }
  const question = partQuestion(answer.content, part) ?? (await questionOf(answer, front)) ?? '';
  const located = shown === null ? null : front.app.answers.find(shown);
  const setting = {
    at: { message: answer.id, part },
    question,
    phrasings: [],
    choices: choicesOf(await asked(question, desk), located),
    chosen: located?.passage.hash ?? null,
    text: '',
  };
  await opener.showModal(pinForm(setting, words));
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
    chosen: own,
    text,
  };
  return void (await opener.showModal(pinForm(setting, desk.words)));
}

/** Opens the form for a question, without a message: nothing was shown, so nothing is marked. */
export async function openForQuestion(opener: Opener, question: string, desk: Desk): Promise<void> {
  const setting = {
    at: { message: '0', part: '0' },
    question,
    phrasings: [],
    choices: choicesOf(await asked(question, desk), null),
    chosen: null,
    text: '',
  };
  await opener.showModal(pinForm(setting, desk.words));
}

/** Opens the form for what nothing answers well: every wording is there; the passage that people were offered is marked. */
export async function openForGap(opener: Opener, gap: Gap, desk: Desk): Promise<void> {
  const others = gap.wordings.map(({ text }) => text).filter((text) => text !== gap.question);
  const setting = {
    at: { message: '0', part: '0' },
    question: gap.question,
    phrasings: fittingPhrasings(others),
    choices: choicesOf(await asked(gap.question, desk), gap.nearest),
    chosen: gap.isOffered ? (gap.nearest?.passage.hash ?? null) : null,
    text: '',
  };
  await opener.showModal(pinForm(setting, desk.words));
}

/** Opens the form for a pin that is to be changed. */
export async function openForPin(opener: Opener, pin: ListedPin, desk: Desk): Promise<void> {
  const isOwn = pin.passageId === null;
  const setting = {
    at: { pin: pin.id, revision: pin.revision },
    question: pin.question,
    phrasings: pin.phrasings,
    choices: choicesOf(await asked(pin.question, desk), pin.target),
    chosen: isOwn ? own : (pin.target?.passage.hash ?? null),
    text: isOwn ? pin.markdown : '',
    isKept: pin.state === 'orphaned',
  };
  await opener.showModal(pinForm(setting, desk.words));
}

/** Opens the form with what somebody had typed. */
export async function openForDraft(opener: Opener, kept: KeptDraft, desk: Desk): Promise<void> {
  const { at, draft, isForChannel } = kept;
  const located = draft.target === null ? null : desk.front.app.answers.find(draft.target);
  const setting = {
    at,
    question: draft.question,
    phrasings: draft.phrasings,
    choices: choicesOf(await asked(draft.question, desk), located),
    chosen: located?.passage.hash ?? (draft.text.trim() === '' ? null : own),
    text: draft.text,
    isForChannel,
  };
  await opener.showModal(pinForm(setting, desk.words));
}

/** What the articles have for a question, pins left aside. */
const asked = (question: string, { front }: Desk): Promise<Answer> =>
  front.app.answers.ask({ text: question, server: null });

/** The passage shown first, then what the question could mean besides. */
function choicesOf(answer: Answer, first: Located | null): readonly Located[] {
  const others = answer.ranking.filter(({ passage }) => passage.id !== first?.passage.id);
  return first === null ? others : [first, ...others];
}
