import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Article, Content, Problem } from './article.ts';
import { foreignFiles } from './foreign.ts';
import { findArticles, maximumBytes, unreadable } from './files.ts';
import { buildLinkIndex, resolveLink, type LinkIndex } from './links.ts';
import { parseArticle, type ParsedArticle } from './parse.ts';
import { cachePath, readCache, writeCache } from './cache.ts';
import { sameStamp, type ParsedFile, type ParsedFiles, type Stamp } from './parsed-file.ts';

export type { ParsedFiles } from './parsed-file.ts';

/** The content folder itself cannot be read. */
export class ContentFolderError extends Error {
  override readonly name = 'ContentFolderError';
  readonly dir: string;
  readonly reason: string;
  constructor(dir: string, reason: string) {
    super(`The content folder ${dir} cannot be read (${reason}).`);
    this.dir = dir;
    this.reason = reason;
  }
}

export interface Loaded {
  readonly content: Content;
  /** Hand this to the next load. */
  readonly files: ParsedFiles;
}

/** Problems that leave nothing usable of a new version; the last good one stays. */
const breaking = new Set<Problem['code']>([
  'front-matter-syntax',
  'front-matter-open',
  'comment-open',
  'empty-article',
]);

/** Parsing fewer articles than these takes a moment. */
const worthwhile = 500;

/** Where parsed articles are kept for the next run. */
export interface CacheOptions {
  readonly dir: string;
  /** So many articles must have been parsed anew for the cache to be written: fewer take no time. */
  readonly worthwhile?: number;
}

/**
 * Loads every article below `dir`. A bad file becomes a problem and, where `previous` holds a good version of it,
 * that version stays. The first load takes a file from the cache when its size and time are the same; later ones, with
 * `previous`, read every file again and parse it where its bytes differ. Throws `ContentFolderError` when the folder
 * itself cannot be read.
 */
export async function loadContent(
  dir: string,
  previous: ParsedFiles = new Map(),
  kept: CacheOptions | null = null,
): Promise<Loaded> {
  const found = await findArticles(dir).catch((error: unknown) => {
    throw new ContentFolderError(
      dir,
      error instanceof Error && 'code' in error ? String(error.code) : String(error),
    );
  });
  const cache = kept === null || previous.size > 0 ? null : cachePath(kept.dir, dir);
  const cached: ParsedFiles = cache === null ? new Map() : await readCache(cache);
  const files = new Map<string, ParsedFile>();
  const problems: Problem[] = [...found.problems, ...(await foreignFiles(dir, found))];
  const digest = createHash('sha256');
  let parsedAnew = 0;
  for await (const read of readArticles(dir, found.files, cached)) {
    const { id } = read;
    const last = previous.get(id);
    const next = parsedFile(read, last ?? cached.get(id));
    if (next !== null && next.parsed !== (last ?? cached.get(id))?.parsed) parsedAnew += 1;
    const own = 'problem' in read ? [read.problem] : (next?.parsed.problems ?? []);
    problems.push(...own);
    const isBroken = next === null || own.some(({ code }) => breaking.has(code));
    const standing = isBroken && last !== undefined ? last : next;
    if (standing === null) continue;
    files.set(id, standing);
    digest.update(id).update('\0').update(standing.hash);
  }
  if (cache !== null && parsedAnew >= (kept?.worthwhile ?? worthwhile)) await writeCache(cache, files);
  const linked = linkArticles([...files.values()].map(({ parsed }) => parsed));
  return {
    content: {
      articles: linked.articles,
      problems: [...problems, ...linked.problems].toSorted(inReadingOrder),
      hash: digest.digest('hex'),
    },
    files,
  };
}

function parsedFile(read: Read, last: ParsedFile | undefined): ParsedFile | null {
  if ('problem' in read) return null;
  if ('cached' in read) return read.cached;
  const { id, hash, stamp, text } = read;
  if (last?.hash === hash) return sameStamp(last.stamp, stamp) ? last : { ...last, stamp };
  return { hash, stamp, parsed: parseArticle(id, text) };
}

