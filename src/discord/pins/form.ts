import {
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ModalSubmitInteraction,
} from 'discord.js';
import { pinLimits } from '../../answers/service.ts';
import type { PinDraft } from '../../curation/pins/draft.ts';
import type { Located } from '../../knowledge/ranking.ts';
import { shorten } from '../escape.ts';
import type { PinWords } from '../front.ts';
import { limits } from '../limits.ts';
import { placeLine } from '../looks.ts';
import type { FormAt } from './at.ts';

/** What the form is opened with. */
export interface FormSetting {
  readonly at: FormAt;
  readonly question: string;
  readonly phrasings: readonly string[];
  /** Passages it could mean, best first. */
  readonly choices: readonly Located[];
  /** Hash of the passage that is marked: one that was really shown or chosen. `own`: the text below; null: nothing is. */
  readonly chosen: string | null;
  readonly text: string;
  /** Whether leaving all empty keeps what the pin answers with. */
  readonly isKept?: boolean;
  readonly isForChannel?: boolean;
}

/** Marks the moderator's own text. */
export const own = 'own';
const longestPhrasings = 4000;
const longestLabel = 45;

/** The pin form: question, other ways to ask it, the passage that answers or an own text, and the channel's own pins. */
export function pinForm(setting: FormSetting, { form }: PinWords): ModalBuilder {
  const isNew = 'message' in setting.at;
  const id =
    'message' in setting.at
      ? `n${setting.at.message}${setting.at.part === '0' ? '' : `:${setting.at.part}`}`
      : `e${setting.at.pin}:${String(setting.at.revision)}`;
  const label = (text: string): LabelBuilder => new LabelBuilder().setLabel(shorten(text, longestLabel));
  return new ModalBuilder()
    .setCustomId(`svar:form:${id}`)
    .setTitle(shorten(isNew ? form.title : form.editTitle, longestLabel))
    .addLabelComponents(
      label(form.question).setTextInputComponent(
        filled('question', TextInputStyle.Short, setting.question, pinLimits.question).setRequired(true),
      ),
      label(form.phrasings).setTextInputComponent(
        filled('phrasings', TextInputStyle.Paragraph, setting.phrasings.join('\n'), longestPhrasings),
      ),
      label(form.passage)
        .setDescription(form.passageHint)
        .setStringSelectMenuComponent(passageMenu(setting, form)),
      label(form.text)
        .setDescription(form.textHint)
        .setTextInputComponent(filled('text', TextInputStyle.Paragraph, setting.text, pinLimits.text)),
      ...(isNew
        ? [label(form.channel).setStringSelectMenuComponent(channelMenu(form, setting.isForChannel === true))]
        : []),
    );
}

function filled(id: string, style: TextInputStyle, value: string, most: number): TextInputBuilder {
  const input = new TextInputBuilder().setCustomId(id).setStyle(style).setMaxLength(most).setRequired(false);
  return value === '' ? input : input.setValue(shorten(value, most));
}

/** Nothing has to be chosen: a text alone is an answer. */
function passageMenu(
  { choices, chosen, isKept }: FormSetting,
  words: PinWords['form'],
): StringSelectMenuBuilder {
  const menu = new StringSelectMenuBuilder()
    .setCustomId('target')
    .setRequired(false)
    .setMinValues(0)
    .setMaxValues(1)
    .setPlaceholder(isKept === true ? words.kept : words.nothing);
  return menu.addOptions([
    ...choices.slice(0, limits.selectOptions - 1).map((located) => ({
      label: shorten(located.passage.heading, limits.selectLabel),
      description: shorten(placeLine(located, limits.selectDescription), limits.selectDescription),
      value: located.passage.hash,
      default: located.passage.hash === chosen,
    })),
    { label: words.own, value: own, default: chosen === own },
  ]);
}

function channelMenu({ no, yes }: PinWords['form'], isWanted: boolean): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder().setCustomId('channel').addOptions([
    { label: no, value: 'no', default: !isWanted },
    { label: yes, value: 'yes', default: isWanted },
  ]);
}

/** What came back: which message or pin it is about, the draft, and whether the channel's pins are wanted. */
export interface FilledForm {
  readonly at: FormAt;
  readonly draft: PinDraft;
  readonly isForChannel: boolean;
}

/** Reads a submitted form; null where it is not ours. Its contents may be forged: drafts are checked when they are stored. */
export function readForm({ customId, fields }: ModalSubmitInteraction): FilledForm | null {
  const [, message, part = '0', pin, revision] =
    /^svar:form:(?:n(\d{1,20})(?::([0-2]))?|e([0-9a-f]{12}):(\d{1,9}))$/u.exec(customId) ?? [];
  if (message === undefined && pin === undefined) return null;
  const [target = own] = fields.getStringSelectValues('target');
  const draft = {
    question: fields.getTextInputValue('question'),
    phrasings: fields.getTextInputValue('phrasings').split('\n'),
    target: target === own ? null : target,
    text: fields.getTextInputValue('text'),
  };
  if (pin !== undefined) return { at: { pin, revision: Number(revision) }, draft, isForChannel: false };
  const isForChannel = fields.getStringSelectValues('channel')[0] === 'yes';
  return message === undefined ? null : { at: { message, part }, draft, isForChannel };
}
