import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import { oneLine, readingOf, type Reading } from './entry.ts';

/** `key: value` lines, a line of `---`, and the text. */
const form = /^\uFEFF?(?:---[ \t]*\n)?([\s\S]*?)\n?---[ \t]*(?:\n([\s\S]*))?$/u;

/** A tag of Geyser's bot: settings, a line of `---`, and the text that it posts. */
export function readTag(file: string, source: string): Reading {
  const text = source.replaceAll(/\r\n?/gu, '\n');
  const [, head = '', body = ''] = form.exec(text) ?? [null, '', text];
  const settings = settingsOf(head);
  const name = readable(basename(file).replace(/\.tag$/iu, ''));
  const title = oneLine((settings.get('title') ?? '').replaceAll(/:\w+:/gu, ''));
  const folder = basename(dirname(file));
  const called = [...split(settings.get('aliases'), /,/u), ...split(settings.get('issues'), /\|\||,/u)];
  const image = settings.get('image') ?? '';
  return readingOf({
    file,
    place: '1',
    question: title || name,
    answer: image === '' ? body : `${body.trim()}\n\n![${title || name}](${image})`,
    phrasings: [...(title === '' ? [] : [name]), ...called],
    group: folder === '' || folder === '.' ? ['tags'] : [readable(folder)],
  });
}

const readable = (name: string): string => name.replaceAll(/[-_]+/gu, ' ').trim() || name;

const split = (text: string | undefined, at: RegExp): string[] =>
  (text ?? '')
    .split(at)
    .map(oneLine)
    .filter((part) => part !== '');

/** Not quite YAML: a title may begin with a colon. What YAML reads as a list is one. */
function settingsOf(head: string): ReadonlyMap<string, string> {
  const rows = head.split('\n').flatMap((line): [string, string][] => {
    const [, key = '', value = ''] = /^(\w+)\s*:\s*(.*)$/u.exec(line.trim()) ?? [];
    return key === '' ? [] : [[key.toLowerCase(), listed(value)]];
  });
  return new Map(rows);
}

function listed(value: string): string {
  if (!value.startsWith('[')) return value.replace(/^(["'])(.*)\1$/u, '$2');
  try {
    const list: unknown = parse(value);
    return Array.isArray(list) ? list.map(String).join(',') : value;
  } catch {
    return value;
  }
}
