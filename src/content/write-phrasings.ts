import type { CommentPlace } from './blocks.ts';
import { parseArticle } from './parse.ts';

/** Questions that a passage is to be asked by besides. */
export interface Addition {
  /** Id of the passage. */
  readonly passage: string;
  readonly questions: readonly string[];
}

/**
 * Writes phrasings into an article, in a comment where its passages have them. All other bytes stay, line ends too.
 * @param id the article's; `.mdx` has comments of its own
 * @returns null where the result would not be the same article with these phrasings more
 */
export function writePhrasings(id: string, before: string, additions: readonly Addition[]): string | null {
  const { passages, places } = parseArticle(id, before);
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  // Kept apart with their own ends, lines come back byte for byte.
  const lines = before.split(/(?<=\n)/u);
  const placed = additions.flatMap(({ passage: wanted, questions }) => {
    const passage = passages.find((each) => each.id === wanted);
    const place = places.get(wanted) ?? (passage?.level === 0 ? null : belowLine(passage?.line ?? 0));
    return place === null ? [] : [{ place, questions }];
  });
  // From the bottom up, so that line numbers above stay right.
  for (const { place, questions } of placed.toSorted((a, b) => b.place.line - a.place.line))
    insert(lines, place, questions, { end, ...formOf(id) });
  const after = lines.join('');
  return isSameArticle(id, before, after, additions) ? after : null;
}

const belowLine = (line: number): CommentPlace => ({ line, prefix: '', afterBlank: false });

interface Form {
  readonly open: string;
  readonly close: string;
}

/** HTML has no place in MDX, not even as a comment. */
const formOf = (id: string): Form =>
  id.toLowerCase().endsWith('.mdx') ? { open: '{/*', close: '*/}' } : { open: '<!--', close: '-->' };

function insert(
  lines: string[],
  { line, prefix, afterBlank }: CommentPlace,
  questions: readonly string[],
  { end, open, close }: Form & { readonly end: string },
): void {
  const rows = questions.map((question) => `${prefix}- ${closed(question)}${end}`);
  const at = closingLine(lines, line, prefix);
  if (at !== null) {
    lines.splice(at, 0, ...rows);
    return;
  }
  const last = lines[line - 1];
  if (last !== undefined && !last.endsWith('\n')) lines[line - 1] = last + end;
  const blank = afterBlank ? [`${prefix.trimEnd()}${end}`] : [];
  lines.splice(line, 0, ...blank, `${prefix}${open} questions${end}`, ...rows, `${prefix}${close}${end}`);
}

/** What would end the comment ends nothing. */
const closed = (question: string): string => question.replaceAll('-->', '→').replaceAll('*/}', '* /}');

/** Index of the line that ends the `questions` comment which begins there; null where none of several lines does. */
function closingLine(lines: readonly string[], from: number, prefix: string): number | null {
  const bare = (index: number): string => {
    const line = lines[index] ?? '';
    return (line.startsWith(prefix.trimEnd()) ? line.slice(prefix.trimEnd().length) : line).trim();
  };
  let index = from;
  while (index < lines.length && bare(index) === '') index++;
  if (!/^(?:<!--|\{\/\*)\s*questions\s*$/u.test(bare(index))) return null;
  for (index++; index < lines.length; index++) if (/-->|\*\/\}/u.test(bare(index))) return index;
  return null;
}

/** Reads both: the same passages, and besides only the phrasings that were to come. */
function isSameArticle(id: string, before: string, after: string, additions: readonly Addition[]): boolean {
  const was = parseArticle(id, before).passages;
  const is = parseArticle(id, after).passages;
  const wanted = new Map(additions.map(({ passage, questions }) => [passage, questions.map(closed)]));
  if (was.length !== is.length) return false;
  return was.every((old, index) => {
    const now = is[index];
    const asked = [...old.phrasings.map(({ text }) => text), ...(wanted.get(old.id) ?? [])].toSorted();
    const asks = (now?.phrasings.map(({ text }) => text) ?? []).toSorted();
    const isEqual = asks.length === asked.length && asks.every((text, place) => text === asked[place]);
    return isEqual && now?.id === old.id && now.markdown === old.markdown && now.level === old.level;
  });
}
