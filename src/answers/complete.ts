import type { Completion } from './service.ts';
import { sourceOf } from './source.ts';
import type { Located } from '../knowledge/ranking.ts';

/** Something that a question may be completed to, with its words folded once. */
interface Entry {
  readonly completion: Completion;
  readonly folded: string;
  /** Tag of its article's language. */
  readonly language: string;
}

/** Completes what is typed from headings and phrasings. */
export interface Completer {
  /** Best first: the reader's language, beginnings before words before parts of words, headings before phrasings. */
  complete(typed: string, language: string, limit: number): readonly Completion[];
  /** The completion that a passage's heading is. */
  headingOf(located: Located): Completion;
}

/** How many matching entries are looked at before the best are chosen. */
const enough = 400;

/** `languageOf` gives the tag of a passage's language. */
export function completer(
  passages: readonly Located[],
  fold: (text: string) => string,
  languageOf: (located: Located) => string,
): Completer {
  const holders = holdersOf(passages, fold);
  const entryOf = (located: Located, label: string): Entry => {
    const folded = fold(label);
    const isShared = (holders.get(folded) ?? 0) > 1;
    const completion = {
      label,
      source: isShared ? sourceOf(located).join(' › ') : located.article.title,
      passage: located.passage,
      pinned: false,
      isShared,
    };
    return { completion, folded: ` ${folded}`, language: languageOf(located) };
  };
  const headings = passages.map((located) => entryOf(located, located.passage.heading));
  const phrasings = passages.flatMap((located) =>
    located.passage.phrasings.map(({ text }) => entryOf(located, text)),
  );
  const entries = [...headings, ...phrasings];
  return {
    complete(typed, language, limit) {
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
      const foreign = ({ entry }: { entry: Entry }): number => (entry.language === language ? 0 : 1);
      return found
        .toSorted((a, b) => foreign(a) - foreign(b) || a.rank - b.rank || a.place - b.place)
        .slice(0, limit)
        .map(({ entry }) => entry.completion);
    },
    headingOf: (located) => entryOf(located, located.passage.heading).completion,
  };
}

/** How many passages have each heading or phrasing, by its folded words. */
function holdersOf(
  passages: readonly Located[],
  fold: (text: string) => string,
): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { passage } of passages) {
    const own = new Set([passage.heading, ...passage.phrasings.map(({ text }) => text)].map(fold));
    for (const text of own) holders.set(text, (holders.get(text) ?? 0) + 1);
  }
  return holders;
}

/** 0 where the entry begins with what was typed, 1 where every typed word begins a word of it, 2 where it stands inside; −1: none. */
function rankOf({ folded }: Entry, words: readonly string[]): number {
  if (folded.startsWith(` ${words.join(' ')}`)) return 0;
  if (words.every((word) => folded.includes(` ${word}`))) return 1;
  return words.every((word) => folded.includes(word)) ? 2 : -1;
}
