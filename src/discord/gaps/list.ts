import { ActionRowBuilder, StringSelectMenuBuilder, type ButtonBuilder } from 'discord.js';
import type { Gap } from '../../curation/gaps/gap.ts';
import type { GapList } from '../../curation/gaps/service.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { editAddress } from '../edit-address.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { GapWords } from '../front.ts';
import { limits } from '../limits.ts';
import { sourceLine } from '../looks.ts';
import { textPost, type Post } from '../post.ts';
import { questionMenu } from '../question-menu.ts';

/** Gaps on a page: each has a button in one row. */
const perPage = 5;

/** How much of each gap is shown, from the most to the least: a post has room for 2,000 characters. */
const sizes = [
  { question: 120, also: 3, others: 60, hasLink: true },
  { question: 120, also: 2, others: 50, hasLink: false },
  { question: 80, also: 0, others: 0, hasLink: false },
] as const;
type Size = (typeof sizes)[number];

/**
 * One page of what nothing answers well, most asked first, with what can be done about each.
 * @param more further ways on, two at the most
 */
export function gapsPost(
  { open, ignored }: GapList,
  wish: number,
  words: GapWords,
  editUrl: string | null,
  more: readonly ButtonBuilder[] = [],
): Post {
  const leftOut = [
    ...(ignored.length === 0
      ? []
      : [button(formatCustomId({ verb: 'gapignored', page: '0' }), words.ignored(ignored.length))]),
    ...more,
  ];
  if (open.length === 0) return { ...textPost(words.empty), components: row(leftOut) };
  const { page, count, shown } = pageOf(open, wish);
  const foot = count === 1 ? [] : [`-# ${words.page(page + 1, count)}`];
  const texts = sizes.map((size) =>
    [
      `### ${words.title(open.length)}`,
      ...shown.flatMap((gap, index) => linesOf(gap, index, size, words, editUrl)),
      ...foot,
    ].join('\n'),
  );
  return {
    content:
      texts.find(({ length }) => length <= limits.content) ?? shorten(texts.at(-1) ?? '', limits.content),
    components: [
      ...row(
        shown.map(({ id }, index) =>
          button(formatCustomId({ verb: 'gappin', gap: id }), words.pin(index + 1)),
        ),
      ),
      ...questionMenu('gapdrop', page, shown, words.ignore),
      ...questionMenu('gaptexts', page, shown, words.erase),
      ...row([...turnButtons('gappage', page, count, words), ...leftOut]),
    ],
    ping: null,
  };
}

/** One page of what moderators have left out, each with a button that takes it back. */
export function ignoredPost({ ignored }: GapList, wish: number, words: GapWords): Post {
  if (ignored.length === 0) return textPost(words.nothingIgnored);
  const { page, count, shown } = pageOf(ignored, wish);
  const lines = shown.map((gap, index) => headLine(gap, index, 150, words));
  return {
    content: [`### ${words.ignored(ignored.length)}`, ...lines].join('\n'),
    components: [
      ...row(
        shown.map(({ id }, index) =>
          button(formatCustomId({ verb: 'gapback', gap: id }), words.back(index + 1)),
        ),
      ),
      ...row(turnButtons('gapignored', page, count, words)),
    ],
    ping: null,
  };
}

/** The wordings of a gap, one of which can be deleted for good. */
export function wordingsPost(gap: Gap, words: GapWords): Post {
  const select = new StringSelectMenuBuilder()
    .setCustomId(formatCustomId({ verb: 'gaperase', gap: gap.id }))
    .setPlaceholder(words.eraseOne)
    .addOptions(
      gap.wordings.slice(0, limits.selectOptions).flatMap(({ text, ids }) => {
        const [value] = ids;
        return value === undefined ? [] : [{ label: shorten(text, limits.selectLabel), value }];
      }),
    );
  return {
    content: words.eraseWhich(escapeLine(shorten(gap.question, 150))),
    components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
    ping: null,
  };
}

function pageOf(
  gaps: readonly Gap[],
  wish: number,
): { readonly page: number; readonly count: number; readonly shown: readonly Gap[] } {
  const count = Math.ceil(gaps.length / perPage);
  const page = Math.min(Math.max(0, wish), count - 1);
  return { page, count, shown: gaps.slice(page * perPage, (page + 1) * perPage) };
}

/** A gap in one line. */
export const headLine = (
  { question, count, last }: Gap,
  index: number,
  most: number,
  words: GapWords,
): string => words.line(index + 1, escapeLine(shorten(question, most)), count, last);

function linesOf(
  gap: Gap,
  index: number,
  { question, also, others, hasLink }: Size,
  words: GapWords,
  editUrl: string | null,
): readonly string[] {
  const more = gap.wordings.slice(1, 1 + also).map(({ text }) => escapeLine(shorten(text, others)));
  const { nearest } = gap;
  const address = hasLink ? editAddress(nearest, editUrl) : null;
  const link = address === null ? '' : ` · [${words.edit}](<${address}>)`;
  return [
    headLine(gap, index, question, words),
    ...(more.length === 0 ? [] : [`-# ${words.also(more)}`]),
    ...(nearest === null
      ? []
      : [
          `-# ${words.nearest(escapeLine(shorten(nearest.passage.heading, 80)), shorten(sourceLine(nearest), 80))}${link}`,
        ]),
  ];
}

const turnButtons = (verb: 'gappage' | 'gapignored', page: number, count: number, words: GapWords) => [
  ...(page > 0 ? [button(formatCustomId({ verb, page: String(page - 1) }), words.previous)] : []),
  ...(page < count - 1 ? [button(formatCustomId({ verb, page: String(page + 1) }), words.next)] : []),
];
