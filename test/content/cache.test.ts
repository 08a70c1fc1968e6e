import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cachePath } from '../../src/content/cache.ts';
import { loadContent, type Loaded } from '../../src/content/load.ts';
import { contentFolder } from './folder.ts';

const articles = {
  'a.md':
    '---\ntitle: A\n---\n\n## Hvad er a?\n<!-- questions\n- Hvad betyder a?\n-->\n\nEt bogstav, se [b](b.md#hvad-er-b).\n',
  'b.md': '# B\n\n**Hvad er b?**\n\nOgså et.\n\n**Hvad er det ikke?**\n\nEt tal.\n',
  'c.md': '# C\n\n[intet](findes-ikke.md)\n\n## Tom\n',
};

interface Cached {
  readonly dir: string;
  readonly path: string;
  /** Loads as at a start. */
  readonly start: () => Promise<Loaded>;
}

/** A folder whose articles were loaded once and cached. */
async function cachedFolder(): Promise<Cached> {
  const dir = await contentFolder(articles);
  // Times as `utimes` can give them again.
  for (const name of Object.keys(articles)) await utimes(join(dir, name), 1_700_000_000, 1_700_000_000);
  const cache = { dir: await contentFolder({}), worthwhile: 1 };
  const start = (): Promise<Loaded> => loadContent(dir, new Map(), cache);
  await start();
  return { dir, path: cachePath(cache.dir, dir), start };
}

/** Writes other text of the same length into a file without changing its time: only who trusts the cache is deceived. */
async function deceive(dir: string, name: string, from: string, to: string): Promise<void> {
  const path = join(dir, name);
  const { atime, mtime } = await stat(path);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(from, to));
  await utimes(path, atime, mtime);
}

const headings = ({ content }: Loaded): string[] =>
  content.articles.flatMap(({ passages }) => passages.map(({ heading }) => heading));

describe('the cache of parsed articles', () => {
  it('gives what parsing gives', async () => {
    const { dir, start } = await cachedFolder();
    const cached = await start();
    const parsed = await loadContent(dir);
    expect(cached.content).toEqual(parsed.content);
    expect([...cached.files.values()].map(({ parsed: { places } }) => places)).toEqual(
      [...parsed.files.values()].map(({ parsed: { places } }) => places),
    );
  });

  it('is taken at its word by the first load only', async () => {
    const { dir, start } = await cachedFolder();
    await deceive(dir, 'b.md', 'Hvad er b?', 'Hvad er x?');
    const trusting = await start();
    expect(headings(trusting)).toContain('Hvad er b?');
    const next = await loadContent(dir, trusting.files);
    expect(headings(next)).toContain('Hvad er x?');
  });

  it('notices files that were changed, removed and added', async () => {
    const { dir, start } = await cachedFolder();
    await writeFile(join(dir, 'a.md'), '# Andet\n\nNyt.\n');
    await rm(join(dir, 'b.md'));
    await writeFile(join(dir, 'd.md'), '# D\n\nMere.\n');
    expect((await start()).content).toEqual((await loadContent(dir)).content);
  });

  it('does not bring back the last good version of a file that is broken now', async () => {
    const { dir, start } = await cachedFolder();
    await writeFile(join(dir, 'a.md'), '---\ntitle: "\n---\n# Andet\n\nTekst\n');
    expect((await start()).content).toEqual((await loadContent(dir)).content);
  });

  it('is read around its damage, wherever that is', async () => {
    const { dir, path, start } = await cachedFolder();
    const whole = await readFile(path);
    const parsed = await loadContent(dir);
    const step = Math.max(1, Math.floor(whole.length / 60));
    for (let at = 0; at < whole.length; at += step) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x5a;
      await writeFile(path, damaged);
      expect((await start()).content).toEqual(parsed.content);
      await writeFile(path, whole);
      await truncate(path, at);
      expect((await start()).content).toEqual(parsed.content);
    }
  });

  it('is not that of another Svar', async () => {
    const { dir, path, start } = await cachedFolder();
    const whole = await readFile(path);
    const print = whole.subarray(0, whole.indexOf('\n')).toString();
    const other = print.replace(/.$/u, (last) => (last === '0' ? '1' : '0'));
    await writeFile(path, Buffer.concat([Buffer.from(other), whole.subarray(other.length)]));
    await deceive(dir, 'b.md', 'Hvad er b?', 'Hvad er x?');
    expect(headings(await start())).toContain('Hvad er x?');
  });

  it('is written again after damage, leaves nothing half written, and is not needed', async () => {
    const { dir, path, start } = await cachedFolder();
    await writeFile(path, 'intet');
    await start();
    expect((await readFile(path)).length).toBeGreaterThan(500);
    expect(await readdir(join(path, '..'))).toHaveLength(1);
    await rm(path);
    const unwritable = { dir: join(dir, 'a.md'), worthwhile: 1 };
    expect((await loadContent(dir, new Map(), unwritable)).content).toEqual((await start()).content);
  });

  it('is not written for a few articles', async () => {
    const dir = await contentFolder(articles);
    const cacheDir = await contentFolder({});
    await loadContent(dir, new Map(), { dir: cacheDir });
    expect(await readdir(cacheDir)).toEqual([]);
  });
});
