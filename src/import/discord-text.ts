import type { Remark } from './remark.ts';

/** People, roles and channels by id, as an export names them. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}

export const noNames: Names = { people: new Map(), channels: new Map() };

/** A message's text outside Discord: mentions as names, custom emoji as `:name:`, timestamps as dates. */
export function plainDiscord(text: string, { people, channels }: Names): string {
  return text
    .replaceAll(/<@[!&]?(\d+)>/gu, (_, id: string) => `@${people.get(id) ?? '…'}`)
    .replaceAll(/<#(\d+)>/gu, (_, id: string) => `#${channels.get(id) ?? '…'}`)
    .replaceAll(/<id:\w+>/gu, '#…')
    .replaceAll(/<a?:(\w+):\d+>/gu, ':$1:')
    .replaceAll(/<\/([^:<>]+):\d+>/gu, '`/$1`')
    .replaceAll(
      /<t:(-?\d{1,12})(?::[a-zA-Z])?>/gu,
      (whole: string, seconds: string) => dateOf(seconds) ?? whole,
    )
    .replaceAll(/(^|\n)>>> ([\s\S]*)$/gu, (_, start: string, quote: string) => start + quoted(quote));
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

function dateOf(seconds: string): string | null {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Mentions of whom the export does not name. */
export function unknownMentions(file: string, place: string, text: string, names: Names): Remark[] {
  const found = Array.from(text.matchAll(/<(@[!&]?|#)(\d+)>/gu)).filter(
    ([, kind = '', id = '']) => !(kind === '#' ? names.channels : names.people).has(id),
  );
  return [...new Set(found.map(([mention]) => mention))].map((mention): Remark => ({
    code: 'mention-unknown',
    file,
    place,
    parameters: { mention },
  }));
}
