import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument } from 'yaml';
import { z } from 'zod';

/** What the front matter of an article may say; unknown keys are let be. */
export interface FrontMatter {
  readonly title: string | null;
  readonly description: string | null;
  readonly keywords: readonly string[];
  readonly lang: string | null;
  readonly url: string | null;
  readonly updated: string | null;
  readonly reviewBy: string | null;
  /** The question that the whole file answers. */
  readonly question: string | null;
  /** Other ways to ask what the file answers. */
  readonly phrasings: readonly string[];
}

/** Something wrong with the front matter; `line` counts from 1 within its text. */
export type FrontMatterProblem =
  | { readonly code: 'front-matter-syntax'; readonly line: number; readonly detail: string }
  | {
      readonly code: 'front-matter-value';
      readonly line: number;
      readonly key: string;
      readonly expected: string;
    };

export const emptyFrontMatter: FrontMatter = Object.freeze({
  title: null,
  description: null,
  keywords: [],
  lang: null,
  url: null,
  updated: null,
  reviewBy: null,
  question: null,
  phrasings: [],
});

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim() || null);
const day = z
  .union([z.string(), z.date().transform((date) => date.toISOString())])
  .transform((value) => value.slice(0, 10))
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value)));
const list = z
  .union([z.string(), z.array(z.union([z.string(), z.number()]))])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value.map(String))
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
const address = z.string().refine((value) => /^https?:$/u.test(protocolOf(value)));
/** `da_DK`, as operating systems and Crowdin write it, is `da`. */
const language = z
  .string()
  .transform((value) => value.trim().replace(/_.*$/u, ''))
  .refine((value) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/iu.test(value));

interface Field<Value> {
  readonly schema: z.ZodType<Value>;
  readonly expected: string;
}

/** What each value must be; `expected` is worded by the fronts. */
const fields = {
  title: { schema: text, expected: 'text' },
  description: { schema: text, expected: 'text' },
  keywords: { schema: list, expected: 'list' },
  lang: { schema: language, expected: 'language' },
  url: { schema: address, expected: 'url' },
  updated: { schema: day, expected: 'date' },
  reviewBy: { schema: day, expected: 'date' },
} as const;

function protocolOf(value: string): string {
  try {
    return new URL(value).protocol;
  } catch {
    return '';
  }
}

type Read = { readonly value: FrontMatter; readonly problems: readonly FrontMatterProblem[] };

/** Reads what stands between the fences. A bad value is left out and reported; bad syntax leaves everything out. */
export function parseFrontMatter(source: string, format: 'yaml' | 'toml' = 'yaml'): Read {
  const raw = format === 'yaml' ? fromYaml(source) : fromToml(source);
  if ('code' in raw) return { value: emptyFrontMatter, problems: [raw] };
  if (raw.value === null) return { value: emptyFrontMatter, problems: [] };
  if (!isRecord(raw.value)) return broken(1, 'not a list of "key: value" lines');
  return readFields(raw.value, source);
}

type Raw = { readonly value: unknown } | (FrontMatterProblem & { readonly code: 'front-matter-syntax' });

function fromYaml(source: string): Raw {
  const document = parseDocument(source, { uniqueKeys: true });
  const syntax = document.errors[0];
  if (syntax === undefined) return { value: toValue(document) };
  return syntaxProblem(syntax.linePos?.[0].line ?? 1, syntax.message);
}

function fromToml(source: string): Raw {
  try {
    return { value: parseToml(source) };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    return syntaxProblem(line, error instanceof Error ? error.message : String(error));
  }
}

const syntaxProblem = (line: number, message: string) =>
  ({ code: 'front-matter-syntax', line, detail: message.split('\n', 1)[0] ?? '' }) as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Alias bombs throw while the value is built. */
function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return [error];
  }
}

function broken(line: number, detail: string): Read {
  return { value: emptyFrontMatter, problems: [{ code: 'front-matter-syntax', line, detail }] };
}

/** The first of these that a file has, of keys and keys within keys, each also as other tools spell it. */
function valueOf(raw: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  const values = keys.map((key) => {
    const [outer = '', inner] = key.split('.');
    const value = raw[outer];
    return inner === undefined ? value : isRecord(value) ? value[inner] : undefined;
  });
  return values.find((value) => value !== undefined && value !== null);
}

/** What other tools call what Svar calls `question`, `keywords` and so on. A value of another form is theirs, and let be. */
const otherKeys = {
  question: ['question', 'spørgsmål'],
  title: ['embed.title'],
  keywords: ['tags', 'taxonomies.tags'],
  lang: ['language', 'locale'],
} as const;

const phrasingKeys = [
  'aliases',
  'alias',
  'alt_titles',
  'altTitles',
  'alternate_questions',
  'alternateQuestions',
  'alternative_questions',
  'questions',
  'phrasings',
  'synonyms',
];

const lines = z
  .union([z.string(), z.array(z.union([z.string(), z.number()]))])
  .transform((value) => (typeof value === 'string' ? value.split(/[,\n]/u) : value.map(String)))
  // Hugo and Jekyll keep a page's former addresses as its aliases.
  .transform((values) =>
    values.map((each) => each.trim()).filter((each) => each !== '' && !/^\/|^https?:/u.test(each)),
  );

function readFields(raw: Readonly<Record<string, unknown>>, source: string): Read {
  const problems: FrontMatterProblem[] = [];
  const read = <Value>(key: string, { schema, expected }: Field<Value>, otherwise: Value): Value => {
    const given = raw[key];
    if (given === undefined || given === null) return otherwise;
    const result = schema.safeParse(given);
    if (result.success) return result.data;
    const line = source.split('\n').findIndex((row) => new RegExp(`^\\s*${key}\\s*[:=]`, 'u').test(row)) + 1;
    problems.push({ code: 'front-matter-value', line: Math.max(line, 1), key, expected });
    return otherwise;
  };
  const other = <Value>(keys: readonly string[], schema: z.ZodType<Value>, otherwise: Value): Value => {
    const given = valueOf(raw, keys);
    // Refusing what is not there would take most of the time of reading an article's front matter.
    const result = given === undefined ? null : schema.safeParse(given);
    return result?.success === true ? result.data : otherwise;
  };
  const value: FrontMatter = {
    title: read('title', fields.title, null) ?? other(otherKeys.title, text, null),
    description: read('description', fields.description, null),
    keywords: [...read('keywords', fields.keywords, []), ...other(otherKeys.keywords, list, [])],
    lang:
      read<string | null>('lang', fields.lang, null) ?? other<string | null>(otherKeys.lang, language, null),
    url: read<string | null>('url', fields.url, null),
    updated: read<string | null>('updated', fields.updated, null),
    reviewBy: read<string | null>('review_by', fields.reviewBy, null),
    question: other(otherKeys.question, text, null),
    phrasings: [...new Set(phrasingKeys.flatMap((key) => other([key], lines, [])))],
  };
  return { value, problems };
}
