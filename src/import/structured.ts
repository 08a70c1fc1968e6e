import { joined, left, oneLine, readingOf, type Reading } from './entry.ts';
import { fieldOf, weakFieldOf, type Field } from './fields.ts';
import { keywordsOf, phrasingsOf } from './lists.ts';

/** Deeper nested than any FAQ. */
const deepest = 30;

interface Context {
  readonly file: string;
  /** Keys and positions down to here. */
  readonly place: string;
  /** Categories down to here, outermost first. */
  readonly group: readonly string[];
  readonly depth: number;
}

/**
 * Finds questions and answers in data of any shape: lists of objects or pairs, objects keyed by the question or by a
 * tag's name, either nested by category.
 */
export function readStructured(file: string, place: string, value: unknown): Reading {
  return readAny(value, { file, place, group: [], depth: 0 });
}

function readAny(value: unknown, context: Context): Reading {
  if (context.depth > deepest) return noEntry(value, context);
  if (Array.isArray(value)) return readList(value, context);
  return isRecord(value) ? readRecord(new Map(Object.entries(value)), context) : noEntry(value, context);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** What says nothing is no loss. */
function noEntry(value: unknown, { file, place }: Context): Reading {
  const text = oneLine(textOf(value)).slice(0, 60);
  return text === '' ? joined([]) : left({ code: 'no-entry', file, place, parameters: { text } });
}

function readList(values: readonly unknown[], context: Context): Reading {
  const readings = values.map((value, index) => {
    const inner = { ...context, place: `${context.place}[${index}]`, depth: context.depth + 1 };
    return isPair(value) ? readPair(value, inner) : readAny(value, inner);
  });
  return joined(readings);
}

const isPair = (value: unknown): value is readonly [unknown, unknown] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

const readPair = (
  [question, answer]: readonly [unknown, unknown],
  { file, place, group }: Context,
): Reading => readingOf({ file, place, group, question: textOf(question), answer: textOf(answer) });

type Record_ = ReadonlyMap<string, unknown>;

function readRecord(record: Record_, context: Context): Reading {
  const fields = fieldsOf(record);
  if (fields.question !== undefined && fields.answer !== undefined) return readEntry(fields, record, context);
  if (holdsMore(record, fields)) return readGroup(record, fields, context);
  if (fields.question !== undefined) return readEntry(fields, record, context);
  if (fields.answer !== undefined) return readEntry(fields, record, context);
  return readGroup(record, fields, context);
}

type Fields = Readonly<Partial<Record<Field, readonly string[]>>>;

/** The keys of what an entry consists of. A key that may be an answer is one only where nothing says `answer`. */
function fieldsOf(record: Record_): Fields {
  const fields: Partial<Record<Field, string[]>> = {};
  for (const meaning of [fieldOf, weakFieldOf]) {
    for (const [key, value] of record) {
      const field = meaning(key);
      if (field === null || !fits(field, value)) continue;
      if (meaning === weakFieldOf && fields[field] !== undefined) continue;
      fields[field] = [...(fields[field] ?? []), key];
    }
  }
  return fields;
}

/** Lists of objects below a key such as `questions` are entries of their own, not its value. */
function fits(field: Field, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isScalar);
  return isScalar(value) || (field === 'answer' && isRecord(value) && isRichText(value));
}

const isScalar = (value: unknown): boolean =>
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value);

/** `{ html: "…" }`, or an embed with its description. */
const isRichText = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(value).some(([key, held]) => weakFieldOf(key) === 'answer' && isScalar(held));

/** Whether something below a record may hold entries of its own. */
const holdsMore = (record: Record_, fields: Fields): boolean => containersOf(record, fields).length > 0;

function containersOf(record: Record_, fields: Fields): [string, unknown][] {
  const own = new Set(Object.values(fields).flat());
  return [...record].filter(
    ([key, value]) => !own.has(key) && (isRecord(value) || (Array.isArray(value) && !value.every(isScalar))),
  );
}

