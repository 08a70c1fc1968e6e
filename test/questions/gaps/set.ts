import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const here = dirname(fileURLToPath(import.meta.url));

/** Fifteen needs by name, each asked for in eight ways. */
export const needs: Readonly<Record<string, readonly string[]>> = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync(join(here, 'da.yml'), 'utf8')));

const line = z.object({ question: z.string(), id: z.string(), relevant: z.array(z.string()).optional() });

/** Questions about as many different things, from the committed sets: the first one about each passage. */
export function otherQuestions(count: number): readonly string[] {
  const byPassage = new Map<string, string>();
  for (const set of ['da-kommune', 'da-hobbymanual']) {
    const lines = readFileSync(join(here, '..', set, 'queries.jsonl'), 'utf8')
      .trim()
      .split('\n');
    for (const { question, id, relevant } of lines.map((text) => line.parse(JSON.parse(text)))) {
      const about = `${set}/${relevant?.[0] ?? id}`;
      if (!byPassage.has(about)) byPassage.set(about, question);
    }
  }
  return Array.from(byPassage.values()).slice(0, count);
}
