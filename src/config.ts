import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseEnvFile } from 'dotenv';
import { z } from 'zod';
import { logLevels, type LogLevel } from './log.ts';

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
  /** Where parsed articles are kept for the next start; null for nowhere. */
  readonly cacheDir: string | null;
  readonly database: DatabaseUrl;
  /** Without a trailing slash; makes links such as `/btob` absolute. */
  readonly siteUrl: string | null;
  /** With `{article}` and `{line}`. */
  readonly editUrl: string | null;
  /** `info`, or `silent` in the terminal, where nobody asked for it. */
  readonly logLevel: LogLevel;
  /** Whether mentions, replies and chosen channels of servers are heard; else commands and direct messages alone. */
  readonly mentions: boolean;
  readonly messageContent: boolean;
  readonly questionLogDays: number;
  readonly httpPort: number | null;
  /** Null: as many as Discord recommends, all in this process. */
  readonly shardCount: number | null;
  /** Shards of this process; null: all of them. */
  readonly shards: readonly number[] | null;
  /** Processes of one generation share the shards; two run them side by side, while one takes over from the other. */
  readonly generation: string;
  readonly homeServer: string | null;
  /** Whose language the terminal speaks: a locale such as `da_DK.UTF-8`. */
  readonly locale: string;
  /** Where relative paths of a command line begin. */
  readonly workingDir: string;
  /** Whether a terminal may be given colours (NO_COLOR is not set). */
  readonly colours: boolean;
}

/** What is wrong with a setting; `given` is null where the value is a secret. */
export interface SettingProblem {
  readonly setting: string;
  readonly code: SettingCode;
  readonly given: string | null;
  /** What would be right: names of choices, or a range such as `0–3650`. */
  readonly expected: string;
}
export type SettingCode =
  | 'token'
  | 'address'
  | 'edit-address'
  | 'database'
  | 'choice'
  | 'number'
  | 'shards'
  | 'shards-alone'
  | 'shard-beyond'
  | 'mentions-off'
  | 'generation'
  | 'server'
  | 'unreadable';

/** Thrown with every problem at once; fronts word them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly SettingProblem[];
  readonly locale: string;
  constructor(problems: readonly SettingProblem[], locale: string) {
    super(problems.map(({ setting, code }) => `${setting}: ${code}`).join(', '));
    this.problems = problems;
    this.locale = locale;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of this process: `.env` in the package root, and over it the environment. Throws `ConfigError`. */
export function readSettings(packageRoot: string): Config {
  return readConfig({ ...readEnvFile(packageRoot, process.env), ...process.env }, packageRoot, process.cwd());
}

/**
 * Validates settings. Paths in them are relative to `packageRoot`; `workingDir` is where command lines begin,
 * unless npm left INIT_CWD. Empty settings count as unset. Throws `ConfigError` with all problems.
 */
export function readConfig(env: Environment, packageRoot: string, workingDir: string = packageRoot): Config {
  const locale = localeOf(env);
  const read = settings.safeParse(withoutEmpty(env));
  if (!read.success) throw new ConfigError(read.error.issues.map(problemOf(env)), locale);
  const { DISCORD_TOKEN, DATABASE_URL, LOG_LEVEL, ...given } = read.data;
  return Object.freeze({
    discordToken: DISCORD_TOKEN ?? null,
    discordApiUrl: given.DISCORD_API_URL ?? null,
    contentDir: resolve(packageRoot, given.CONTENT_DIR),
    cacheDir: given.CACHE_DIR === 'off' ? null : resolve(packageRoot, given.CACHE_DIR),
    database: databaseOf(DATABASE_URL, packageRoot),
    siteUrl: given.SITE_URL ?? null,
    editUrl: given.EDIT_URL ?? null,
    logLevel: LOG_LEVEL ?? (DISCORD_TOKEN === undefined ? 'silent' : 'info'),
    mentions: given.MENTIONS === 'on',
    messageContent: given.MESSAGE_CONTENT === 'on',
    questionLogDays: given.QUESTION_LOG_DAYS,
    httpPort: given.HTTP_PORT ?? null,
    shardCount: given.SHARD_COUNT ?? null,
    shards: given.SHARDS ?? null,
    generation: given.GENERATION,
    homeServer: given.HOME_SERVER ?? null,
    locale,
    workingDir: resolve(env['INIT_CWD'] || workingDir),
    colours: (env['NO_COLOR'] ?? '') === '',
  });
}

/** A check that names what is wrong; the sentence is a front's. */
const otherwise = (code: SettingCode, expected = '') => ({ params: { code, expected } });

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]/iu.test(text) && URL.canParse(text);
const address = z
  .string()
  .refine(isWebAddress, otherwise('address'))
  .transform((text) => text.replace(/\/+$/u, ''));
const whole = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/u.test(text) && Number(text) >= least && Number(text) <= most,
      otherwise('number', `${least}–${most}`),
    )
    .transform(Number);
const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  z
    .string()
    .toLowerCase()
    .refine(
      (text): text is Choice => choices.some((choice) => choice === text),
      otherwise('choice', choices.join(', ')),
    );

