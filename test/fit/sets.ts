import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Articles and questions that the numbers are fitted on or measured on. */
export interface FitSet {
  readonly name: string;
  readonly contentDir: string;
  readonly questionFile: string;
  /** Kept out of every fit and reported apart. */
  readonly isKeptOut: boolean;
}

const questions = join(dirname(fileURLToPath(import.meta.url)), '../questions');

/** Written like the others, and never looked at by a fit: what anybody's own articles may expect. */
export const keptOut: readonly string[] = [
  'da-badmintonklub',
  'da-hobbymanual',
  'da-festival',
  'en-saas-help',
];

export const setAt = (dir: string, isKeptOut: boolean): FitSet => ({
  name: basename(resolve(dir)),
  contentDir: join(dir, 'content'),
  questionFile: join(dir, 'queries.jsonl'),
  isKeptOut,
});

/** Every committed set that has questions, in the order of their names. */
export function committedSets(): readonly FitSet[] {
  return readdirSync(questions)
    .toSorted()
    .map((name) => setAt(join(questions, name), keptOut.includes(name)))
    .filter(({ contentDir, questionFile }) => existsSync(contentDir) && existsSync(questionFile));
}
