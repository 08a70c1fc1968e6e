import { open } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Problem } from './article.ts';
import type { FoundFiles } from './files.ts';

/** Bytes of a file that are looked at. */
const sample = 65_536;
const endings = new Set(['.tsv', '.csv', '.toml', '.yaml', '.yml', '.json', '.jsonl', '.tag']);
/** Words that stand as keys or column names where questions are kept. */
const asks =
  /(?:^|[\s"'{,;\t])(?:questions?|alternate_?questions?|spørgsmål|frage|fråga|answers?|svar|antwort|response)["']?\s*(?:[:=\t,;]|$)/imu;
/** A tag of a bot: words to call it by, and its text. */
const isTag = (text: string): boolean =>
  /^\s*["']?(?:keywords|aliases)["']?\s*[:=]/imu.test(text) &&
  /^\s*["']?(?:content|text|response|description)["']?\s*[:=]/imu.test(text);

/** The deployment's own synonyms: no FAQ. */
const own = new Set(['synonyms.yml']);

/**
 * Problems of files that are no articles: those that look like FAQs of other tools, and, where a folder holds no
 * article at all, what it holds instead.
 */
export async function foreignFiles(dir: string, { files, others }: FoundFiles): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const file of others) {
    const ending = posix.extname(file).toLowerCase();
    if (own.has(file) || !endings.has(ending) || !(await looksLikeFaq(join(dir, file), ending))) continue;
    problems.push({ code: 'foreign-file', severity: 'warning', file, line: null, parameters: { ending } });
  }
  return files.length > 0 ? problems : [nothingRead(others), ...problems];
}

async function looksLikeFaq(path: string, ending: string): Promise<boolean> {
  if (ending === '.tag') return true;
  const text = await beginningOf(path);
  return asks.test(text) || isTag(text);
}

/** The beginning of a file; empty where it cannot be read. */
async function beginningOf(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (file === null) return '';
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(sample), length: sample });
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await file.close();
  }
}

function nothingRead(others: readonly string[]): Problem {
  const counts = new Map<string, number>();
  for (const file of others) {
    const ending = posix.extname(file).toLowerCase() || posix.basename(file);
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const most = Array.from(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([ending]) => ending);
  const parameters = { files: others.length, endings: most.slice(0, 5) };
  return { code: 'no-articles', severity: 'error', file: '.', line: null, parameters };
}
