import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { neutralPack, packSchema, type PackData } from './pack.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'packs');

/** Tag of the treatment for languages without a pack. */
export const neutral = 'und';

/** Tags of the languages that have a pack, sorted. A new `packs/<tag>.yml` is all a language needs. */
export const packTags: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => name.slice(0, -'.yml'.length))
  .toSorted();

const loaded = new Map<string, PackData>();

/**
 * The data of a language; the neutral one for a tag without a pack.
 * @throws with file and reason when a pack is not as `packSchema` says
 */
export function packData(tag: string): PackData {
  const known = loaded.get(tag);
  if (known !== undefined) return known;
  const data = packTags.includes(tag) ? readPack(join(folder, `${tag}.yml`)) : neutralPack;
  loaded.set(tag, data);
  return data;
}

function readPack(file: string): PackData {
  const result = packSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new Error(`${file}: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`);
}

/** The installed tag for a BCP 47 tag: `da-DK` → `da`, `no` → `nb`; `und` where no pack fits. */
export function installedTag(bcp47: string): string {
  const primary = bcp47.toLowerCase().split(/[-_]/u, 1)[0] ?? '';
  const tag = sameLanguage.get(primary) ?? primary;
  return packTags.includes(tag) ? tag : neutral;
}

/** Norwegian articles are marked in three ways; one pack reads them all. */
const sameLanguage = new Map([
  ['no', 'nb'],
  ['nn', 'nb'],
]);
