import { openLanguage } from '../../src/language/language.ts';
import { indexBuilder, type PassageIndex } from '../../src/matcher/index-builder.ts';
import { prepare, type PreparedQuestion } from '../../src/matcher/prepare.ts';
import type { MatcherPart } from '../../src/matcher/parts.ts';

const danish = openLanguage('da');

/** A passage as heading, text and phrasings. */
export type Row = readonly [heading: string, text: string, ...phrasings: string[]];

/** An index over articles of passages, in Danish. */
export function indexOf(...articles: readonly (readonly Row[])[]): PassageIndex {
  const builder = indexBuilder();
  const nothing = danish.text('');
  for (const rows of articles) {
    for (const [heading, text, ...phrasings] of rows) {
      builder.add({
        heading: danish.line(heading),
        phrasings: phrasings.map((phrasing) => danish.line(phrasing)),
        parents: nothing,
        title: nothing,
        keywords: nothing,
        body: danish.text(text),
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
