import type { Generated } from 'kysely';
import type { VoteValue } from './feedback.ts';
import type { GapKind, OutcomeKind } from './questions.ts';
import type { PinStatus } from './store.ts';

/** Rows as they are stored. Times are milliseconds since 1970; lists and objects are JSON text. */
export interface Tables {
  readonly schema_version: { readonly version: number };
  readonly servers: ServerRow;
  readonly pins: PinRow;
  readonly pin_keys: PinKeyRow;
  readonly settings: SettingRow;
  readonly identify_ledgers: IdentifyLedgerRow;
  readonly secrets: SecretRow;
  readonly votes: VoteRow;
  readonly picks: PickRow;
  readonly questions: QuestionRow;
  readonly outcomes: OutcomeRow;
  readonly members: MemberRow;
  readonly leases: LeaseRow;
  readonly handled: HandledRow;
  readonly sureness: SurenessRow;
  readonly claims: ClaimRow;
}

/** What is kept, whichever processes run: everything but what they tell each other. */
export const lasting = [
  'servers',
  'pins',
  'pin_keys',
  'settings',
  'identify_ledgers',
  'secrets',
  'votes',
  'picks',
  'questions',
  'outcomes',
  'sureness',
  'claims',
] as const satisfies readonly (keyof Tables)[];
export type LastingTable = (typeof lasting)[number];

export interface ServerRow {
  readonly id: string;
  readonly pin_revision: number;
  /** `Keying.version` of its `pin_keys`; null where they are to be made. */
  readonly keyed_by: string | null;
}

/** Which live pin of a server answers the questions with this key. */
export interface PinKeyRow {
  readonly server: string;
  readonly key: string;
  readonly pin: string;
}

export interface PinRow {
  readonly id: string;
  readonly server: string;
  readonly status: PinStatus;
  readonly question: string;
  readonly phrasings: string;
  /** A `PinAnswer`. */
  readonly answer: string;
  /** A `ChannelPin`, or null. */
  readonly channel_pin: string | null;
  readonly revision: number;
  /** A `PinState`, or null. */
  readonly previous: string | null;
  readonly created_by: string | null;
  readonly created_at: number;
  readonly updated_by: string | null;
  readonly updated_at: number;
  readonly uses: Generated<number>;
  readonly last_used_at: number | null;
}

export interface SettingRow {
  readonly server: string;
  readonly name: string;
  readonly value: string;
}

export interface IdentifyLedgerRow {
  readonly bot: string;
  /** JSON; empty for a moment while it is made. */
  readonly ledger: string;
}

/** A random key that is made once for this database. */
export interface SecretRow {
  readonly name: string;
  readonly value: string;
}

/** One person's vote on one answer; `voter` is a keyed hash that differs from answer to answer. */
export interface VoteRow {
  readonly server: string;
  readonly answer: string;
  readonly voter: string;
  readonly value: VoteValue;
  /** What the answer showed. */
  readonly target: string;
  readonly at: number;
}

/** How often people picked a passage or a pin for a question; the question is empty where its text is not kept. */
export interface PickRow {
  readonly server: string;
  readonly question: string;
  readonly target: string;
  readonly picks: number;
  readonly last_at: number;
}

/** A question that nothing answered well: its text, and nobody's id. */
export interface QuestionRow {
  readonly id: string;
  readonly server: string;
  readonly text: string;
  readonly kind: GapKind;
  readonly target: string;
  readonly at: number;
  /** 1: moderators have left it out. */
  readonly ignored: number;
}

/** How often Svar was so sure on a day. */
export interface SurenessRow {
  readonly server: string;
  readonly day: string;
  readonly step: number;
  readonly count: number;
}

/** How often questions came to this on a day. */
export interface OutcomeRow {
  readonly server: string;
  readonly day: string;
  readonly kind: OutcomeKind;
  readonly target: string;
  readonly count: number;
}

/** Something that is done once in a server. */
export interface ClaimRow {
  readonly server: string;
  /** A keyed hash of what it is. */
  readonly name: string;
  readonly at: number;
}

/** A process of a bot that has told of itself. */
export interface MemberRow {
  readonly bot: string;
  readonly owner: string;
  readonly machine: string;
  readonly share: string;
  readonly shard_count: number | null;
  /** 1: it asks before it handles events. */
  readonly claims: number;
  readonly expires_at: number;
}

/** What one process of a bot does at a time: a shard, or a duty. */
export interface LeaseRow {
  readonly bot: string;
  readonly name: string;
  readonly owner: string | null;
  readonly expires_at: number;
}

/** An event that has been handled, while more than one process may be told of it. */
export interface HandledRow {
  readonly event: string;
  readonly at: number;
}
