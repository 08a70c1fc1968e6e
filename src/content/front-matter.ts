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
}

/** Something wrong with the front matter; `line` counts from 1 within the YAML text. */
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
const language = z.string().refine((value) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/iu.test(value));

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

/** Reads the YAML between the fences. A bad value is left out and reported; bad syntax leaves everything out. */
export function parseFrontMatter(yaml: string): { value: FrontMatter; problems: FrontMatterProblem[] } {
  const document = parseDocument(yaml, { uniqueKeys: true });
  const syntax = document.errors[0];
  if (syntax !== undefined)
    return broken(syntax.linePos?.[0].line ?? 1, syntax.message.split('\n', 1)[0] ?? '');
  const raw = toValue(document);
  if (raw === null) return { value: emptyFrontMatter, problems: [] };
  if (!isRecord(raw)) return broken(1, 'not a list of "key: value" lines');
  return readFields(raw, yaml);
}

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

function broken(line: number, detail: string): { value: FrontMatter; problems: FrontMatterProblem[] } {
  return { value: emptyFrontMatter, problems: [{ code: 'front-matter-syntax', line, detail }] };
}

function readFields(
  raw: Readonly<Record<string, unknown>>,
  yaml: string,
): { value: FrontMatter; problems: FrontMatterProblem[] } {
  const problems: FrontMatterProblem[] = [];
  const read = <Value>(key: string, { schema, expected }: Field<Value>, otherwise: Value): Value => {
    const given = raw[key];
    if (given === undefined || given === null) return otherwise;
    const result = schema.safeParse(given);
    if (result.success) return result.data;
    const line = yaml.split('\n').findIndex((row) => row.trimStart().startsWith(`${key}:`)) + 1;
    problems.push({ code: 'front-matter-value', line: Math.max(line, 1), key, expected });
    return otherwise;
  };
  const value: FrontMatter = {
    title: read('title', fields.title, null),
    description: read('description', fields.description, null),
    keywords: read('keywords', fields.keywords, []),
    lang: read<string | null>('lang', fields.lang, null),
    url: read<string | null>('url', fields.url, null),
    updated: read<string | null>('updated', fields.updated, null),
    reviewBy: read<string | null>('review_by', fields.reviewBy, null),
  };
  return { value, problems };
}
