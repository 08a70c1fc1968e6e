import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

/** The deployment's own synonyms: a list in the content folder, one meaning an entry. */
export const synonymsFile = 'synonyms.yml';

/** Why the file, or a line of it, is not used. */
export interface SynonymsProblem {
  /** `syntax`: no YAML, `list`: no list of meanings, `meaning`: an entry without two words or phrases. */
  readonly code: 'syntax' | 'list' | 'meaning' | 'unreadable';
  /** 1-based; null where the whole file is meant. */
  readonly line: number | null;
  /** What the system or the parser says, or the entry as written. */
  readonly detail: string;
}

export interface OwnSynonyms {
  /** Each row's words and phrases mean the same. */
  readonly rows: readonly (readonly string[])[];
  /** The first thing that is wrong; null where all is well or there is no file. */
  readonly problem: SynonymsProblem | null;
}

/** Reads `synonyms.yml` of a content folder; without the file there are none. Never throws. */
export async function readSynonyms(dir: string): Promise<OwnSynonyms> {
  try {
    return parseSynonyms(await readFile(join(dir, synonymsFile), 'utf8'));
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return detail === 'ENOENT' ? none : { rows: [], problem: { code: 'unreadable', line: null, detail } };
  }
}

const none: OwnSynonyms = { rows: [], problem: null };

/**
 * One meaning an entry, as simple as it can be typed, or as a YAML list:
 * ```
 * - pris, gebyr, hvad koster
 * - [medlem, deltager]
 * ```
 * An entry that is neither is a problem; the others hold.
 */
export function parseSynonyms(text: string): OwnSynonyms {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lines.linePos(error.pos[0]).line;
    return { rows: [], problem: { code: 'syntax', line, detail: error.message.split('\n', 1)[0] ?? '' } };
  }
  const entries: unknown = document.toJS();
  if (entries === null) return none;
  if (!Array.isArray(entries))
    return { rows: [], problem: { code: 'list', line: 1, detail: text.trim().split('\n', 1)[0] ?? '' } };
  const rows = entries.map(rowOf);
  const index = rows.indexOf(null);
  return {
    rows: rows.filter((row) => row !== null),
    problem: index < 0 ? null : { code: 'meaning', ...entryAt(document, index, lines, text) },
  };
}

/** Two words or phrases at least, or null. */
function rowOf(entry: unknown): readonly string[] | null {
  const parts: readonly unknown[] =
    typeof entry === 'string' ? entry.split(',') : Array.isArray(entry) ? entry : [];
  if (!parts.every(isScalar)) return null;
  const row = Array.from(new Set(parts.map((part) => String(part).trim()))).filter((part) => part !== '');
  return row.length < 2 ? null : row;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function entryAt(document: Document, index: number, lines: LineCounter, text: string) {
  const node = document.getIn([index], true);
  if (!isNode(node) || !node.range) return { line: null, detail: '' };
  const [start, end] = node.range;
  return { line: lines.linePos(start).line, detail: text.slice(start, end) };
}
