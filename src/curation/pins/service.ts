import type { Result } from '../../store/problem.ts';
import type { ChannelPin, PinContent, PinProblem, PinStore, StoredPin } from '../../store/store.ts';
import type { Logger } from '../../log.ts';
import type { ListedPin, PinFault, PinMatch, PinOutcome } from './pin.ts';
import type { ServerId } from '../../store/server.ts';
import type { ReadQuestion } from '../../knowledge/ranking.ts';
import type { Snapshot } from '../../knowledge/snapshot.ts';
import { draftProblem, pinLimits, tidied, type DraftProblem, type PinDraft } from './draft.ts';
import { applyPins, type Applied } from './apply.ts';
import { exportPins, readExport } from './export.ts';
import { pinOverlay } from './overlay.ts';
import { viewOf } from './view.ts';

/** What moderators decide, by server. Nothing is confirmed that is not stored. */
export interface PinService {
  /** A pin answered somebody. Counted in memory, stored now and then. */
  noteUse(server: ServerId, id: string): void;
  /** The pin that answers a question, as `snapshot` read it. */
  match(server: ServerId, question: ReadQuestion, snapshot: Snapshot): Promise<PinMatch | null>;
  add(server: ServerId, draft: PinDraft, by: string | null): Promise<PinOutcome>;
  edit(server: ServerId, id: string, draft: PinDraft, by: string | null): Promise<PinOutcome>;
  /** Can be undone for a while. */
  remove(server: ServerId, id: string, by: string | null): Promise<PinOutcome>;
  /** Brings a removed pin back, or takes the last edit back. */
  undo(server: ServerId, id: string, by: string | null): Promise<PinOutcome>;
  /** Takes a pin out of use that the articles answer by themselves. */
  retire(server: ServerId, id: string, by: string | null): Promise<PinOutcome>;
  setChannelPin(server: ServerId, id: string, channelPin: ChannelPin | null): Promise<PinOutcome>;
  find(server: ServerId, id: string): Promise<ListedPin | null>;
  /** Pinned questions that hold every typed word, for autocompletion; at most `limit`. */
  complete(server: ServerId, typed: string, limit: number): Promise<readonly string[]>;
  /** Newest first. */
  list(server: ServerId): Promise<Result<readonly ListedPin[]>>;
  /** All live pins as an article that answers the same questions. */
  export(server: ServerId): Promise<Result<string>>;
  /** Adds a pin for each question of an exported article; each with its fault, or null. */
  import(
    server: ServerId,
    markdown: string,
  ): Promise<readonly { readonly question: string; readonly fault: PinFault | null }[]>;
  /** Writes what pins ask into the articles they answer with. */
  apply(server: ServerId, dir: string): Promise<Result<readonly Applied[]>>;
  /** Stores what is only counted yet. */
  close(): Promise<void>;
}

/** Who does something now. */
const doneBy = (by: string | null): { readonly by: string | null; readonly at: Date } => ({
  by,
  at: new Date(),
});

