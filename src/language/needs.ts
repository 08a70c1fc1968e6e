import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'needs');

const phrases = z.string().transform((text) =>
  text
    .split(/[,\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== ''),
);

/** What people everywhere want of a community: how they say it, and how articles head it. */
const needsSchema = z.record(z.string(), z.strictObject({ said: phrases, headed: phrases }));
export type Need = z.output<typeof needsSchema>[string];

/**
 * The everyday needs of a language by name, from `needs/<tag>.yml`; none where nobody has written them down.
 * @throws with file and reason when the file is not as the schema says
 */
export function needsIn(tag: string): Readonly<Record<string, Need>> {
  const file = join(folder, `${tag}.yml`);
  if (!existsSync(file)) return {};
  const result = needsSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new Error(`${file}: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`);
}
