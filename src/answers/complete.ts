import type { Completion } from './service.ts';
import type { Located } from '../knowledge/ranking.ts';

/** Something that a question may be completed to, with its words folded once. */
interface Entry {
  readonly completion: Completion;
  readonly folded: string;
}

/** Completes what is typed from headings and phrasings. */
export interface Completer {
  /** Best first: beginnings before words before parts of words, headings before phrasings. */
  complete(typed: string, limit: number): readonly Completion[];
}

/** How many matching entries are looked at before the best are chosen. */
const enough = 400;

export function completer(passages: Iterable<Located>, fold: (text: string) => string): Completer {
  const headings: Entry[] = [];
  const phrasings: Entry[] = [];
  for (const { article, passage } of passages) {
    const entry = (label: string): Entry => ({
      completion: { label, source: article.title, passage, pinned: false },
      folded: ` ${fold(label)}`,
    });
    headings.push(entry(passage.heading));
    for (const { text } of passage.phrasings) phrasings.push(entry(text));
  }
  const entries = [...headings, ...phrasings];
  return {
    complete(typed, limit) {
      const words = fold(typed)
        .split(/\s+/u)
        .filter((word) => word !== '');
      const found: { entry: Entry; rank: number; place: number }[] = [];
      for (const [place, entry] of entries.entries()) {
        const rank = rankOf(entry, words);
        if (rank < 0) continue;
        found.push({ entry, rank, place });
        if (found.length >= enough) break;
      }
      return found
        .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
        .slice(0, limit)
        .map(({ entry }) => entry.completion);
    },
  };
}

/** 0 where the entry begins with what was typed, 1 where every typed word begins a word of it, 2 where it stands inside; −1: none. */
function rankOf({ folded }: Entry, words: readonly string[]): number {
  if (folded.startsWith(` ${words.join(' ')}`)) return 0;
  if (words.every((word) => folded.includes(` ${word}`))) return 1;
  return words.every((word) => folded.includes(word)) ? 2 : -1;
}
