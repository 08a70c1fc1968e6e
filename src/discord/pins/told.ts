import type { PinDraft } from '../../curation/pins/draft.ts';
import type { ListedPin, PinFault } from '../../curation/pins/pin.ts';
import { pinFaultSentence } from '../../strings/pin-fault.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { PinWords } from '../front.ts';
import type { Post } from '../post.ts';

/** Why a deed was not done, with a way on where there is one. */
export function faultPost(fault: PinFault, words: PinWords): Post {
  const buttons =
    fault.kind === 'duplicate'
      ? [button(formatCustomId({ verb: 'pinedit', pin: fault.pin.id }), words.done.replace)]
      : [];
  return { content: faultText(fault, words), components: row(buttons), ping: null };
}

/** As `faultPost`, for what a moderator has typed: it is kept under `key`, and every way on starts from it. */
export function keptPost(fault: PinFault, draft: PinDraft, key: string, words: PinWords): Post {
  const { draft: told, done } = words;
  const reopen = button(formatCustomId({ verb: 'pindraft', draft: key }), told.reopen);
  const ways = {
    duplicate: (pin: ListedPin) => [
      button(formatCustomId({ verb: 'pinedit', pin: pin.id }), done.replace),
      mineButton(key, pin, words),
    ],
    changed: (pin: ListedPin) => [mineButton(key, pin, words)],
  };
  const buttons =
    fault.kind === 'duplicate' || fault.kind === 'changed'
      ? [...ways[fault.kind](fault.pin), reopen]
      : fault.kind === 'two-answers'
        ? [
            button(formatCustomId({ verb: 'pinown', draft: key }), told.useText),
            button(formatCustomId({ verb: 'pinpassage', draft: key }), told.usePassage),
            reopen,
          ]
        : [reopen];
  const both =
    fault.kind === 'changed'
      ? [told.theirs(shownAnswer(fault.pin, words, 300)), told.mine(beginning(draft.text, 300))]
      : [];
  const shown = draft.text.trim() === '' ? both.slice(0, 1) : both;
  return {
    content: [faultText(fault, words), ...shown, `-# ${told.kept}`].join('\n'),
    components: row(buttons),
    ping: null,
  };
}

const mineButton = (key: string, pin: ListedPin, { draft }: PinWords) =>
  button(
    formatCustomId({ verb: 'pinmine', draft: key, pin: pin.id, revision: String(pin.revision) }),
    draft.useMine,
  );

function faultText(fault: PinFault, { fault: words }: PinWords): string {
  switch (fault.kind) {
    case 'changed':
      return words.changed(shownQuestion(fault.pin));
    case 'duplicate':
      return words.duplicate(escapeLine(shorten(fault.asked, 150)), shownQuestion(fault.pin));
    default:
      return pinFaultSentence(fault, words);
  }
}

/** A pin's question as it may be shown in a sentence. */
export const shownQuestion = ({ question }: { readonly question: string }, most = 150): string =>
  escapeLine(shorten(question, most));

/** What a pin answers with, in a few words: a passage's heading, or how an own text begins. */
export const shownAnswer = (pin: ListedPin, { list }: PinWords, most: number): string =>
  pin.passageId === null
    ? list.own(beginning(pin.markdown, most))
    : escapeLine(shorten(pin.target?.passage.heading ?? pin.passageId, most));

/** How a text begins, in one line. */
const beginning = (text: string, most: number): string =>
  escapeLine(shorten(text.replaceAll(/\s+/gu, ' ').trim(), most));

/** A sentence with a button that takes the deed back. */
export function undoablePost(sentence: string, pin: ListedPin, { done }: PinWords): Post {
  const id = formatCustomId({ verb: 'undopin', pin: pin.id, revision: String(pin.revision) });
  return { content: sentence, components: row([button(id, done.undo)]), ping: null };
}

/** Asks back before a pin is removed. */
export function confirmPost(pin: ListedPin, { done }: PinWords): Post {
  return {
    content: done.areYouSure(shownQuestion(pin)),
    components: row([
      button(formatCustomId({ verb: 'unpin', pin: pin.id }), done.remove),
      button(formatCustomId({ verb: 'keeppin', pin: pin.id }), done.keep),
    ]),
    ping: null,
  };
}
