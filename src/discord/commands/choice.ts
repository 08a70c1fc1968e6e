import type { Answers, Completion } from '../../answers/service.ts';
import type { Located } from '../../knowledge/ranking.ts';
import { shorten } from '../escape.ts';
import { limits } from '../limits.ts';
import type { Choice } from './command.ts';

/** A place is cut rather than the heading that it belongs to. */
const longestPlace = 50;

/**
 * A completion as Discord offers it. Its value is the text itself where that finds the passage again, else `~` and the
 * passage's hash: a text that is too long, or that another passage has as well.
 */
export function choiceOf({ label, source, passage, pinned, isShared }: Completion): Choice {
  const isText = passage === null || (label.length <= limits.choiceValue && !isShared);
  const title = `${pinned ? '📌 ' : ''}${label}`;
  return {
    name: source === null ? shorten(title, limits.choiceName) : placed(title, source, isShared),
    value: isText ? shorten(label, limits.choiceValue) : `~${passage.hash}`,
  };
}

/** `Heading · Place`; the place goes first where there is no room, unless it alone tells two headings apart. */
function placed(title: string, place: string, isShared: boolean): string {
  const whole = `${title} · ${place}`;
  if (whole.length <= limits.choiceName) return whole;
  if (!isShared) return shorten(title, limits.choiceName);
  const end = ` · ${lastOf(place)}`;
  return `${shorten(title, limits.choiceName - end.length)}${end}`;
}

/** The end of a place, which is what differs. */
function lastOf(place: string): string {
  return place.length <= longestPlace ? place : `…${place.slice(1 - longestPlace)}`;
}

/** The passage that a choice stands for by its hash; `gone` where it is no longer there, null for a text. */
export function chosenPassage(value: string, answers: Answers): Located | 'gone' | null {
  const hash = /^~([0-9a-f]{12})$/u.exec(value)?.[1];
  return hash === undefined ? null : (answers.find(hash) ?? 'gone');
}
