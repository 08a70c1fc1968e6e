import { ActionRowBuilder, StringSelectMenuBuilder, type ButtonBuilder } from 'discord.js';
import type { Article, Content, Passage } from '../content/article.ts';
import { button, row } from './controls.ts';
import { formatCustomId, type CustomId } from './custom-id.ts';
import { escapeLine, shorten } from './escape.ts';
import type { Words } from './front.ts';
import { limits, measures } from './limits.ts';
import type { Post, Row } from './post.ts';

/** Articles that hold something to read. */
export const readable = (content: Content): readonly Article[] =>
  content.articles.filter(({ passages }) => passages.length > 0);

interface Page<Item> {
  readonly items: readonly Item[];
  /** 0-based, within the pages there are. */
  readonly number: number;
  readonly count: number;
}

function pageOf<Item>(items: readonly Item[], wish: number): Page<Item> {
  const size = measures.topicsPerPage;
  const count = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(Math.max(0, wish), count - 1);
  return { items: items.slice(number * size, (number + 1) * size), number, count };
}

/** A page of articles with a menu that opens one. `isMiss`: the article asked for is not there. */
export function topicsPost(articles: readonly Article[], wish: number, words: Words, isMiss = false): Post {
  if (articles.length === 0) return { content: words.topics.empty, components: [], ping: null };
  const page = pageOf(articles, wish);
  const lines = page.items.map(
    ({ title, passages }) =>
      `- ${escapeLine(shorten(title, 60))} · ${words.topics.passages(passages.length)}`,
  );
  const options = page.items.map(({ title, description, passages }) => ({
    label: title,
    description: description ?? '',
    value: passages[0]?.hash ?? '',
  }));
  return {
    content: listing(isMiss ? words.topics.unknown : `### ${words.topics.title}`, lines, page, words),
    components: [
      menu({ verb: 'article', page: String(page.number) }, words.topics.choose, options),
      ...turning(page, toTopics, words),
    ],
    ping: null,
  };
}

const toTopics = (page: number): CustomId => ({ verb: 'topics', page: String(page) });

/** A page of one article's passages with a menu that shows one. */
export function articlePost(article: Article, wish: number, words: Words): Post {
  const page = pageOf(article.passages, wish);
  const lines = page.items.map((passage) => `- ${escapeLine(shorten(nameIn(article, passage), 80))}`);
  const options = page.items.map(({ heading, parents, hash }) => ({
    label: heading,
    description: parents.join(' › '),
    value: hash,
  }));
  const target = article.passages[0]?.hash ?? '0';
  const turn = (to: number): CustomId => ({ verb: 'headings', target, page: String(to) });
  return {
    content: listing(`### ${escapeLine(shorten(article.title, measures.title))}`, lines, page, words),
    components: [
      menu({ verb: 'heading', page: String(page.number) }, words.topics.chooseHeading, options),
      ...turning(page, turn, words, [button(formatCustomId(toTopics(0)), words.topics.all)]),
    ],
    ping: null,
  };
}

/** A heading, after the ones above it where the article has it more than once. */
function nameIn({ passages }: Article, { heading, parents }: Passage): string {
  const isRepeated = passages.filter((one) => one.heading === heading).length > 1;
  return isRepeated ? [...parents, heading].join(' › ') : heading;
}

function listing(title: string, lines: readonly string[], page: Page<unknown>, words: Words): string {
  const text = `${title}\n${shorten(lines.join('\n'), limits.content - 500)}`;
  return page.count === 1 ? text : `${text}\n-# ${words.topics.page(page.number + 1, page.count)}`;
}

interface Option {
  readonly label: string;
  readonly description: string;
  readonly value: string;
}

function menu(id: CustomId, prompt: string, options: readonly Option[]): Row {
  const select = new StringSelectMenuBuilder()
    .setCustomId(formatCustomId(id))
    .setPlaceholder(prompt)
    .addOptions(
      options.map(({ label, description, value }) => ({
        label: shorten(label, limits.selectLabel),
        value,
        ...(description === '' ? {} : { description: shorten(description, limits.selectDescription) }),
      })),
    );
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
}

function turning(
  page: Page<unknown>,
  to: (number: number) => CustomId,
  words: Words,
  more: readonly ButtonBuilder[] = [],
): readonly Row[] {
  return row([
    ...(page.number > 0 ? [button(formatCustomId(to(page.number - 1)), words.topics.previous)] : []),
    ...(page.number < page.count - 1 ? [button(formatCustomId(to(page.number + 1)), words.topics.next)] : []),
    ...more,
  ]);
}
