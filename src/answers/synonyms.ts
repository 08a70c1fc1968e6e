import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';

/** The deployment's own synonyms: a list in the content folder, one meaning an entry. */
export const synonymsFile = 'synonyms.yml';

export interface OwnSynonyms {
  /** Each row's words and phrases mean the same. */
  readonly rows: readonly (readonly string[])[];
  /** Where the file is not as it should be; null where all is well or there is none. */
  readonly problem: { readonly line: number | null; readonly detail: string } | null;
}

const none: OwnSynonyms = { rows: [], problem: null };
const schema = z.array(z.array(z.coerce.string().trim().min(1)).min(2));

/**
 * Reads `synonyms.yml` of a content folder, `- [pris, gebyr, hvad koster]` a line. A broken file is a problem, never an
 * exception, and gives no synonyms.
 */
export async function readSynonyms(dir: string): Promise<OwnSynonyms> {
  let text: string;
  try {
    text = await readFile(join(dir, synonymsFile), 'utf8');
  } catch {
    return none;
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    return {
      rows: [],
      problem: { line: error.linePos?.[0].line ?? null, detail: error.message.split('\n')[0] ?? '' },
    };
  }
  const value: unknown = document.toJS() ?? [];
  const result = schema.safeParse(value);
  if (result.success) return { rows: result.data, problem: null };
  return { rows: [], problem: { line: null, detail: 'a list of lists' } };
}
