import type { LogLevel } from './log.ts';

/** Where the store lives. */
export type DatabaseUrl =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string };

/** Every setting, validated and frozen. Paths are absolute. */
export interface Config {
  /** Null: the terminal front. */
  readonly discordToken: string | null;
  /** Another REST base such as `http://127.0.0.1:8080/api`; null for Discord's own. */
  readonly discordApiUrl: string | null;
  readonly contentDir: string;
  readonly database: DatabaseUrl;
  /** Without a trailing slash; makes links such as `/btob` absolute. */
  readonly siteUrl: string | null;
  /** With `{article}` and `{line}`. */
  readonly editUrl: string | null;
  readonly logLevel: LogLevel;
  readonly messageContent: boolean;
  readonly questionLogDays: number;
  readonly httpPort: number | null;
  /** Null: as many as Discord recommends, all in this process. */
  readonly shardCount: number | null;
  /** Shards of this process; null: all of them. */
  readonly shards: readonly number[] | null;
  readonly homeServer: string | null;
}
