import type { Logger } from '../../log.ts';
import type { FeedbackStore } from '../../store/feedback.ts';
import type { ServerId } from '../../store/server.ts';
import { writeQueue } from '../write-queue.ts';

interface NotedPick {
  readonly server: ServerId;
  readonly question: string;
  readonly target: string;
  readonly at: Date;
}

/** Counts what people pick: nobody waits for the store. */
export interface PickCounter {
  note(server: ServerId, question: string, target: string): void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** A counter that stores by itself. */
export function pickCounter(store: FeedbackStore, log: Logger): PickCounter {
  const queue = writeQueue<NotedPick>('picks', log, (server, picks) =>
    store.notePicks(
      server,
      picks.map(({ question, target, at }) => ({ question, target, count: 1, at })),
    ),
  );
  return {
    note(server, question, target) {
      queue.add({ server, question, target, at: new Date() });
    },
    flush: () => queue.flush(),
    close: () => queue.close(),
  };
}