/** Discord's documented bounds on shards are looser; this only keeps a slip of the finger from opening thousands. */
const mostShards = 10_000;
const settings = z
  .object({
    DISCORD_TOKEN: z
      .string()
      .transform((text) => text.replace(/^Bot\s+/u, ''))
      .refine((text) => !/\s/u.test(text), otherwise('token'))
      .optional(),
    DISCORD_API_URL: address.optional(),
    CONTENT_DIR: z.string().default('content'),
    CACHE_DIR: z.string().default('data/cache'),
    DATABASE_URL: z
      .string()
      .refine((text) => databaseUrl.test(text), otherwise('database'))
      .default('sqlite:data/svar.db'),
    SITE_URL: address.optional(),
    EDIT_URL: z
      .string()
      .refine((text) => isWebAddress(text) && text.includes('{article}'), otherwise('edit-address'))
      .optional(),
    LOG_LEVEL: oneOf(logLevels).optional(),
    MENTIONS: oneOf(['on', 'off']).default('on'),
    MESSAGE_CONTENT: oneOf(['off', 'on']).default('off'),
    QUESTION_LOG_DAYS: whole(0, 3650).prefault('30'),
    HTTP_PORT: whole(1, 65_535).optional(),
    SHARD_COUNT: whole(1, mostShards).optional(),
    SHARDS: z
      .string()
      .refine((text) => shardsOf(text) !== null, otherwise('shards'))
      .transform((text) => shardsOf(text) ?? [])
      .optional(),
    GENERATION: z
      .string()
      .refine((text) => /^[\w.-]{1,40}$/u.test(text), otherwise('generation'))
      .default('one'),
    HOME_SERVER: z
      .string()
      .refine((text) => /^\d{17,20}$/u.test(text), otherwise('server'))
      .optional(),
  })
  .superRefine(({ MENTIONS, MESSAGE_CONTENT }, context) => {
    if (MENTIONS === 'off' && MESSAGE_CONTENT === 'on')
      context.addIssue({ code: 'custom', path: ['MESSAGE_CONTENT'], ...otherwise('mentions-off') });
  })
  .superRefine(({ SHARD_COUNT, SHARDS }, context) => {
    // Values that were refused above arrive here as they were given: text.
    if (!Array.isArray(SHARDS) || typeof SHARD_COUNT === 'string') return;
    const path = ['SHARDS'];
    const count = SHARD_COUNT;
    if (count === undefined) context.addIssue({ code: 'custom', path, ...otherwise('shards-alone') });
    else if (SHARDS.some((shard) => shard >= count))
      context.addIssue({ code: 'custom', path, ...otherwise('shard-beyond', `0–${count - 1}`) });
  });

/** `0-3,7` as numbers in order; null where it is no such list. */
function shardsOf(text: string): readonly number[] | null {
  const shards = new Set<number>();
  for (const part of text.split(',')) {
    const [, first, last] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/u.exec(part) ?? [];
    if (first === undefined || Number(last ?? first) < Number(first)) return null;
    for (let shard = Number(first); shard <= Number(last ?? first); shard++) shards.add(shard);
  }
  return Array.from(shards).toSorted((a, b) => a - b);
}

/** A database as settings and command lines name it; null where it is named wrongly. */
export const readDatabase = (text: string, root: string): DatabaseUrl | null =>
  databaseUrl.test(text) ? databaseOf(text, root) : null;
const databaseUrl = /^sqlite:[^:]|^postgres(ql)?:\/\/./u;

function databaseOf(text: string, packageRoot: string): DatabaseUrl {
  return text.startsWith('sqlite:')
    ? { engine: 'sqlite', path: resolve(packageRoot, text.replace(/^sqlite:(\/\/(?=\/))?/u, '')) }
    : { engine: 'postgres', url: text };
}

/** Settings whose values are not repeated in a sentence: they hold passwords. */
const secret = new Set(['DISCORD_TOKEN', 'DATABASE_URL']);

const problemOf =
  (env: Environment) =>
  (issue: z.core.$ZodIssue): SettingProblem => {
    const setting = String(issue.path[0]);
    const { code, expected } = foundWrong.parse('params' in issue ? issue.params : {});
    return { setting, code, given: secret.has(setting) ? null : (env[setting] ?? null), expected };
  };
const foundWrong = z.object({ code: z.custom<SettingCode>(), expected: z.string() });

function withoutEmpty(env: Environment): Environment {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** POSIX order; where none is set, as on Windows, what the system tells. */
function localeOf(env: Environment): string {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => (value ?? '') !== '');
  return named ?? new Intl.DateTimeFormat().resolvedOptions().locale;
}

function readEnvFile(packageRoot: string, env: Environment): Record<string, string> {
  const path = join(packageRoot, '.env');
  try {
    return parseEnvFile(decode(readFileSync(path)));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT') return {};
    throw new ConfigError(
      [{ setting: path, code: 'unreadable', given: null, expected: reason }],
      localeOf(env),
    );
  }
}

/** Windows PowerShell writes UTF-16 where it is asked for a text file; both byte order marks are dropped. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
