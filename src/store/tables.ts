import type { Generated } from 'kysely';
import type { PinStatus } from './store.ts';

/** Rows as they are stored. Times are milliseconds since 1970; lists and objects are JSON text. */
export interface Tables {
  readonly schema_version: { readonly version: number };
  readonly servers: ServerRow;
  readonly pins: PinRow;
  readonly pin_keys: PinKeyRow;
  readonly settings: SettingRow;
  readonly identify_ledgers: IdentifyLedgerRow;
}

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
