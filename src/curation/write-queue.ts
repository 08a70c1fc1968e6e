import type { Logger } from '../log.ts';
import type { Result } from '../store/problem.ts';
import type { ServerId } from '../store/server.ts';

/** Entries that wait to be stored, so that no answer waits for the store. */
export interface WriteQueue<Entry> {
  add(entry: Entry): void;
  /** Stores what waits; what cannot be stored waits on. */
  flush(): Promise<void>;
  /** Stores the rest and stops storing by itself. */
  close(): Promise<void>;
}

/** Entries are stored this often; a crash loses no more than that. Milliseconds. */
const storedEvery = 10_000;
/** Stored before its time where so many wait. */
const storedAt = 200;
/** Stored in one go: the store works on this thread, and answers wait meanwhile. */
const atOnce = 100;
/** Entries that wait at most while the store is down: the oldest go first. */
const mostWaiting = 1000;

/**
 * A queue that stores by itself, a server at a time.
 * @param what names the entries in the log
 * @param write stores entries of one server in one transaction
 */
export function writeQueue<Entry extends { readonly server: ServerId }>(
  what: string,
  log: Logger,
  write: (server: ServerId, entries: readonly Entry[]) => Promise<Result<null>>,
): WriteQueue<Entry> {
  let waiting: Entry[] = [];
  let last: Promise<void> = Promise.resolve();
  /** Entries that were let go of since that was last told. */
  let dropped = 0;
  /** Whether the last entries could not be stored: then only the timer tries again. */
  let isFailing = false;
  /** Whether entries are stored at the moment, or are about to be. */
  let isBusy = false;

  function keep(entries: readonly Entry[]): void {
    const all = [...entries, ...waiting];
    const tooMany = Math.max(0, all.length - mostWaiting);
    dropped += tooMany;
    waiting = all.slice(tooMany);
  }

  /** @returns whether all of a server's entries were stored; the rest waits on */
  async function writeServer(server: ServerId, entries: readonly Entry[]): Promise<boolean> {
    for (let start = 0; start < entries.length; start += atOnce) {
      const problem = await problemOf(() => write(server, entries.slice(start, start + atOnce)));
      if (problem !== null) {
        log.warn({ what, problem }, 'entries could not be stored; they wait');
        keep(entries.slice(start));
        return false;
      }
      // Who asked meanwhile is answered first.
      await nextTurn();
    }
    return true;
  }

  async function writeAll(): Promise<void> {
    isBusy = true;
    const taken = waiting;
    waiting = [];
    isFailing = false;
    for (const server of new Set(taken.map((entry) => entry.server))) {
      const own = taken.filter((entry) => entry.server === server);
      if (!(await writeServer(server, own))) isFailing = true;
    }
    if (dropped > 0) log.warn({ what, dropped }, 'the store is too slow; some were not kept');
    dropped = 0;
    isBusy = false;
  }

  const flush = (): Promise<void> => (last = last.then(writeAll));
  const timer = setInterval(() => void flush(), storedEvery).unref();
  return {
    add(entry) {
      waiting.push(entry);
      if (waiting.length > mostWaiting) keep([]);
      if (waiting.length < storedAt || isFailing || isBusy) return;
      isBusy = true;
      void flush();
    },
    flush,
    close() {
      clearInterval(timer);
      return flush();
    },
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What went wrong, by its kind; null where nothing did. Never throws: a timer calls. */
async function problemOf(write: () => Promise<Result<null>>): Promise<string | null> {
  try {
    const result = await write();
    return result.ok ? null : result.problem.kind;
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}
