import { chmod, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePhrasings, type Addition } from '../../content/write-phrasings.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { ListedPin } from './pin.ts';

/** Questions for an article, and whether they could be written into it. */
export interface Applied {
  readonly article: string;
  readonly heading: string;
  readonly questions: readonly string[];
  /** False where the file has changed since it was read, or its comment has a form that is left to a person. */
  readonly isWritten: boolean;
}

/**
 * Writes what pins ask into the articles they answer with, as phrasings below the heading. All other bytes stay: line
 * ends, byte order mark, file mode. Pins with an own text, and what an article asks already, are left alone.
 * @param dir the content folder the snapshot was loaded from
 */
export async function applyPins(
  pins: readonly ListedPin[],
  snapshot: Snapshot,
  dir: string,
): Promise<readonly Applied[]> {
  const done: Applied[] = [];
  for (const [article, additions] of additionsByArticle(pins, snapshot)) {
    const isWritten = await writeInto(article, dir, additions);
    for (const { heading, questions } of additions) done.push({ article, heading, questions, isWritten });
  }
  return done;
}

interface PassageAddition extends Addition {
  readonly heading: string;
  readonly questions: string[];
}

/** What each article is to ask besides, one addition a passage, however many pins ask for it. */
function additionsByArticle(
  pins: readonly ListedPin[],
  snapshot: Snapshot,
): ReadonlyMap<string, readonly PassageAddition[]> {
  const byPassage = new Map<
    string,
    PassageAddition & { readonly article: string; readonly known: Set<string> }
  >();
  for (const { question, phrasings, target } of pins) {
    if (target === null || target.passage.level === 0) continue;
    const { article, passage } = target;
    const asked = [passage.heading, ...passage.phrasings.map(({ text }) => text)];
    const known = new Set(asked.map((text) => snapshot.key(text)));
    const addition = byPassage.get(passage.id) ?? {
      article: article.id,
      heading: passage.heading,
      passage: passage.id,
      questions: [],
      known,
    };
    byPassage.set(passage.id, addition);
    for (const text of [question, ...phrasings]) {
      const key = snapshot.key(text);
      if (!addition.known.has(key)) addition.questions.push(text);
      addition.known.add(key);
    }
  }
  const byArticle = new Map<string, PassageAddition[]>();
  for (const { article, ...addition } of byPassage.values()) {
    if (addition.questions.length === 0) continue;
    byArticle.set(article, [...(byArticle.get(article) ?? []), addition]);
  }
  return byArticle;
}

/**
 * Written beside the file and then put in its place, so that no half-written article is ever there; a link stays a link.
 * @returns false, and nothing written, where the result would not be the same article with these phrasings more
 */
async function writeInto(id: string, dir: string, additions: readonly Addition[]): Promise<boolean> {
  const file = await realpath(join(dir, id));
  const after = writePhrasings(id, await readFile(file, 'utf8'), additions);
  if (after === null) return false;
  const { mode } = await stat(file);
  const beside = `${file}.${String(process.pid)}.tmp`;
  await writeFile(beside, after, { flush: true });
  await chmod(beside, mode & 0o7777);
  await rename(beside, file);
  return true;
}
