import type { Logger } from '../../log.ts';
import type { ServerId } from '../../store/server.ts';
import type { PinStore } from '../../store/store.ts';

/** Counts in memory how often pins answered: a question must not wait for the store. */
export interface UseCounter {
  note(server: ServerId, id: string): void;
  /** Stores what was counted; what cannot be stored is kept for the next time. */
  flush(): Promise<void>;
  /** Stores the rest and stops storing by itself. */
  close(): Promise<void>;
}

/** Counted uses are stored this often; a crash loses no more than that. Milliseconds. */
const storedEvery = 60_000;

/** A counter that stores by itself every minute. */
export function useCounter(store: PinStore, log: Logger): UseCounter {
  const counts = new Map<ServerId, Map<string, number>>();

  function add(server: ServerId, id: string, count: number): void {
    const own = counts.get(server) ?? new Map<string, number>();
    counts.set(server, own.set(id, (own.get(id) ?? 0) + count));
  }

  async function storeOf(server: ServerId, own: ReadonlyMap<string, number>): Promise<void> {
    const at = new Date();
    const uses = Array.from(own, ([id, count]) => ({ id, count, at }));
    const noted = await store.noteUses(server, uses);
    if (noted.ok) return;
    log.warn({ problem: noted.problem.kind }, 'uses of pins could not be stored; they are kept');
    for (const [id, count] of own) add(server, id, count);
  }

  async function flush(): Promise<void> {
    const taken = Array.from(counts);
    counts.clear();
    for (const [server, own] of taken) await storeOf(server, own);
  }

  const timer = setInterval(() => {
    flush().catch((error: unknown) => {
      log.error(
        { fault: error instanceof Error ? error.name : 'unknown' },
        'uses of pins could not be stored',
      );
    });
  }, storedEvery).unref();

  return {
    note: (server, id) => {
      add(server, id, 1);
    },
    flush,
    close() {
      clearInterval(timer);
      return flush();
    },
  };
}
