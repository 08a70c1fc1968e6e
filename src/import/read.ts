import { extname } from 'node:path';
import { isArticle } from '../content/files.ts';
import { readChannel } from './channel.ts';
import { decode, isPacked } from './decode.ts';
import { joined, left, type Reading } from './entry.ts';
import { readLanguageStudio } from './language-studio.ts';
import { readStructured } from './structured.ts';
import { readTable } from './table.ts';
import { readTag } from './tag.ts';
import { readValues, type ValueFormat } from './value.ts';

type Format = ValueFormat | 'table' | 'tag';

const formats: Readonly<Record<string, Format>> = {
  '.tsv': 'table',
  '.tab': 'table',
  '.csv': 'table',
  '.txt': 'table',
  '.json': 'JSON',
  '.jsonl': 'JSON lines',
  '.ndjson': 'JSON lines',
  '.yaml': 'YAML',
  '.yml': 'YAML',
  '.toml': 'TOML',
  '.tag': 'tag',
};

const million = 1_000_000;
/** Bytes of a file that are read, by what reading it costs. */
const limits: Readonly<Record<Format, number>> = {
  table: 20 * million,
  JSON: 20 * million,
  'JSON lines': 20 * million,
  YAML: 2 * million,
  TOML: 5 * million,
  tag: million,
};

/** Whether a file in a folder is one that can be read. */
export const isImportable = (name: string): boolean => formatOf(name) !== null;

function formatOf(name: string): Format | null {
  const ending = extname(name).toLowerCase();
  return Object.hasOwn(formats, ending) ? (formats[ending] ?? null) : null;
}

/** The most bytes that are read of any file of that name. */
export const mostBytes = (name: string): number => limits[formatOf(name) ?? 'table'];

/** Reads a file by its name and content. Never throws; what is no FAQ is a remark. */
export function readFaq(file: string, bytes: Uint8Array): Reading {
  const place = null;
  const ending = extname(file).toLowerCase();
  if (isArticle(file)) return left({ code: 'is-article', file, place, parameters: {} });
  if (isPacked(bytes)) return left({ code: 'packed', file, place, parameters: { ending } });
  const format = formatOf(file);
  if (format === null) return left({ code: 'kind-unknown', file, place, parameters: { ending } });
  const limit = limits[format];
  if (bytes.length > limit) {
    return left({ code: 'too-large', file, place, parameters: { bytes: bytes.length, limit } });
  }
  const { text, remarks } = decode(file, bytes);
  if (text.trim() === '') return left({ code: 'empty', file, place, parameters: {} });
  const reading = joined([readText(file, text, format)], remarks);
  if (reading.entries.length > 0 || reading.remarks.length > remarks.length) return reading;
  return joined([left({ code: 'nothing-found', file, place, parameters: {} })], remarks);
}

function readText(file: string, text: string, format: Format): Reading {
  if (format === 'table') return readTable(file, text);
  if (format === 'tag') return readTag(file, text);
  const { values, remarks } = readValues(file, text, format);
  return joined(
    values.map(({ place, value }) => readValue(file, place, value)),
    remarks,
  );
}

const readValue = (file: string, place: string, value: unknown): Reading =>
  readLanguageStudio(file, value) ?? readChannel(file, value) ?? readStructured(file, place, value);
