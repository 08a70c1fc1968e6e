import type { Answer } from '../answers/answer.ts';
import type { Answers } from '../answers/service.ts';
import { button, row } from './controls.ts';
import { formatCustomId } from './custom-id.ts';
import { bodyText, pages } from './cut.ts';
import { limits, measures } from './limits.ts';
import { assemble, imageIn, lookOf, rowsFor, type Look, type Setting } from './looks.ts';
import { targetOf } from './controls.ts';
import type { Post, Row } from './post.ts';
import { quoteLine } from './quote.ts';

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
    image: imageIn(content, look),
  }));
}

/** Title and quote stand above the first page, the small print below the last. */
function allPages(look: Look, setting: Setting): readonly string[] {
  const whole = assemble(setting, look, bodyText(look.blocks));
  if (whole.length <= limits.content) return [whole];
  const head = assemble(setting, { head: look.head, foot: '' }, '');
  const room = limits.content - head.length - look.foot.length - 2;
  const all = pages(look.blocks, room);
  return all.map((page, index) => {
    const above = index === 0 ? `${head}\n` : '';
    if (index < all.length - 1) return `${above}${page}`;
    // The page that holds the buttons says what was asked: a private message cannot be followed from one to the other.
    const again = index > 0 && setting.quoted !== null ? `${quoteLine(setting.quoted)}\n` : '';
    return `${above}${again}${page}\n${look.foot}`;
  });
}

const readOnRow = ({ words }: Setting, target: string, page: number): readonly Row[] =>
  row([button(formatCustomId({ verb: 'more', target, page: String(page), part: '0' }), words.answer.readOn)]);
