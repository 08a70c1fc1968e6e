import { packData, packTags } from './packs.ts';

let known: ReadonlySet<string> | null = null;

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a heading only says that questions follow, in any installed language: it tells nothing of what they are about. */
export function isFaqHeading(heading: string): boolean {
  known ??= new Set(packTags.flatMap((tag) => packData(tag).faqHeadings.map(folded)));
  return known.has(folded(heading));
}
