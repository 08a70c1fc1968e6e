import type { Figures } from '../curation/figures/figures.ts';
import { escapeLine, shorten } from './escape.ts';
import type { FigureWords } from './front.ts';
import { textPost, type Post } from './post.ts';

const barLength = 20;
const mostNamed = 5;
const neverNamed = 3;

/**
 * Figures as text with bars.
 * @param names what the most asked are called, most asked first
 */
export function figuresPost(
  figures: Figures,
  names: readonly { readonly name: string; readonly count: number }[],
  words: FigureWords,
): Post {
  const { days, asked, counts, up, down } = figures;
  const title = `### ${words.title(days)}`;
  if (asked === 0) return textPost(`${title}\n${words.nothing}`);
  const rows = [
    [words.answered, counts.pinned + counts.found],
    [words.pinned, counts.pinned],
    [words.unsure, counts.unsure],
    [words.unknown, counts.unknown],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  const bars = rows.map(([name, count]) => barLine(name.padEnd(width), count, asked));
  const named = names
    .slice(0, mostNamed)
    .map(
      ({ name, count }, index) =>
        `${String(index + 1)}. ${escapeLine(shorten(name, 150))} · ${String(count)}`,
    );
  return textPost(
    [
      title,
      words.asked(asked),
      '```',
      ...bars,
      '```',
      ...changedLines(figures, words),
      up + down === 0 ? words.noVotes : words.votes(percent(up, up + down), up + down),
      ...(named.length === 0 ? [] : [`**${words.most}**`, ...named]),
      ...neverLines(figures, words),
    ].join('\n'),
  );
}

/** What became better since the same time before, and how much of it moderators' answers are. */
function changedLines({ asked, counts, before, days }: Figures, words: FigureWords): readonly string[] {
  if (before === null) return [];
  const now = percent(counts.pinned + counts.found, asked);
  const pinned = counts.pinned === 0 ? '' : words.pinShare(percent(counts.pinned, asked));
  return [`${words.changed(percent(before.answered, before.asked), now, days)}${pinned}`];
}

function neverLines({ neverAsked, passages }: Figures, words: FigureWords): readonly string[] {
  if (neverAsked.length === 0) return [];
  const named = neverAsked
    .slice(0, neverNamed)
    .map(({ passage }) => escapeLine(shorten(passage.heading, 60)));
  return [`-# ${words.never(neverAsked.length, passages, named)}`];
}

function barLine(name: string, count: number, of: number): string {
  const filled = Math.round((count / of) * barLength);
  const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled);
  return `${name}  ${bar}  ${String(percent(count, of)).padStart(3)} %  (${String(count)})`;
}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 100);
