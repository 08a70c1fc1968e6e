import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A question whose right answers are known. */
export interface KnownQuestion {
  readonly id: string;
  readonly question: string;
  /** Ids of every passage that would satisfy the asker; empty: nothing should be answered. */
  readonly relevant: readonly string[];
  readonly kind: string;
}

/** A file of questions that cannot be used; the message names the file and line. */
export class QuestionFileError extends Error {
  override readonly name = 'QuestionFileError';
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  question: z.string(),
  relevant: z.array(z.string()),
  kind: z.string().default('question'),
});

/**
 * Reads questions with their right answers, one JSON object a line.
 * @throws {QuestionFileError} for a file that cannot be read or a line of another form
 */
export function readQuestions(file: string): readonly KnownQuestion[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new QuestionFileError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = `${file}:${String(index + 1)}`;
    return [readLine(line, place, String(index + 1))];
  });
}

function readLine(line: string, place: string, number: string): KnownQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new QuestionFileError(`${place}: not a JSON object`);
  }
  const result = lineSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new QuestionFileError(`${place}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  return { ...result.data, id: result.data.id ?? number };
}
