import type { Answer } from '../answers/answer.ts';
import type { Answers } from '../answers/service.ts';
import { button, row } from './controls.ts';
import { formatCustomId } from './custom-id.ts';
import { pages } from './cut.ts';
import { limits, measures } from './limits.ts';
import { assemble, lookOf, rowsFor, type Look, type Setting } from './looks.ts';
import { targetOf } from './controls.ts';
import type { Post, Row } from './post.ts';

/** The whole answer, in as many posts as it takes: for DMs and private answers. */
export function wholePosts(answer: Answer, answers: Answers, setting: Setting): readonly Post[] {
  const look = lookOf(answer, answers, setting.words);
  return pagedPosts(look, setting, targetOf(answer), 0, rowsFor(answer, false, setting));
}

/**
 * The posts of a look from page `from` on, at most `measures.pagesAtOnce`; the last has `rows`,
 * or the button to read on where there is more.
 */
export function pagedPosts(
  look: Look,
  setting: Setting,
  target: string | null,
  from: number,
  rows: readonly Row[],
): readonly Post[] {
  const all = allPages(look, setting);
  const shown = all.slice(from, from + measures.pagesAtOnce);
  const next = from + shown.length;
  const isEnd = next >= all.length || target === null;
  const last = isEnd ? rows : readOnRow(setting, target, next);
  return shown.map((content, index) => ({
    content,
    components: index === shown.length - 1 ? last : [],
    ping: index === 0 ? setting.ping : null,
  }));
}

function allPages(look: Look, setting: Setting): readonly string[] {
  const whole = assemble(setting, look, look.blocks.join('\n\n'));
  if (whole.length <= limits.content) return [whole];
  const head = assemble(setting, { head: look.head, foot: '' }, '');
  const room = limits.content - head.length - 1;
  const [first = '', ...rest] = pages(look.blocks, Math.min(room, limits.content - look.foot.length - 1));
  return [
    `${head}\n${first}`,
    ...rest.slice(0, -1),
    ...rest.slice(-1).map((page) => `${page}\n${look.foot}`),
  ];
}

const readOnRow = ({ asker, words }: Setting, target: string, page: number): readonly Row[] =>
  row([
    button(
      formatCustomId({ verb: 'more', asker, target, page: String(page), part: '0' }),
      words.answer.readOn,
    ),
  ]);
