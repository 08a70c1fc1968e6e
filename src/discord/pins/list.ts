import type { ListedPin } from '../../curation/pins/pin.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { shorten } from '../escape.ts';
import type { PinWords } from '../front.ts';
import { limits } from '../limits.ts';
import { textPost, type Post } from '../post.ts';
import { questionMenu } from '../question-menu.ts';
import { shownAnswer, shownQuestion } from './told.ts';

const perPage = 5;
/** Characters of a question and of an answer, as many as a page of them has room for. */
const lengths = [120, 60, 30] as const;

/** One page of all fixed answers, newest first, with what can be done with each. */
export function listPost(pins: readonly ListedPin[], wish: number, words: PinWords): Post {
  const { list } = words;
  if (pins.length === 0) return textPost(list.empty);
  const count = Math.ceil(pins.length / perPage);
  const page = Math.min(Math.max(0, wish), count - 1);
  const shown = pins.slice(page * perPage, (page + 1) * perPage);
  const foot = count === 1 ? [] : [`-# ${list.page(page + 1, count)}`];
  const texts = lengths.map((most) =>
    [`### ${list.title(pins.length)}`, ...shown.map((pin) => lineOf(pin, most, words)), ...foot].join('\n'),
  );
  return {
    content:
      texts.find(({ length }) => length <= limits.content) ?? shorten(texts.at(-1) ?? '', limits.content),
    components: [
      ...questionMenu('pinchange', page, shown, list.change),
      ...questionMenu('pindrop', page, shown, list.drop),
      ...row(mendButtons(shown, words)),
      ...row(turnButtons(page, count, words)),
    ],
    ping: null,
  };
}

function lineOf(pin: ListedPin, most: number, words: PinWords): string {
  const { list } = words;
  const state = list.states[pin.state];
  const by = pin.by === null ? '' : ` · ${list.by(`<@${pin.by}>`)}`;
  const answer = shownAnswer(pin, words, most);
  const line = list.line(shownQuestion(pin, most), answer, pin.uses, pin.updatedAt);
  return `${line}${by}${state === '' ? '' : ` · ⚠️ ${state}`}`;
}

/** What the articles have overtaken: a changed passage's text can be taken over, a covered pin retired. */
const mendButtons = (pins: readonly ListedPin[], { done }: PinWords) =>
  pins.flatMap(({ id, state, revision, question }) => {
    const named = (label: string): string => `${label}: ${shorten(question, 40)}`;
    if (state === 'outdated')
      return [
        button(formatCustomId({ verb: 'renewpin', pin: id, revision: String(revision) }), named(done.renew)),
      ];
    return state === 'covered'
      ? [button(formatCustomId({ verb: 'retirepin', pin: id }), named(done.retire))]
      : [];
  });

const turn = (to: number): string => formatCustomId({ verb: 'pinpage', page: String(to) });

const turnButtons = (page: number, count: number, { list }: PinWords) => [
  ...(page > 0 ? [button(turn(page - 1), list.previous)] : []),
  ...(page < count - 1 ? [button(turn(page + 1), list.next)] : []),
];
