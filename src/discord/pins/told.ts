import type { ListedPin, PinFault } from '../../curation/pins/pin.ts';
import { pinFaultSentence } from '../../strings/pin-fault.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { PinWords } from '../front.ts';
import { textPost, type Post } from '../post.ts';

/** Why a deed was not done, with a way on where there is one. */
export function faultPost(fault: PinFault, words: PinWords): Post {
  if (fault.kind === 'changed') return textPost(words.fault.changed(shownQuestion(fault.pin)));
  if (fault.kind !== 'duplicate') return textPost(pinFaultSentence(fault, words.fault));
  return {
    content: words.fault.duplicate(escapeLine(shorten(fault.asked, 150)), shownQuestion(fault.pin)),
    components: row([button(formatCustomId({ verb: 'pinedit', pin: fault.pin.id }), words.done.replace)]),
    ping: null,
  };
}

/** A pin's question as it may be shown in a sentence. */
export const shownQuestion = ({ question }: { readonly question: string }): string =>
  escapeLine(shorten(question, 150));

/** What a pin answers with, in a few words. */
export const shownAnswer = (pin: ListedPin, { list }: PinWords): string =>
  pin.passageId === null ? list.own : escapeLine(shorten(pin.target?.passage.heading ?? pin.passageId, 150));

/** A sentence with a button that takes the deed back. */
export function undoablePost(sentence: string, pin: ListedPin, { done }: PinWords): Post {
  return {
    content: sentence,
    components: row([
      button(formatCustomId({ verb: 'undopin', pin: pin.id, revision: String(pin.revision) }), done.undo),
    ]),
    ping: null,
  };
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

const perPage = 8;
const turn = (to: number): string => formatCustomId({ verb: 'pinpage', page: String(to) });

/** One page of all fixed answers, newest first. */
export function listPost(pins: readonly ListedPin[], wish: number, words: PinWords): Post {
  const { list } = words;
  if (pins.length === 0) return textPost(list.empty);
  const count = Math.ceil(pins.length / perPage);
  const page = Math.min(Math.max(0, wish), count - 1);
  const shown = pins.slice(page * perPage, (page + 1) * perPage);
  const lines = shown.map((pin) => {
    const state = list.states[pin.state];
    const by = pin.by === null ? '' : ` · ${list.by(`<@${pin.by}>`)}`;
    const line = list.line(shownQuestion(pin), shownAnswer(pin, words), pin.uses, pin.updatedAt);
    return `${line}${by}${state === '' ? '' : ` · ⚠️ ${state}`}`;
  });
  const covered = shown.filter(({ state }) => state === 'covered').slice(0, 3);
  return {
    content: [`### ${list.title(pins.length)}`, ...lines, `-# ${list.page(page + 1, count)}`].join('\n'),
    components: row([
      ...(page > 0 ? [button(turn(page - 1), list.previous)] : []),
      ...(page < count - 1 ? [button(turn(page + 1), list.next)] : []),
      ...covered.map((pin) =>
        button(
          formatCustomId({ verb: 'retirepin', pin: pin.id }),
          `${words.done.retire}: ${shorten(pin.question, 40)}`,
        ),
      ),
    ]),
    ping: null,
  };
}
