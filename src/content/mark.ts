import { attributesOf } from './tags.ts';

/** What a mark of a site generator is, read from its text. */
export type Mark =
  /** `:::kind[title]`; without a kind it ends one. */
  | { readonly kind: 'fence'; readonly size: number; readonly name: string; readonly title: string | null }
  /** `??? kind "title"`, `!!! kind "title"`, `=== "title"`: its body is indented below. */
  | { readonly kind: 'indented'; readonly name: string; readonly title: string | null }
  /** `{% name … %}`, `{{< name … >}}`. */
  | {
      readonly kind: 'tag';
      readonly name: string;
      readonly isClose: boolean;
      readonly title: string | null;
    }
  | { readonly kind: 'other' };

const other: Mark = { kind: 'other' };

/** Reads the text of a mark. */
export function readMark(raw: string): Mark {
  if (raw.startsWith('::')) return readFence(raw);
  if (/^(?:\?\?\?|!!!|===)/u.test(raw)) return readIndented(raw);
  return readTag(raw);
}

/** The title that a mark gives to what it opens, as written. */
export function markTitle(raw: string): string | null {
  const mark = readMark(raw);
  return mark.kind === 'fence' || mark.kind === 'indented' ? mark.title : null;
}

const titleKeys = ['title', 'question', 'summary', 'header'];

/** What is folded until a reader asks for it; a tab's label, for one, only says which variant its text is. */
const folds = /accordion|collaps|details|dropdown|expand|faq|question|spoiler|toggle/iu;

/** The string that names an element or tag: its `title`, `question`, `summary` or `header`, of what folds its `label`. */
export function namedTitle(attributes: ReadonlyMap<string, string>, name: string): string | null {
  const keys = folds.test(name) ? [...titleKeys, 'label'] : titleKeys;
  const key = keys.find((each) => (attributes.get(each) ?? '').trim() !== '');
  return key === undefined ? null : (attributes.get(key) ?? null);
}

function readFence(raw: string): Mark {
  const [, colons = '', name = '', rest = ''] =
    /^(:{2,})[ \t]*([\p{L}\p{N}_-]*)(.*)$/u.exec(raw.trimEnd()) ?? [];
  const [, label, attributes = ''] = /^\[(.*)\](\{.*\})?$/u.exec(rest.trim()) ?? [];
  const written = rest.trim().startsWith('{') ? rest.trim() : attributes;
  const plain = rest.trim().startsWith('{') ? '' : rest.replace(/[ \t]*\{[^{}]*\}$/u, '').trim();
  const title = label ?? namedTitle(attributesOf(written), name) ?? (plain === '' ? null : unquoted(plain));
  return { kind: 'fence', size: colons.length, name: name || (written === '' ? '' : 'box'), title };
}

const unquoted = (text: string): string => /^"(.*)"$/u.exec(text)?.[1] ?? text;

function readIndented(raw: string): Mark {
  const [, name = ''] = /^(?:\?\?\?\+?|!!!|===[!+]?)[ \t]*([\p{L}\p{N}_-]*)/u.exec(raw) ?? [];
  const [, double, single] = /"(.*)"[ \t]*$|'(.*)'[ \t]*$/u.exec(raw) ?? [];
  const title = (double ?? single ?? '').replaceAll('\\"', '"');
  return { kind: 'indented', name, title: title.trim() === '' ? null : title };
}

const foldTags = new Set([
  'details',
  'expand',
  'collapse',
  'accordion',
  'faq',
  'question',
  'spoiler',
  'toggle',
]);

function readTag(raw: string): Mark {
  const [, inner = ''] = /^\{[{%]\s*[<%]?-?([\s\S]*?)-?[>%]?\s*[}%]\}$/u.exec(raw) ?? [];
  const [, slash, name = '', rest = ''] = /^\s*(\/|end[_-]?(?=\w))?\s*([\w-]+)([\s\S]*)$/u.exec(inner) ?? [];
  if (name === '' || !/^\{%|^\{\{[<%]/u.test(raw)) return other;
  if (slash !== undefined) return { kind: 'tag', name, isClose: true, title: null };
  const attributes = attributesOf(rest);
  const [, quoted] = /^\s*["“]([^"”]+)["”]/u.exec(rest) ?? [];
  const bare = foldTags.has(name) && attributes.size === 0 ? (quoted ?? rest.trim()) : null;
  return { kind: 'tag', name, isClose: false, title: namedTitle(attributes, name) ?? (bare || null) };
}
