import type { ClaimStore } from './claims.ts';
import type { FeedbackStore } from './feedback.ts';
import type { LeaseStore } from './leases.ts';
import type { Result, StoreProblem } from './problem.ts';
import type { QuestionStore } from './questions.ts';
import type { ServerId } from './server.ts';

/** What survives a restart. Every write is durable before it resolves. */
export interface Store {
  readonly pins: PinStore;
  readonly settings: SettingStore;
  readonly identify: IdentifyStore;
  readonly feedback: FeedbackStore;
  readonly questions: QuestionStore;
  readonly claims: ClaimStore;
  readonly leases: LeaseStore;
  /** Whether several machines can share it. */
  readonly isShared: boolean;
  /** Deletes everything that belongs to a server. */
  eraseServer(server: ServerId): Promise<Result<null>>;
  /** Removes from the database's files what was deleted from its tables. */
  scrub(): Promise<Result<null>>;
  /** Whether the database answers. */
  ping(): Promise<Result<null>>;
  /** What the database finds wrong with itself; empty when it is sound. */
  integrity(): Promise<Result<readonly string[]>>;
  /** Finishes what is under way; idempotent. */
  close(): Promise<void>;
}

/** What a pin answers with. */
export type PinAnswer =
  /** A passage of the articles, with a copy of it as it stood when it was pinned. */
  | {
      readonly kind: 'passage';
      readonly passage: string;
      readonly heading: string;
      readonly markdown: string;
    }
  /** The moderator's own Markdown. */
  | {
      readonly kind: 'own';
      readonly markdown: string;
      /** A digest of the passage that asked the same when it was written; null where none did. */
      readonly instead: string | null;
    };

/** The part of a pin that moderators write. */
export interface PinContent {
  readonly question: string;
  readonly phrasings: readonly string[];
  readonly answer: PinAnswer;
}

/** What a pin said before its last change, and whether it was in use. */
export interface PinState extends PinContent {
  readonly status: PinStatus;
}

/** How questions are told apart. */
export interface Keying {
  /** Differs wherever the same text may have another key: keys that were stored under another one are made anew. */
  readonly version: string;
  /** Equal keys are the same question; empty for a text without a word, which is no question. */
  readonly keyOf: (text: string) => string;
}

/** What changes of pins are held to. */
export interface PinRules {
  /** Live pins that a server may have. */
  readonly limit: number;
  readonly keying: Keying;
}

/** The message that is pinned in a channel as well. */
export interface ChannelPin {
  readonly channel: string;
  readonly message: string;
}

export interface StoredPin extends PinContent {
  /** 12 hexadecimal digits, unique in the whole store. */
  readonly id: string;
  readonly server: ServerId;
  readonly channelPin: ChannelPin | null;
  /** `retired`: the articles answer it now. `deleted` pins can be brought back until they are purged. */
  readonly status: PinStatus;
  /** Ids of moderators; null once erased on request. */
  readonly createdBy: string | null;
  readonly updatedBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** 1 when it is new, one more with each change: who changes it says which state is meant. */
  readonly revision: number;
  /** What its last change changed, for taking that back; null for a new pin, and once it is forgotten. */
  readonly previous: PinState | null;
  readonly uses: number;
  readonly lastUsedAt: Date | null;
}

export type PinStatus = 'live' | 'retired' | 'deleted';

/** Who does something, and when. */
export interface Deed {
  readonly by: string | null;
  readonly at: Date;
}

/** What stands in the way of a pin, besides the store itself. */
export type PinProblem =
  | StoreProblem
  /** Another live pin of the server answers one of these questions already; `asked` is which. */
  | { readonly kind: 'duplicate'; readonly pin: StoredPin; readonly asked: string }
  /** The pin has been changed since it was read. */
  | { readonly kind: 'changed'; readonly pin: StoredPin }
  /** The server has as many live pins as are allowed. */
  | { readonly kind: 'limit'; readonly limit: number }
  /** There is no pin with this id in the server, or none in the state that the change needs. */
  | { readonly kind: 'missing' };

export type PinResult = Result<StoredPin, PinProblem>;

/** Uses of a pin since they were last stored. */
export interface PinUse {
  readonly id: string;
  readonly count: number;
  readonly at: Date;
}

/**
 * Pins of servers. A change of what a server's live pins say raises its revision. Within a server each question, whether
 * a pin's own or one of its phrasings, belongs to one live pin: that is decided in the transaction of the change itself.
 */
export interface PinStore {
  /** A number that differs whenever the pins of the server may have changed. */
  revision(server: ServerId): Promise<Result<number>>;
  /** Newest first. */
  list(server: ServerId, statuses: readonly PinStatus[]): Promise<Result<readonly StoredPin[]>>;
  find(server: ServerId, id: string): Promise<Result<StoredPin | null>>;
  /** Adds a live pin unless the server has as many as it may. */
  add(server: ServerId, content: PinContent, deed: Deed, rules: PinRules): Promise<PinResult>;
  /** Changes what a live pin says; what it said before is kept for `undo`. */
  edit(
    server: ServerId,
    id: string,
    revision: number,
    content: PinContent,
    deed: Deed,
    rules: PinRules,
  ): Promise<PinResult>;
  /** Takes a live pin out of use. */
  close(server: ServerId, id: string, status: 'retired' | 'deleted', deed: Deed): Promise<PinResult>;
  /** Takes back the change that led to this revision: a new pin is deleted, a closed one live again. Can itself be undone. */
  undo(server: ServerId, id: string, revision: number, deed: Deed, rules: PinRules): Promise<PinResult>;
  setChannelPin(server: ServerId, id: string, channelPin: ChannelPin | null): Promise<PinResult>;
  noteUses(server: ServerId, uses: readonly PinUse[]): Promise<Result<null>>;
  /** Forgets deleted pins, and what changed pins said before, from before that time. Of every server. */
  purge(before: Date): Promise<Result<number>>;
  /** Removes a person's id from all pins, of one server or of every one; the number of pins that bore it. */
  forget(person: string, server?: ServerId): Promise<Result<number>>;
}

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a server has set, by name. */
export interface SettingStore {
  read(server: ServerId): Promise<Result<ReadonlyMap<string, Json>>>;
  /** Null removes the setting. */
  write(server: ServerId, name: string, value: Json): Promise<Result<null>>;
  /** The servers that have set this. */
  holders(name: string): Promise<Result<readonly string[]>>;
  /** Removes everything that a server has set. */
  clear(server: ServerId): Promise<Result<null>>;
}

/** What is known of the sessions that a bot started with Discord, so that a restart does not forget it. */
export interface IdentifyStore {
  /**
   * Replaces a bot's ledger by what `next` makes of it; null where there is none. No other process reads or writes it
   * meanwhile. `next` is given the
   * database's time, since clocks of machines differ. It may be called again after a conflict; nothing is written where it throws.
   */
  change(bot: string, next: (ledger: string | null, now?: number) => string): Promise<Result<null>>;
}
