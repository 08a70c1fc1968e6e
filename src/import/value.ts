import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import type { Remark } from './remark.ts';

/** Values of a file, each with its place, and what could not be read. */
export interface Values {
  readonly values: readonly { readonly place: string; readonly value: unknown }[];
  readonly remarks: readonly Remark[];
}

export type ValueFormat = 'JSON' | 'JSON lines' | 'YAML' | 'TOML';

/** Reads data that is text. Never throws. */
export function readValues(file: string, text: string, format: ValueFormat): Values {
  if (format === 'JSON lines') return readLines(file, text);
  try {
    return { values: parsed(text, format), remarks: [] };
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    return { values: [], remarks: [{ code: 'syntax', file, place: null, parameters: { format, detail } }] };
  }
}

function parsed(text: string, format: Exclude<ValueFormat, 'JSON lines'>): Values['values'] {
  if (format === 'YAML') return yamlValues(text);
  const value: unknown = format === 'JSON' ? JSON.parse(text) : parseToml(text);
  return [{ place: '', value }];
}

function yamlValues(text: string): Values['values'] {
  const documents = parseAllDocuments(text, { uniqueKeys: true });
  if (!Array.isArray(documents)) return [];
  return documents.map((document, index) => {
    const [problem] = document.errors;
    if (problem !== undefined) throw problem;
    // Aliases that unfold to more than anyone writes throw here.
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { place: documents.length === 1 ? '' : `[${index}]`, value };
  });
}

function readLines(file: string, text: string): Values {
  const values: { place: string; value: unknown }[] = [];
  const remarks: Remark[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const place = String(index + 1);
    const { values: read, remarks: broken } = readValues(file, line, 'JSON');
    values.push(...read.map(({ value }) => ({ place, value })));
    remarks.push(...broken.map((remark) => ({ ...remark, place })));
  }
  return { values, remarks };
}