const inReadingOrder = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);

type Read = { readonly id: string } & (
  | { readonly text: string; readonly hash: string; readonly stamp: Stamp }
  | { readonly cached: ParsedFile }
  | { readonly problem: Problem }
);

/** Files read at once: enough to keep a slow disk busy, few enough (of at most a megabyte) to forget about memory. */
const readAhead = 16;
/** Milliseconds after which a load lets others run: the bot answers on during a reload. */
const turn = 20;

/** Reads the files in order, the next ones while one is parsed. */
async function* readArticles(dir: string, ids: readonly string[], cached: ParsedFiles): AsyncGenerator<Read> {
  const start = (id: string): Promise<Read> => readArticle(dir, id, cached.get(id));
  let begun = performance.now();
  const reads = ids.slice(0, readAhead).map(start);
  for (const [index] of ids.entries()) {
    const read = await reads[index % readAhead];
    if (read !== undefined) yield read;
    const next = ids[index + readAhead];
    if (next !== undefined) reads[index % readAhead] = start(next);
    if (performance.now() - begun < turn) continue;
    await setImmediate();
    begun = performance.now();
  }
}

async function readArticle(dir: string, id: string, cached: ParsedFile | undefined): Promise<Read> {
  try {
    const path = join(dir, id);
    const { size, mtimeMs } = await stat(path);
    const stamp = { size, mtime: mtimeMs };
    if (size > maximumBytes) {
      const parameters = { bytes: size, limit: maximumBytes };
      return { id, problem: { code: 'too-large', severity: 'error', file: id, line: null, parameters } };
    }
    if (cached !== undefined && sameStamp(cached.stamp, stamp)) return { id, cached };
    return decodeArticle(id, await readFile(path), stamp);
  } catch (error) {
    return { id, problem: unreadable(id, error) };
  }
}

function decodeArticle(id: string, bytes: Buffer, stamp: Stamp): Read {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { id, text, hash: createHash('sha256').update(bytes).digest('hex'), stamp };
  } catch {
    const parameters = { byte: firstBadByte(bytes) };
    return { id, problem: { code: 'not-utf8', severity: 'error', file: id, line: null, parameters } };
  }
}

/** Where decoding and encoding again first differ. */
function firstBadByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString('utf8'));
  const at = bytes.findIndex((byte, position) => again[position] !== byte);
  return at < 0 ? bytes.length : at;
}

/** Resolves the links of all articles against each other. */
function linkArticles(parsed: readonly ParsedArticle[]): { articles: Article[]; problems: Problem[] } {
  const index = buildLinkIndex(parsed.map(({ article, headings }) => ({ id: article.id, headings })));
  const linked = parsed.map((one) => linkArticle(one, index));
  return {
    articles: linked.map(({ article }) => article),
    problems: linked.flatMap(({ problems }) => problems),
  };
}

/** Resolves the links of one article. */
export function linkArticle(
  { article, passages }: ParsedArticle,
  index: LinkIndex,
): { readonly article: Article; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const linked = passages.map((passage) => ({
    ...passage,
    links: passage.links.map(({ href, line }) => {
      const { target, problem } = check(href, line, article.id, index);
      if (problem !== null) problems.push(problem);
      return { href, line, target };
    }),
  }));
  return { article: { ...article, passages: linked }, problems };
}

function check(href: string, line: number, file: string, index: LinkIndex) {
  const { target, ambiguous } = resolveLink(href, file, index);
  const place = { severity: 'warning', file, line } as const;
  const problem: Problem | null =
    ambiguous.length > 0
      ? { ...place, code: 'link-ambiguous', parameters: { href, candidates: ambiguous } }
      : target.kind === 'nowhere'
        ? { ...place, code: 'link-nowhere', parameters: { href } }
        : null;
  return { target, problem };
}
