import { relative, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { Content, Problem } from '../content/article.ts';
import { isArticle } from '../content/files.ts';
import {
  answersAlike,
  complainAlike,
  massDisappearance,
  readState,
  type LibraryState,
} from './library-state.ts';
import { buildSnapshot, type Snapshot } from './snapshot.ts';
import { synonymsFile, type SynonymsProblem } from './synonyms.ts';

/** Holds the current snapshot and replaces it when the articles change. */
export interface Library {
  /** Read it once per question and use it to the end. */
  current(): Snapshot;
  /** Stops watching; idempotent. A reload under way is let finish. */
  close(): Promise<void>;
}

/** What became of a change in the content folder. */
export type LibraryEvent =
  /** What the folder holds is live. `kept`: errors of files whose last good version stays. */
  | {
      readonly kind: 'live';
      readonly content: Content;
      readonly kept: readonly Problem[];
      readonly synonyms: SynonymsProblem | null;
    }
  /** So many articles vanished at once that the old ones stay for a while. */
  | { readonly kind: 'held'; readonly gone: number; readonly of: number; readonly seconds: number }
  /** The folder cannot be read; the old articles stay until it can. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Changes go unnoticed from here on. */
  | { readonly kind: 'unwatched'; readonly reason: string };

export interface LibraryOptions {
  readonly dir: string;
  /** Where parsed articles are kept for the next start; null for nowhere. */
  readonly cacheDir?: string | null;
  /** Whether edits go live while running. */
  readonly watches: boolean;
  /** Told of the state at the start and of everything after it. */
  readonly told: (event: LibraryEvent) => void;
  /** How long the old articles stay after a mass disappearance. Milliseconds. */
  readonly patience?: number;
}

/** Editors and `git pull` write in bursts: a reload waits for this long a silence, but no longer than `longest`. Milliseconds. */
const silence = 200;
const longest = 1000;
/** A folder that is gone is looked for this often. Milliseconds. */
const retry = 1000;
const minute = 60_000;

/**
 * Loads the articles of a folder and keeps them current.
 * @throws {ContentFolderError} when the folder cannot be read at the start; later that is told and the old state stays
 */
export async function openLibrary({
  dir,
  cacheDir = null,
  watches,
  told,
  patience = minute,
}: LibraryOptions): Promise<Library> {
  let state = await readState(dir, null, cacheDir);
  let current = await snapshotOf(state);
  let heldSince: number | null = null;
  let isReadable = true;

  /** @returns after how many milliseconds to look again without a change; null for not at all */
  async function reload(): Promise<number | null> {
    let next: LibraryState;
    try {
      next = await readState(dir, state, cacheDir);
    } catch (error) {
      if (isReadable) told({ kind: 'unreadable', reason: reasonOf(error) });
      isReadable = false;
      return retry;
    }
    if (!isReadable) folder.reopen();
    const wasAway = !isReadable || heldSince !== null;
    isReadable = true;
    const wait = hold(next.content);
    if (wait !== null) return wait;
    const before = state;
    if (!answersAlike(before, next)) current = await snapshotOf(next);
    state = next;
    if (wasAway || !answersAlike(before, next) || !complainAlike(before, next)) told(live(next));
    return null;
  }

  /** How long the old articles stay instead of these; null: no longer. */
  function hold(content: Content): number | null {
    const gone = massDisappearance(state.content, content);
    const since = heldSince ?? Date.now();
    const left = since + patience - Date.now();
    if (gone === null || left <= 0) {
      heldSince = null;
      return null;
    }
    const of = state.content.articles.length;
    if (heldSince === null) told({ kind: 'held', gone, of, seconds: Math.round(patience / 1000) });
    heldSince = since;
    return left;
  }

  const reloads = oneAtATime(reload, (error) => {
    told({ kind: 'unreadable', reason: reasonOf(error) });
  });
  const folder = watches ? watchFolder(dir, reloads.soon, told) : unwatched;
  told(live(state));
  return {
    current: () => current,
    async close() {
      await folder.close();
      await reloads.stop();
    },
  };
}

const snapshotOf = ({ content, synonyms }: LibraryState): Promise<Snapshot> =>
  buildSnapshot(content, { synonyms: synonyms.rows });

const live = ({ content, kept, synonyms }: LibraryState): LibraryEvent => ({
  kind: 'live',
  content,
  kept,
  synonyms: synonyms.problem,
});

const reasonOf = (error: unknown): string =>
  error instanceof Error ? ('reason' in error ? String(error.reason) : error.message) : String(error);

interface Reloads {
  /** Something changed: reloads once it has been quiet for a moment. */
  readonly soon: () => void;
  /** Waits for the one under way and starts no other. */
  readonly stop: () => Promise<void>;
}

/** Gathers bursts of changes into one reload, and never runs two beside each other. */
function oneAtATime(reload: () => Promise<number | null>, failed: (error: unknown) => void): Reloads {
  let timer: NodeJS.Timeout | undefined;
  let burstSince: number | null = null;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const run = async (): Promise<void> => {
    burstSince = null;
    const again = await reload().catch((error: unknown) => {
      failed(error);
      return null;
    });
    // A change during the reload has set the timer already, and comes sooner.
    if (again !== null && burstSince === null) after(again);
  };
  const after = (delay: number): void => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => (running = running.then(run)), delay);
    timer.unref();
  };
  return {
    soon() {
      const now = Date.now();
      burstSince ??= now;
      after(Math.max(0, Math.min(silence, burstSince + longest - now)));
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

interface Folder {
  /** Watches anew: a folder that was away is another one to the system. */
  readonly reopen: () => void;
  readonly close: () => Promise<void>;
}

const unwatched: Folder = { reopen: () => undefined, close: () => Promise.resolve() };

/** The system has no more watches to give: looking at each file now and then does as well. */
const exhausted = new Set(['ENOSPC', 'EMFILE']);
/** How often then. Milliseconds. */
const interval = 1000;

function watchFolder(dir: string, changed: () => void, told: LibraryOptions['told']): Folder {
  let usePolling = false;
  let isClosed = false;
  let watcher = open();

  function open(): FSWatcher {
    const opened = watch(dir, { ignored: isIrrelevant(dir), ignoreInitial: true, usePolling, interval });
    opened.on('all', (event, path) => {
      if (event === 'unlinkDir' && path === dir) setTimeout(reopen, silence).unref();
      changed();
    });
    // What was written while the watches were being set up was seen by nobody.
    opened.on('ready', changed);
    opened.on('error', (error) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (usePolling || !exhausted.has(code)) return told({ kind: 'unwatched', reason: reasonOf(error) });
      usePolling = true;
      reopen();
    });
    return opened;
  }

  function reopen(): void {
    if (isClosed) return;
    void watcher.close();
    watcher = open();
  }

  return {
    reopen,
    close() {
      isClosed = true;
      return watcher.close();
    },
  };
}

/** Hidden folders, `node_modules`, and files that are neither articles nor synonyms. */
const isIrrelevant =
  (dir: string) =>
  (path: string, stats?: { isFile(): boolean }): boolean => {
    const parts = relative(dir, path).split(sep);
    if (parts.some((part) => (part.startsWith('.') && part !== '..') || part === 'node_modules')) return true;
    return stats?.isFile() === true && !isArticle(path) && parts.join('/') !== synonymsFile;
  };
