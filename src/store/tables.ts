import type { Generated } from 'kysely';
import type { PinStatus } from './store.ts';

/** Rows as they are stored. Times are milliseconds since 1970; lists and objects are JSON text. */
export interface Tables {
  readonly schema_version: { readonly version: number };
  readonly servers: ServerRow;
  readonly pins: PinRow;
  readonly settings: SettingRow;
}

export interface ServerRow {
  readonly id: string;
  readonly pin_revision: number;
}

export interface PinRow {
  readonly id: string;
  readonly server: string;
  readonly status: PinStatus;
  readonly question: string;
  readonly key: string;
  readonly phrasings: string;
  /** A `PinAnswer`. */
  readonly answer: string;
  /** A `ChannelPin`, or null. */
  readonly channel_pin: string | null;
  /** A `PinContent`, or null. */
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
