import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { ParsedFile, ParsedFiles } from './parsed-file.ts';

/**
 * Parsed articles on disk, so that a restart need not parse them again. Safe to delete at any time. The file is a line
 * that names the reader it is for, and then a record an article: length, checksum, and the serialised file. What is
 * damaged, cut off or of another version is as if it were not there.
 */

/** Larger than any article makes: a damaged length must not claim all memory. */
const longestRecord = 64_000_000;
/** Before each record: its length and its CRC-32. Bytes. */
const prefixLength = 8;

type Entry = readonly [id: string, file: ParsedFile];

/** Where the articles of a folder are cached. */
export const cachePath = (cacheDir: string, contentDir: string): string => {
  const name = createHash('sha256').update(resolve(contentDir)).digest('hex').slice(0, 12);
  return join(cacheDir, `articles-${name}.cache`);
};

/** The cached files; none where there is no cache that can be trusted. Never throws. */
export async function readCache(path: string): Promise<ParsedFiles> {
  const files = new Map<string, ParsedFile>();
  const handle = await open(path).catch(() => null);
  if (handle === null) return files;
  try {
    const header = Buffer.from(await headerLine());
    let at = header.length;
    if (!header.equals(await slice(handle, 0, at))) return files;
    for (;;) {
      const prefix = await slice(handle, at, prefixLength);
      if (prefix.length < prefixLength || prefix.readUInt32LE(0) > longestRecord) return files;
      const length = prefix.readUInt32LE(0);
      const bytes = await slice(handle, at + prefixLength, length);
      if (bytes.length < length) return files;
      if (crc32(bytes) === prefix.readUInt32LE(4)) files.set(...entryOf(bytes));
      at += prefixLength + length;
    }
  } catch {
    return files;
  } finally {
    await handle.close();
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the checksum and the header tell that we wrote it
const entryOf = (bytes: Buffer): Entry => deserialize(bytes) as Entry;

/** As many bytes as there are. */
async function slice(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

/** Replaces the cache at once when all is written. A disk that cannot be written to leaves it as it was. */
export async function writeCache(path: string, files: ParsedFiles): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(await headerLine());
      for (const entry of files) await handle.writeFile(recordOf(entry));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

function recordOf(entry: Entry): Buffer {
  const bytes = serialize(entry);
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt32LE(bytes.length, 0);
  prefix.writeUInt32LE(crc32(bytes), 4);
  return Buffer.concat([prefix, bytes]);
}

let known: Promise<string> | null = null;

/** Another reader of articles, of another Svar or with other libraries, has another line. */
function headerLine(): Promise<string> {
  known ??= fingerprint().then((print) => `svar articles ${print}\n`);
  return known;
}

async function fingerprint(): Promise<string> {
  const folder = dirname(fileURLToPath(import.meta.url));
  const digest = createHash('sha256').update(process.versions.v8);
  digest.update(await readFile(join(folder, '../../package.json')));
  for (const name of (await readdir(folder)).toSorted()) digest.update(await readFile(join(folder, name)));
  return digest.digest('hex');
}
