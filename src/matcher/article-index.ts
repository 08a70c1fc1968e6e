import { rowsBuilder, transposed, type Rows } from './rows.ts';

/** Which article each passage stands in, and what each article holds. */
export interface ArticleIndex {
  readonly size: number;
  /** Passage → its article. */
  readonly articleOf: Uint32Array;
  /** Term → the articles that hold it, ascending. */
  readonly holding: Rows;
}

/** Files every term of every passage under its article. `ends` are the numbers of passages at which articles end. */
export function articleIndex(ends: readonly number[], terms: number, texts: readonly Texts[]): ArticleIndex {
  const articleOf = new Uint32Array(ends.at(-1) ?? 0);
  const held = rowsBuilder();
  let passage = 0;
  ends.forEach((end, article) => {
    const own = new Set<number>();
    for (; passage < end; passage++) {
      articleOf[passage] = article;
      for (const text of texts) for (const term of text(passage)) own.add(term);
    }
    for (const term of own) held.push(term);
    held.endRow();
  });
  return { size: ends.length, articleOf, holding: transposed(held.finish(), terms) };
}

/** The terms of one field of a passage. */
type Texts = (passage: number) => Iterable<number>;
