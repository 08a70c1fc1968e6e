import { openLanguage } from '../../src/language/language.ts';
import { indexBuilder, type PassageIndex } from '../../src/matcher/index-builder.ts';
import { prepare, type PreparedQuestion } from '../../src/matcher/prepare.ts';
import type { MatcherPart } from '../../src/matcher/parts.ts';

const danish = openLanguage('da');

/** A passage as heading, text and phrasings. */
export type Row = readonly [heading: string, text: string, ...phrasings: string[]];

/** An article as its passages, with what stands beside them. */
export interface Described {
  readonly title: string;
  readonly keywords: string;
  readonly parents: string;
  readonly rows: readonly Row[];
}

/** An index over articles of passages, in Danish. */
export function indexOf(...articles: readonly (readonly Row[] | Described)[]): PassageIndex {
  const builder = indexBuilder();
  for (const article of articles) {
    const { title, keywords, parents, rows } =
      'rows' in article ? article : { title: '', keywords: '', parents: '', rows: article };
    for (const [heading, text, ...phrasings] of rows) {
      builder.add({
        heading: danish.line(heading),
        phrasings: phrasings.map((phrasing) => danish.line(phrasing)),
        parents: danish.text(parents),
        title: danish.text(title),
        keywords: danish.text(keywords),
        body: danish.text(text),
        named: () => danish.named(text),
      });
    }
    builder.endArticle();
  }
  const { splitCompound, loosen, rootsOf } = danish;
  return builder.finish({ splitCompound, loosen, rootsOf, without: new Set() });
}

/** A question made ready for an index. */
export const asked = (
  index: PassageIndex,
  text: string,
  without: readonly MatcherPart[] = [],
): PreparedQuestion => prepare(index, danish.question(danish.read(text), 'da'), new Set(without));
