import { watch, type FSWatcher } from 'chokidar';
import type { Content } from '../content/article.ts';
import { ContentFolderError, loadContent, type ParsedFiles } from '../content/load.ts';
import type { Logger } from '../log.ts';
import { buildSnapshot, type Snapshot } from './snapshot.ts';
import { readSynonyms, synonymsFile } from './synonyms.ts';

/** Holds the current snapshot and replaces it when the articles change. */
export interface Library {
  /** Read it once per question and use it to the end. */
  current(): Snapshot;
  /** Stops watching; idempotent. A reload under way is let finish. */
  close(): Promise<void>;
}

export interface LibraryOptions {
  readonly dir: string;
  readonly log: Logger;
  /** Whether edits go live while running. */
  readonly watches: boolean;
}

/** Editors and `git pull` write in bursts: a reload waits for this long a silence. Milliseconds. */
const silence = 200;
/** When more than half of the articles vanish at once it is probably an unmounted disk or a checkout under way. */
const disappearanceShare = 0.5;
/** How long the old articles stay then. Milliseconds. */
const disappearancePatience = 60_000;

/**
 * Loads the articles of a folder and keeps them current.
 * @throws {ContentFolderError} when the folder cannot be read at the start; later that is logged and the old state stays
 */
export async function openLibrary({ dir, log, watches }: LibraryOptions): Promise<Library> {
  let files: ParsedFiles = new Map();
  let synonyms = await readSynonyms(dir);
  let current = await load();
  let vanishedAt: number | null = null;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function load(): Promise<Snapshot> {
    const loaded = await loadContent(dir, files);
    const snapshot = await buildSnapshot(loaded.content, { synonyms: synonyms.rows });
    files = loaded.files;
    return snapshot;
  }

  async function reload(): Promise<void> {
    const before = synonyms;
    const loaded = await loadContent(dir, files);
    synonyms = await readSynonyms(dir);
    if (synonyms.problem !== null) {
      log.warn(
        { file: synonymsFile, line: synonyms.problem.line },
        `the synonyms cannot be read: ${synonyms.problem.detail}`,
      );
      synonyms = before;
    }
    const sameSynonyms = JSON.stringify(before.rows) === JSON.stringify(synonyms.rows);
    if (loaded.content.hash === current.content.hash && sameSynonyms) return;
    if (isMassDisappearance(current.content, loaded.content) && !patienceIsOver()) return;
    vanishedAt = null;
    current = await buildSnapshot(loaded.content, { synonyms: synonyms.rows });
    files = loaded.files;
    logProblems(log, loaded.content);
    log.info(counts(loaded.content), 'articles reloaded');
  }

  function patienceIsOver(): boolean {
    const now = Date.now();
    if (vanishedAt === null) {
      vanishedAt = now;
      log.warn('more than half of the articles are gone; the old ones answer for another minute');
    }
    const left = vanishedAt + disappearancePatience - now;
    if (left <= 0) return true;
    schedule(left);
    return false;
  }

  function schedule(delay: number): void {
    if (isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(reload).catch((error: unknown) => {
        const reason = error instanceof ContentFolderError ? error.reason : String(error);
        log.error({ reason }, 'the articles could not be reloaded; the old ones stay');
      });
    }, delay);
    timer.unref();
  }

  const watcher = watches
    ? watchArticles(dir, log, () => {
        schedule(silence);
      })
    : null;
  if (synonyms.problem !== null)
    log.warn({ file: synonymsFile }, `the synonyms cannot be read: ${synonyms.problem.detail}`);
  logProblems(log, current.content);
  return {
    current: () => current,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await watcher?.close();
      await running;
    },
  };
}

function watchArticles(dir: string, log: Logger, changed: () => void): FSWatcher {
  const watcher = watch(dir, {
    ignoreInitial: true,
    ignored: (path) => /[/\\](?:\.git|node_modules)(?:[/\\]|$)/u.test(path),
  });
  watcher.on('all', changed);
  watcher.on('error', (error) => {
    log.error({ reason: String(error) }, 'the content folder cannot be watched; restart to see edits');
  });
  return watcher;
}

function isMassDisappearance(before: Content, after: Content): boolean {
  const left = new Set(after.articles.map(({ id }) => id));
  const gone = before.articles.filter(({ id }) => !left.has(id)).length;
  return before.articles.length > 1 && gone > before.articles.length * disappearanceShare;
}

const counts = (content: Content): { articles: number; passages: number; problems: number } => ({
  articles: content.articles.length,
  passages: content.articles.reduce((sum, { passages }) => sum + passages.length, 0),
  problems: content.problems.length,
});

function logProblems(log: Logger, { problems }: Content): void {
  for (const { code, severity, file, line, parameters } of problems) {
    log[severity === 'error' ? 'error' : 'warn'](
      { code, file, line, ...parameters },
      'problem in an article',
    );
  }
}
