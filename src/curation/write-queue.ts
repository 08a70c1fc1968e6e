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

  function keep(entries: readonly Entry[]): void {
    const all = [...entries, ...waiting];
    const dropped = Math.max(0, all.length - mostWaiting);
    if (dropped > 0) log.warn({ what, dropped }, 'the store is too slow; some were not kept');
    waiting = all.slice(dropped);
  }

  async function writeOne(server: ServerId, entries: readonly Entry[]): Promise<void> {
    const problem = await problemOf(() => write(server, entries));
    if (problem === null) return;
    log.warn({ what, problem }, 'entries could not be stored; they wait');
    keep(entries);
  }

  async function writeAll(): Promise<void> {
    const taken = waiting;
    waiting = [];
    for (const server of new Set(taken.map((entry) => entry.server)))
      await writeOne(
        server,
        taken.filter((entry) => entry.server === server),
      );
  }

  const flush = (): Promise<void> => (last = last.then(writeAll));
  const timer = setInterval(() => void flush(), storedEvery).unref();
  return {
    add(entry) {
      waiting.push(entry);
      if (waiting.length > mostWaiting) keep([]);
    },
    flush,
    close() {
      clearInterval(timer);
      return flush();
    },
  };
}

/** What went wrong, by its kind; null where nothing did. Never throws: a timer calls. */
async function problemOf(write: () => Promise<Result<null>>): Promise<string | null> {
  try {
    const result = await write();
    return result.ok ? null : result.problem.kind;
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}
