import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Answer, UnsureAnswer } from '../answers/answer.ts';
import { formatCustomId } from './custom-id.ts';
import { shorten } from './escape.ts';
import { limits } from './limits.ts';
import type { Words } from './front.ts';

export type Buttons = ActionRowBuilder<ButtonBuilder>;
const grey = ButtonStyle.Secondary;

/** Buttons in as few rows as they need; none for none. */
export function row(buttons: readonly ButtonBuilder[]): Buttons[] {
  const rows: Buttons[] = [];
  for (let start = 0; start < buttons.length; start += limits.buttonsPerRow) {
    const some = buttons.slice(start, start + limits.buttonsPerRow);
    rows.push(new ActionRowBuilder<ButtonBuilder>().addComponents(...some));
  }
  return rows;
}

/** A button that is handled by `buttons/`; `id` is a custom_id. */
export const button = (id: string, label: string): ButtonBuilder =>
  new ButtonBuilder().setCustomId(id).setLabel(shorten(label, limits.buttonLabel)).setStyle(grey);

export const linkButton = (url: string, label: string): ButtonBuilder =>
  new ButtonBuilder().setURL(url).setLabel(shorten(label, limits.buttonLabel)).setStyle(ButtonStyle.Link);

/** A pin as a target: `p` and its id. */
const pinTarget = (id: string): string => `p${id}`;

/** What a button needs to find an answer's text again: the passage's hash, or `p` and the pin's id; null: nothing was answered. */
export function targetOf(answer: Answer): string | null {
  if (answer.kind === 'pinned') return pinTarget(answer.pin.id);
  return answer.kind === 'found' ? answer.match.passage.hash : null;
}

/** 👍 👎, the rest where the text was cut, and ⋯. */
export function answerRow(target: string, isCut: boolean, words: Words, part = '0'): Buttons[] {
  const rest = button(formatCustomId({ verb: 'more', target, page: '0', part }), words.answer.rest);
  return row([
    new ButtonBuilder()
      .setCustomId(formatCustomId({ verb: 'helpful', target, part }))
      .setEmoji('👍')
      .setStyle(grey),
    new ButtonBuilder()
      .setCustomId(formatCustomId({ verb: 'unhelpful', target, part }))
      .setEmoji('👎')
      .setStyle(grey),
    ...(isCut ? [rest] : []),
    button(formatCustomId({ verb: 'panel', target, part }), '⋯'),
  ]);
}

/** What the buttons of an unsure answer lead to, in the order of its rows. */
export const offeredTargets = ({ pins, suggestions }: UnsureAnswer): readonly string[] => [
  ...pins.map(({ id }) => pinTarget(id)),
  ...suggestions.map(({ passage }) => passage.hash),
];

/** One numbered button for each target; `message` is the answer that a pick replaces, `0` the one that holds the button. */
export function pickButtons(targets: readonly string[], message: string, part = '0'): ButtonBuilder[] {
  return targets.map((target, index) =>
    button(formatCustomId({ verb: 'pick', target, message, part }), String(index + 1)),
  );
}

/** One numbered button for each target: pressed, it is what a message of somebody's is answered with. */
export const replyButtons = (targets: readonly string[], message: string): ButtonBuilder[] =>
  targets.map((target, index) =>
    button(formatCustomId({ verb: 'reply', target, message }), String(index + 1)),
  );

export const noneButton = (words: Words, part = '0'): ButtonBuilder =>
  button(formatCustomId({ verb: 'none', part }), words.answer.none);

const marks = /^svar:mark:([0-2])$/u;

/** A row with a mark in front that says which answer of its post it belongs to. The mark cannot be pressed. */
export function markedRow(buttons: Buttons, part: string, words: Words): Buttons {
  const mark = button(`svar:mark:${part}`, words.answer.number(Number(part) + 1)).setDisabled(true);
  return new ActionRowBuilder<ButtonBuilder>().addComponents(mark, ...buttons.components);
}

/** Which answer a row with this custom_id in front belongs to; null where it has no mark. */
export const markOf = (customId: string): string | null => marks.exec(customId)?.[1] ?? null;

const topicsButton = (words: Words): ButtonBuilder =>
  button(formatCustomId({ verb: 'topics', page: '0' }), words.answer.topics);

/** A way to the moderators, for the answer in `message` (`0`: the one that holds the button). */
export const personButton = (message: string, part: string, words: Words): ButtonBuilder =>
  button(formatCustomId({ verb: 'human', message, part }), words.answer.person);

/** What is left where nothing answers: the topics, and the moderators where they can be asked. */
export const unansweredRow = (words: Words, canAskPerson: boolean, part = '0'): Buttons[] =>
  row([topicsButton(words), ...(canAskPerson ? [personButton('0', part, words)] : [])]);

/** The way on where none of the suggestions is wanted: to say so, or from a heading that was asked for to all topics. */
export const wayOn = ({ section }: UnsureAnswer, words: Words, part: string): ButtonBuilder =>
  section === null ? noneButton(words, part) : topicsButton(words);
