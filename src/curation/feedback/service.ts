import type { Logger } from '../../log.ts';
import type { FeedbackStore, VoteValue } from '../../store/feedback.ts';
import type { Result } from '../../store/problem.ts';
import type { ServerId } from '../../store/server.ts';
import { keptText, type TextRule } from '../kept-text.ts';
import { pickCounter } from './picks.ts';

/** What somebody thinks of one of Svar's answers. */
export interface GivenVote {
  /** The same for everybody who sees the answer. */
  readonly answer: string;
  /** Id of the person; only a keyed hash of it is stored. */
  readonly person: string;
  readonly value: VoteValue;
  /** A passage's hash, or `p` and a pin's id. */
  readonly target: string;
}

/** What people think of answers, by server. */
export interface Feedback {
  /** One vote a person and answer: a later one replaces it. */
  vote(server: ServerId, vote: GivenVote): Promise<Result<null>>;
  /** Somebody picked this for a question. Counted in memory, stored every minute and on `close`. */
  notePick(
    server: ServerId,
    target: string,
    asked: { readonly text: string; readonly isDirect: boolean },
  ): void;
  /** Deletes what has been kept long enough. */
  sweep(now: Date): Promise<Result<null>>;
  /** Stores what is only counted yet. */
  flush(): Promise<void>;
  /** As `flush`, and stops storing by itself. */
  close(): Promise<void>;
}

/** Votes, and picks without a text, are counted for so many days. */
const countedDays = 366;
const day = 24 * 60 * 60 * 1000;

/** The service over a store. */
export function feedbackService(store: FeedbackStore, rule: TextRule, log: Logger): Feedback {
  const picks = pickCounter(store, log);
  return {
    vote: (server, vote) => store.vote(server, { ...vote, at: new Date() }),
    notePick(server, target, asked) {
      picks.note(server, keptText(asked, rule), target);
    },
    sweep: (now) =>
      store.purge({
        counts: new Date(now.getTime() - countedDays * day),
        texts: new Date(now.getTime() - rule.days * day),
      }),
    flush: () => picks.flush(),
    close: () => picks.close(),
  };
}