/** The service over a store; `current` gives the snapshot of now. */
export function pinService(store: PinStore, current: () => Snapshot, log: Logger): PinService {
  const overlay = pinOverlay(store, log);
  const uses = useCounter(store);

  function contentOf(draft: PinDraft): Result<PinContent, DraftProblem> {
    const snapshot = current();
    const problem = draftProblem(draft);
    if (problem !== null) return { ok: false, problem };
    const { question, phrasings, target, text } = draft;
    const located = target === null ? null : snapshot.find(target);
    if (target !== null && located === null) return { ok: false, problem: { kind: 'passage-gone' } };
    const answer =
      located === null
        ? ({ kind: 'own', markdown: text } as const)
        : ({
            kind: 'passage',
            passage: located.passage.id,
            heading: located.passage.heading,
            markdown: located.passage.markdown,
          } as const);
    return { ok: true, value: { question, key: snapshot.key(question), phrasings, answer } };
  }

  async function written(
    server: ServerId,
    deed: Promise<Result<StoredPin, PinProblem>>,
  ): Promise<PinOutcome> {
    const result = await deed;
    overlay.refresh(server);
    if (result.ok) return { ok: true, value: listed(result.value, current()) };
    const { problem } = result;
    return {
      ok: false,
      problem:
        problem.kind === 'duplicate' ? { kind: 'duplicate', pin: listed(problem.pin, current()) } : problem,
    };
  }

  const most = pinLimits.perServer;

  /** Adds a pin unless another one lists its question as a phrasing: which of them would answer could not be told. */
  async function stored(server: ServerId, content: PinContent, by: string | null): Promise<PinOutcome> {
    const { question, phrasings, key, answer } = content;
    const live = await store.list(server, ['live']);
    const twin = (live.ok ? live.value : []).find((pin) =>
      pin.phrasings.some((text) => current().key(text) === key),
    );
    if (twin !== undefined) return failedWith({ kind: 'duplicate', pin: listed(twin, current()) });
    return written(server, store.add(server, { question, phrasings, key, answer }, doneBy(by), most));
  }

  return {
    noteUse: (server, id) => {
      uses.note(server, id);
    },
    async match(server, question, snapshot) {
      const set = await overlay.setOf(server, snapshot);
      const found = set?.index.match(question) ?? null;
      const pin = found === null ? undefined : set?.pins.get(found.id);
      if (found === null || pin === undefined) return null;
      return { pin: viewOf(pin, snapshot), same: found.same, confidence: found.confidence };
    },
    add(server, draft, by) {
      const made = contentOf(tidied(draft));
      return made.ok ? stored(server, made.value, by) : Promise.resolve(made);
    },
    edit(server, id, draft, by) {
      const made = contentOf(tidied(draft));
      return made.ok
        ? written(server, store.edit(server, id, made.value, doneBy(by)))
        : Promise.resolve(made);
    },
    remove: (server, id, by) => written(server, store.close(server, id, 'deleted', doneBy(by))),
    retire: (server, id, by) => written(server, store.close(server, id, 'retired', doneBy(by))),
    undo: (server, id, by) => written(server, store.undo(server, id, doneBy(by), most)),
    setChannelPin: (server, id, channelPin) => written(server, store.setChannelPin(server, id, channelPin)),
    async find(server, id) {
      const found = await store.find(server, id);
      return found.ok && found.value !== null ? listed(found.value, current()) : null;
    },
    async complete(server, typed, limit) {
      const snapshot = current();
      const set = await overlay.setOf(server, snapshot);
      const words = snapshot.fold(typed).split(' ');
      const fits = ({ question }: StoredPin): boolean => {
        const folded = snapshot.fold(question);
        return words.every((word) => folded.includes(word));
      };
      return Array.from(set?.pins.values() ?? [])
        .filter(fits)
        .slice(0, limit)
        .map(({ question }) => question);
    },
    async list(server) {
      await uses.flush();
      const pins = await store.list(server, ['live']);
      const snapshot = current();
      return pins.ok ? { ok: true, value: pins.value.map((pin) => listed(pin, snapshot)) } : pins;
    },
    async export(server) {
      const pins = await store.list(server, ['live']);
      return pins.ok ? { ok: true, value: exportPins(pins.value) } : pins;
    },
    async import(server, markdown) {
      const outcomes: { question: string; fault: PinFault | null }[] = [];
      for (const { answer, ...asked } of readExport(markdown)) {
        const draft = tidied({ ...asked, target: null, text: answer.markdown });
        const fault = draftProblem(draft, answer.kind === 'passage');
        const content = { ...draft, key: current().key(draft.question), answer };
        const outcome = fault === null ? await stored(server, content, null) : failedWith(fault);
        outcomes.push({ question: draft.question, fault: outcome.ok ? null : outcome.problem });
      }
      return outcomes;
    },
    async apply(server, dir) {
      const pins = await this.list(server);
      return pins.ok ? { ok: true, value: await applyPins(pins.value, current(), dir) } : pins;
    },
    close: () => uses.flush(),
  };
}

const failedWith = (problem: PinFault): PinOutcome => ({ ok: false, problem });

const listed = (pin: StoredPin, snapshot: Snapshot): ListedPin => ({
  ...viewOf(pin, snapshot),
  by: pin.updatedBy,
  uses: pin.uses,
  lastUsedAt: pin.lastUsedAt,
  channelPin: pin.channelPin,
});

/** Uses are counted in memory and stored now and then: a question must not wait for it, and losing a few is no harm. */
function useCounter(store: PinStore): { note(server: ServerId, id: string): void; flush(): Promise<void> } {
  const counts = new Map<ServerId, Map<string, number>>();
  function add(server: ServerId, id: string, count: number): void {
    const own = counts.get(server) ?? new Map<string, number>();
    counts.set(server, own.set(id, (own.get(id) ?? 0) + count));
  }
  return {
    note: (server, id) => {
      add(server, id, 1);
    },
    async flush() {
      const at = new Date();
      for (const [server, own] of Array.from(counts)) {
        counts.delete(server);
        const noted = await store.noteUses(
          server,
          Array.from(own, ([id, count]) => ({ id, count, at })),
        );
        // Kept for the next time, with what came meanwhile.
        if (!noted.ok) for (const [id, count] of own) add(server, id, count);
      }
    },
  };
}