function readEntry(fields: Fields, record: Record_, context: Context, key: string | null = null): Reading {
  const { file, place, group } = context;
  const textsOf = (field: Field): string[] =>
    (fields[field] ?? []).flatMap((name) => listOf(record.get(name)));
  const [question = '', ...others] = textsOf('question');
  const called = key === null ? question : question || readable(key);
  const category = textsOf('category').slice(0, 1);
  // A tag's keywords are the words that it is called by.
  const names = key !== null && fields.question === undefined ? textsOf('keywords').map(readable) : [];
  const reading = readingOf({
    file,
    place,
    question: called,
    answer: (fields.answer ?? []).map((name) => textOf(record.get(name))).join('\n\n'),
    phrasings: [...others, ...textsOf('phrasings').flatMap(phrasingsOf), ...names],
    keywords: names.length > 0 ? [] : textsOf('keywords').flatMap(keywordsOf),
    group:
      group.length > 0
        ? [...group, ...category]
        : category.length > 0
          ? category
          : textsOf('source').slice(0, 1),
  });
  return joined([
    reading,
    ...containersOf(record, fields).map(([name, value]) => readAny(value, below(context, name))),
  ]);
}

/** An object of questions, of tags or of categories; its own name is that of what it holds. */
function readGroup(record: Record_, fields: Fields, context: Context): Reading {
  const [titleKey] = fields.question ?? fields.category ?? [];
  const isTitled = titleKey !== undefined && holdsMore(record, fields);
  const title = isTitled ? oneLine(textOf(record.get(titleKey))) : '';
  const inner = title === '' ? context : { ...context, group: [...context.group, title] };
  const readings = [...record]
    .filter(([key]) => !(isTitled && key === titleKey))
    .map(([key, value]) => readMember(key, value, inner, holdsMore(record, fields)));
  return joined(readings);
}

function readMember(key: string, value: unknown, context: Context, isMixed: boolean): Reading {
  const inner = below(context, key);
  if (isRecord(value)) {
    const record = new Map(Object.entries(value));
    const fields = fieldsOf(record);
    if (fields.answer !== undefined && !holdsMore(record, fields))
      return readEntry(fields, record, inner, key);
    return readRecord(record, named(inner, key));
  }
  if (Array.isArray(value) && !value.every(isScalar)) return readList(value, named(inner, key));
  // Beside lists of entries, what an object says of itself (a version, a description) is no question.
  const isOwn = fieldOf(key) !== null || weakFieldOf(key) !== null || (isMixed && !/[\s?]/u.test(key));
  if (isOwn || value === null) return noEntry(value, inner);
  const { file, place, group } = inner;
  return readingOf({ file, place, group, question: key, answer: textOf(value) });
}

const below = (context: Context, key: string): Context => ({
  ...context,
  place: context.place === '' ? key : `${context.place}.${key}`,
  depth: context.depth + 1,
});

/** Keys that only say that entries follow. */
const stock =
  /^(?:faqs?|items?|questions|entries|data|list|content|tags|qnas?|pairs|results|children|intents|spørgsmål|categories|kategorier|sections|topics|emner|svar|answers)$/iu;

const named = (context: Context, key: string): Context =>
  stock.test(key.trim()) ? context : { ...context, group: [...context.group, readable(key)] };

/** `report-bugs` as people write it. */
const readable = (key: string): string =>
  /[\s?]/u.test(key) ? key : key.replaceAll(/[-_]+/gu, ' ').trim() || key;

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : [textOf(value)]);

const textKeys = ['title', 'markdown', 'text', 'content', 'description', 'body', 'value', 'html', 'answer'];

/** The text of a value: of a list one paragraph each, of an object what says its text. */
function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (isScalar(value)) return String(value);
  if (depth > deepest) return '';
  if (Array.isArray(value)) return value.map((part) => textOf(part, depth + 1)).join('\n\n');
  if (!isRecord(value)) return '';
  const texts = new Map(Object.entries(value));
  const known = textKeys.filter((key) => texts.has(key));
  return known.map((key) => textOf(texts.get(key), depth + 1)).join('\n\n');
}
