import type { PinStore, StoredPin } from '../../store/store.ts';
import type { Logger } from '../../log.ts';
import type { ServerId } from '../../store/server.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import type { QuestionIndex } from '../../knowledge/question-index.ts';

/** The live pins of one server, ready to be matched. Immutable. */
export interface PinSet {
  readonly pins: ReadonlyMap<string, StoredPin>;
  readonly index: QuestionIndex;
}

interface Cached {
  readonly set: PinSet;
  readonly snapshot: Snapshot;
  readonly revision: number;
  /** When the store was last asked whether this still holds. Milliseconds of the clock. */
  checkedAt: number;
}

/** Servers whose pins are kept in memory; the longest unused is dropped beyond it. */
const mostServers = 500;
/** Other processes' changes are seen within this time; our own at once. Milliseconds. */
const freshness = 1000;

/** Pins by server, cached. When the store fails, what is cached goes on answering. */
export interface PinOverlay {
  setOf(server: ServerId, snapshot: Snapshot): Promise<PinSet | null>;
  /** After a change of ours. */
  refresh(server: ServerId): void;
}

export function pinOverlay(store: PinStore, log: Logger, now: () => number = Date.now): PinOverlay {
  const cache = new Map<ServerId, Cached>();
  let isFailing = false;

  /** A failing store is logged once, not with every question. */
  function noteHealth(problem: string | null): void {
    if (problem !== null && !isFailing)
      log.error({ problem }, 'pins cannot be read; cached ones go on answering');
    if (problem === null && isFailing) log.info('pins can be read again');
    isFailing = problem !== null;
  }

  function keep(server: ServerId, cached: Cached): PinSet {
    cache.delete(server);
    cache.set(server, cached);
    const [oldest] = cache.keys();
    if (cache.size > mostServers && oldest !== undefined) cache.delete(oldest);
    return cached.set;
  }

  /** Whatever goes wrong with the store, questions are answered: from the cache, else from the articles. */
  async function look(server: ServerId, snapshot: Snapshot): Promise<PinSet | null> {
    try {
      return await lookUp(server, snapshot);
    } catch (error) {
      noteHealth(error instanceof Error ? error.name : 'unknown');
      return cache.get(server)?.set ?? null;
    }
  }

  async function lookUp(server: ServerId, snapshot: Snapshot): Promise<PinSet | null> {
    const cached = cache.get(server);
    const revision = await store.revision(server);
    noteHealth(revision.ok ? null : revision.problem.kind);
    // A revision that fell is a database that was lost: what was decided goes on answering until it is restarted.
    const isLost =
      revision.ok && cached !== undefined && revision.value < cached.revision && cached.set.pins.size > 0;
    if (!revision.ok || (isLost && revision.value === 0)) return cached?.set ?? null;
    if (cached?.revision === revision.value && cached.snapshot === snapshot) {
      cached.checkedAt = now();
      return cached.set;
    }
    const listed = await store.list(server, ['live']);
    if (!listed.ok) return cached?.set ?? null;
    const set = setOver(listed.value, snapshot);
    return keep(server, { set, snapshot, revision: revision.value, checkedAt: now() });
  }

  return {
    refresh(server) {
      const cached = cache.get(server);
      if (cached !== undefined) cached.checkedAt = -Infinity;
    },
    async setOf(server, snapshot) {
      const cached = cache.get(server);
      if (cached === undefined || cached.snapshot !== snapshot || cached.checkedAt === -Infinity) {
        return look(server, snapshot);
      }
      // A store that hangs must not delay every question: what is known answers, and is looked up beside it.
      if (now() - cached.checkedAt >= freshness) {
        cached.checkedAt = now();
        void look(server, snapshot);
      }
      return cached.set;
    },
  };
}

function setOver(pins: readonly StoredPin[], snapshot: Snapshot): PinSet {
  return {
    pins: new Map(pins.map((pin) => [pin.id, pin])),
    index: snapshot.indexQuestions(
      pins.map(({ id, question, phrasings }) => ({ id, questions: [question, ...phrasings] })),
    ),
  };
}
