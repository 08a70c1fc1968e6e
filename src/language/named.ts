import type { Tellable } from '../matcher/input.ts';

const tellable = ['price', 'duration', 'time', 'person'] as const satisfies readonly Tellable[];
type Patterns = Readonly<Record<Tellable, RegExp>>;

const beginsWord = String.raw`(?<![\p{L}\p{N}])`;
const endsWord = String.raw`(?![\p{L}\p{N}])`;
/** Signs are told by their class; these are written as letters. */
const currencies = 'kr|kroner|kronor|dkk|sek|nok|eur|euros?|usd|zł|pln|kč|czk|ft|huf|руб|tl|try|gbp|chf';
const amountOfMoney = String.raw`\p{Sc}|\d\s?[.,:]-|\d\s*(?:${currencies})${endsWord}|${beginsWord}(?:${currencies})\.?\s*\d`;
const clockTime = String.raw`\d{1,2}[.:]\d{2}${endsWord}|${beginsWord}20\d\d${endsWord}`;
/** An address, a capital within a sentence, or a telephone number. */
const somebody = /@|\p{Ll},? \p{Lu}\p{Ll}|(?<!\d)(?:(?:\d{2} ){3}\d{2}|\d{8})(?!\d)|\+\d[\d ]{7,}/u;

const patterns = new Map<string, Patterns>();

/** What a text in this language names: an amount of money, a length of time, a day or hour, somebody. `free`: words for no price. */
export function namedIn(text: string, tag: string, free: readonly string[]): ReadonlySet<Tellable> {
  const known = patterns.get(tag) ?? patternsOf(tag, free);
  patterns.set(tag, known);
  return new Set(tellable.filter((name) => known[name].test(text)));
}

function patternsOf(tag: string, free: readonly string[]): Patterns {
  const price = free.length === 0 ? amountOfMoney : `${amountOfMoney}|${anyWord(free)}`;
  return {
    price: new RegExp(price, 'iu'),
    duration: new RegExp(anyWord(unitsOfTime(tag)), 'iu'),
    time: new RegExp(`${clockTime}|${anyWord(daysAndMonths(tag))}`, 'iu'),
    person: somebody,
  };
}

/** Any of these words, whatever ends them: tirsdage. */
const anyWord = (words: readonly string[]): string => `${beginsWord}(?:${words.map(escaped).join('|')})`;
const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

function unitsOfTime(tag: string): readonly string[] {
  const units = ['minute', 'hour', 'day', 'week', 'month', 'year'];
  const counts = [1, 2, 5];
  const words = units.flatMap((unit) => {
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
    return counts.map((count) => format.format(count).replaceAll(/[\d\s]/gu, ''));
  });
  return Array.from(new Set(words)).filter((word) => word !== '');
}

function daysAndMonths(tag: string): readonly string[] {
  const day = 86_400_000;
  const inUtc = { timeZone: 'UTC' } as const;
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', ...inUtc });
  // With a day beside it a month stands in the case that dates have.
  const month = new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', ...inUtc });
  return [
    ...Array.from({ length: 7 }, (_, place) => weekday.format(place * day)),
    ...Array.from({ length: 12 }, (_, place) => monthIn(month, Date.UTC(2026, place, 15))),
  ];
}

const monthIn = (format: Intl.DateTimeFormat, time: number): string =>
  format.formatToParts(time).find(({ type }) => type === 'month')?.value ?? '';
