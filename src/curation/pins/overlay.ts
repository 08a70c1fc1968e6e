import type { Logger } from '../../log.ts';
import type { ServerId } from '../../store/server.ts';
import type { PinStore } from '../../store/store.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import { pinSetOver, type PinSet } from './pin-set.ts';

/** Pins by server, cached. When the store fails, what is cached goes on answering. */
export interface PinOverlay {
  setOf(server: ServerId, snapshot: Snapshot): Promise<PinSet | null>;
  /** After a change of ours: what is being looked up began before it, and does not count. */
  refresh(server: ServerId): void;
}

interface Cached {
  readonly set: PinSet;
  readonly snapshot: Snapshot;
  readonly revision: number;
  /** When the store was last asked whether this still holds. Milliseconds of the clock. */
  readonly checkedAt: number;
}

/** What is kept of one server. */
interface Shelf {
  /** Raised by each change of ours. */
  generation: number;
  cached: Cached | null;
  /** The one look that is under way. */
  look: Look | null;
}

interface Look {
  readonly generation: number;
  readonly snapshot: Snapshot;
  readonly done: Promise<PinSet | null>;
}

/** Servers whose pins are kept in memory; the longest unused is dropped beyond it. */
const mostServers = 500;
/** Other processes' changes are seen within this time; our own at once. Milliseconds. */
const freshness = 1000;

export function pinOverlay(store: PinStore, log: Logger, now: () => number = Date.now): PinOverlay {
  const shelves = new Map<ServerId, Shelf>();
  const health = healthLog(log);

  /** The shelf of a server, which becomes the latest used. */
  function shelfOf(server: ServerId): Shelf {
    const shelf = shelves.get(server) ?? { generation: 0, cached: null, look: null };
    shelves.delete(server);
    shelves.set(server, shelf);
    const [oldest] = shelves.keys();
    if (shelves.size > mostServers && oldest !== undefined) shelves.delete(oldest);
    return shelf;
  }

  /** One look for all who wait; one that began before a change of ours, or over other articles, is not waited for. */
  function look(server: ServerId, shelf: Shelf, snapshot: Snapshot): Promise<PinSet | null> {
    const { generation } = shelf;
    const known = shelf.look;
    if (known?.generation === generation && known.snapshot === snapshot) return known.done;
    const done = safely(server, shelf.cached, snapshot).then((found) => {
      const isLatest = shelf.look === begun && shelf.generation === generation;
      if (shelf.look === begun) shelf.look = null;
      if (isLatest && found !== null) shelf.cached = found;
      return (found ?? shelf.cached)?.set ?? null;
    });
    const begun: Look = { generation, snapshot, done };
    shelf.look = begun;
    return done;
  }

  /** Whatever goes wrong with the store, questions are answered: from the cache, else from the articles. */
  async function safely(server: ServerId, cached: Cached | null, snapshot: Snapshot): Promise<Cached | null> {
    try {
      return await lookUp(server, cached, snapshot);
    } catch (error) {
      health.note(error instanceof Error ? error.name : 'unknown');
      return null;
    }
  }

  /** What holds now; null where the store cannot tell. */
  async function lookUp(server: ServerId, cached: Cached | null, snapshot: Snapshot): Promise<Cached | null> {
    const revision = await store.revision(server);
    health.note(revision.ok ? null : revision.problem.kind);
    if (!revision.ok || isLost(cached, revision.value)) return null;
    if (cached?.revision === revision.value && cached.snapshot === snapshot)
      return { ...cached, checkedAt: now() };
    const listed = await store.list(server, ['live']);
    health.note(listed.ok ? null : listed.problem.kind);
    if (!listed.ok) return null;
    const set = pinSetOver(listed.value, snapshot);
    return { set, snapshot, revision: revision.value, checkedAt: now() };
  }

  return {
    refresh(server) {
      const shelf = shelves.get(server);
      if (shelf !== undefined) shelf.generation++;
      if (shelf?.cached) shelf.cached = { ...shelf.cached, checkedAt: -Infinity };
    },
    async setOf(server, snapshot) {
      const shelf = shelfOf(server);
      const { cached } = shelf;
      if (cached === null || cached.snapshot !== snapshot || cached.checkedAt === -Infinity)
        return look(server, shelf, snapshot);
      // A store that hangs must not delay every question: what is known answers, and is looked up beside it.
      if (now() - cached.checkedAt >= freshness) {
        shelf.cached = { ...cached, checkedAt: now() };
        void look(server, shelf, snapshot);
      }
      return cached.set;
    },
  };
}

/** A database without a revision where there was one has been lost: what was decided goes on answering until a restart. */
const isLost = (cached: Cached | null, revision: number): boolean =>
  cached !== null && revision === 0 && cached.revision > 0 && cached.set.pins.size > 0;

/** A failing store is logged once, not with every question. */
function healthLog(log: Logger): { note(problem: string | null): void } {
  let isFailing = false;
  return {
    note(problem) {
      if (problem !== null && !isFailing)
        log.error({ problem }, 'pins cannot be read; cached ones go on answering');
      if (problem === null && isFailing) log.info('pins can be read again');
      isFailing = problem !== null;
    },
  };
}
