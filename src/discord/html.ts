import { escapeText } from './escape.ts';

/** Elements that begin a line of their own. */
const lineElement =
  /<\/?(?:address|article|aside|blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)\b[^<>]*>/giu;
const unseen = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;
const image = /<img\b[^<>]*>/giu;

/** The text of a block of HTML, escaped; each element that people see as a block on a line of its own. */
export function renderHtml(html: string): string {
  return decoded(
    html
      .replace(unseen, ' ')
      .replace(image, (tag) => htmlImageText(tag))
      .replace(lineElement, '\n')
      .replace(/<[^<>]*>/gu, ' '),
  )
    .split('\n')
    .map((line) => escapeText(line.replace(/\s+/gu, ' ').trim()))
    .filter((line) => line !== '')
    .join('\n');
}

/** What an `<img>` says instead of its picture; empty for every other tag. */
export const htmlImageText = (tag: string): string =>
  /^<img\b/iu.test(tag)
    ? (/\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(tag)?.slice(1).find(Boolean) ?? '')
    : '';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
};

/** The entities that people write by hand; others stay as they are. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,6}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
