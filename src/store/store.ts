import type { Result, StoreProblem } from './problem.ts';
import type { ServerId } from './server.ts';

/** What survives a restart. Every write is durable before it resolves. */
export interface Store {
  readonly pins: PinStore;
  readonly settings: SettingStore;
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
  | { readonly kind: 'own'; readonly markdown: string };

/** The part of a pin that moderators write. */
export interface PinContent {
  readonly question: string;
  /** Equal keys are the same question; unique among the live pins of a server. */
  readonly key: string;
  readonly phrasings: readonly string[];
  readonly answer: PinAnswer;
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
  /** What it said before its last edit; null when it was never edited, or the edit was undone. */
  readonly previous: PinContent | null;
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
  /** A live pin of the server has this key already. */
  | { readonly kind: 'duplicate'; readonly pin: StoredPin }
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

/** Pins of servers. A change of what a server's live pins say raises its revision. */
export interface PinStore {
  /** A number that differs whenever the pins of the server may have changed. */
  revision(server: ServerId): Promise<Result<number>>;
  /** Newest first. */
  list(server: ServerId, statuses: readonly PinStatus[]): Promise<Result<readonly StoredPin[]>>;
  find(server: ServerId, id: string): Promise<Result<StoredPin | null>>;
  /** Adds a live pin unless the server has `limit` of them. */
  add(server: ServerId, content: PinContent, deed: Deed, limit: number): Promise<PinResult>;
  /** Changes what a live pin says; what it said before is kept for `undo`. */
  edit(server: ServerId, id: string, content: PinContent, deed: Deed): Promise<PinResult>;
  /** Takes a live pin out of use. */
  close(server: ServerId, id: string, status: 'retired' | 'deleted', deed: Deed): Promise<PinResult>;
  /** Brings a retired or deleted pin back; of a live one, takes the last edit back. */
  undo(server: ServerId, id: string, deed: Deed, limit: number): Promise<PinResult>;
  setChannelPin(server: ServerId, id: string, channelPin: ChannelPin | null): Promise<PinResult>;
  noteUses(server: ServerId, uses: readonly PinUse[]): Promise<Result<null>>;
  /** Forgets deleted pins, and what edited pins said before, from before that time. Of every server. */
  purge(before: Date): Promise<Result<number>>;
  /** Removes a person's id from all pins; the number of pins that bore it. */
  forget(person: string): Promise<Result<number>>;
}

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a server has set, by name. */
export interface SettingStore {
  read(server: ServerId): Promise<Result<ReadonlyMap<string, Json>>>;
  /** Null removes the setting. */
  write(server: ServerId, name: string, value: Json): Promise<Result<null>>;
  /** Removes everything that a server has set. */
  clear(server: ServerId): Promise<Result<null>>;
}
