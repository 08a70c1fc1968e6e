import { isDeepStrictEqual } from 'node:util';
import { Routes, type Client } from 'discord.js';
import type { CommandIds } from './command-ids.ts';
import { commands } from './commands/index.ts';

/** What of a command's definition is ours; Discord adds ids, versions and defaults. */
const defining = new Set([
  'name',
  'type',
  'description',
  'name_localizations',
  'description_localizations',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_length',
  'max_length',
  'min_value',
  'max_value',
  'channel_types',
  'contexts',
  'integration_types',
  'default_member_permissions',
]);

/**
 * Tells Discord our commands, in one request, and only where it knows others: it allows 200 writes a day.
 * @param ids notes the ids that Discord gave them
 * @param mayWrite whether that is this process's duty; else they are only looked up
 * @returns whether anything was written
 */
export async function registerCommands(
  client: Client<true>,
  ids: CommandIds,
  mayWrite: boolean,
): Promise<boolean> {
  const route = Routes.applicationCommands(client.application.id);
  const wanted = commands.map(({ data }) => data);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known: unknown = await client.rest.get(route, { query });
  ids.note(known);
  if (!mayWrite || isDeepStrictEqual(sorted(known), sorted(wanted))) return false;
  ids.note(await client.rest.put(route, { body: wanted.map(asSent) }));
  return true;
}

/** Discord describes default permissions as a number, and gives them back as text. */
function asSent(command: (typeof commands)[number]['data']): unknown {
  const { default_member_permissions: rights } = command;
  return typeof rights === 'string' ? { ...command, default_member_permissions: Number(rights) } : command;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = (value: unknown): string =>
  isObject(value) ? `${String(value['type'])} ${String(value['name'])}` : '';

function sorted(definitions: unknown): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(definitions) ? definitions : [];
  return list.map((entry) => bare(entry)).toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

/** Without what Discord adds, and without empty values, which it leaves out or fills in as it likes. */
function bare(value: unknown, isLocalised = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => bare(entry));
  if (!isObject(value)) return value;
  const kept = Object.entries(value)
    .filter(([key, entry]) => (isLocalised || defining.has(key)) && !isEmpty(entry))
    .map(([key, entry]): [string, unknown] => [key, bareValue(key, entry)])
    .toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(kept);
}

const bareValue = (key: string, value: unknown): unknown =>
  key === 'default_member_permissions' ? String(value) : bare(value, key.endsWith('_localizations'));

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);
