import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLibrary, type Library, type LibraryEvent } from '../../src/knowledge/library.ts';

let root = '';
let dir = '';
let library: Library;
let events: LibraryEvent[] = [];

const write = async (name: string, text: string): Promise<void> => {
  const path = join(dir, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};
const article = (heading: string, text = 'Kontingentet er 100 kr. om året.'): string =>
  `# Forening\n\n## ${heading}\n\n${text}\n`;
const open = async (patience?: number): Promise<void> => {
  library = await openLibrary({
    dir,
    watches: true,
    told: (event) => events.push(event),
    ...(patience === undefined ? {} : { patience }),
  });
};
const headings = (): readonly string[] =>
  library.current().content.articles.flatMap(({ passages }) => passages.map(({ heading }) => heading));
const kinds = (): readonly string[] => events.map(({ kind }) => kind);
const firstFor = (question: string): string | undefined =>
  library.current().rank(library.current().read(question), 1).matches[0]?.passage.heading;
/** Waits for what an author sees within two seconds; the rest is room for a busy machine. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 20 });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'svar-library-'));
  dir = join(root, 'articles');
  events = [];
  await write('a.md', article('Hvad koster det?'));
  await write('b.md', article('Hvornår er der møde?'));
  await write('guide/c.md', article('Hvem er formand?'));
});
afterEach(async () => {
  await library.close();
  await rm(root, { recursive: true, force: true });
});

describe('the library', () => {
  it.each<readonly [string, () => Promise<void>, readonly string[]]>([
    [
      'an edited article',
      () => write('a.md', article('Hvad er prisen?')),
      ['Hvad er prisen?', 'Hvornår er der møde?', 'Hvem er formand?'],
    ],
    [
      'an added article in a new folder',
      () => write('new/d.md', article('Hvor bor I?')),
      ['Hvad koster det?', 'Hvornår er der møde?', 'Hvem er formand?', 'Hvor bor I?'],
    ],
    ['a deleted article', () => rm(join(dir, 'a.md')), ['Hvornår er der møde?', 'Hvem er formand?']],
    [
      'a renamed article',
      () => rename(join(dir, 'a.md'), join(dir, 'z.md')),
      ['Hvornår er der møde?', 'Hvem er formand?', 'Hvad koster det?'],
    ],
    [
      'an article saved by way of another file',
      async () => {
        await write('a.md.tmp', article('Hvad er prisen?'));
        await rename(join(dir, 'a.md.tmp'), join(dir, 'a.md'));
      },
      ['Hvad er prisen?', 'Hvornår er der møde?', 'Hvem er formand?'],
    ],
  ])('answers from %s', async (_, change, expected) => {
    await open();
    await change();
    await until(() => expect(headings()).toEqual(expected));
  });

  it('notices edits again and again', async () => {
    await open();
    for (const heading of ['Et?', 'To?', 'Tre?']) {
      await write('a.md', article(heading));
      await until(() => expect(headings()[0]).toBe(heading));
    }
  });

  it('makes one reload of a burst of 300 files', async () => {
    await open();
    await Promise.all(
      Array.from({ length: 300 }, (_, index) => write(`pull/${index}.md`, article(`Punkt ${index}?`))),
    );
    await until(() => expect(headings()).toHaveLength(303));
    expect(kinds().length).toBeLessThanOrEqual(3);
  });

  it('keeps the good version of a broken edit, says so, and takes it up when it is mended', async () => {
    await open();
    await write('a.md', '---\ntitle: [\n---\n\n## Hvad koster det nu?\n\nMere.\n');
    await until(() =>
      expect(events.at(-1)).toMatchObject({
        kind: 'live',
        kept: [{ file: 'a.md', code: 'front-matter-syntax' }],
      }),
    );
    expect(headings()[0]).toBe('Hvad koster det?');
    await write('a.md', article('Hvad koster det nu?'));
    await until(() => expect(headings()[0]).toBe('Hvad koster det nu?'));
    expect(events.at(-1)).toMatchObject({ kind: 'live', kept: [] });
  });

  it('keeps the old articles for a while when most vanish at once, then lets them go', async () => {
    await open(1500);
    await rm(join(dir, 'guide'), { recursive: true });
    await rm(join(dir, 'b.md'));
    await until(() => expect(kinds()).toContain('held'));
    expect(headings()).toHaveLength(3);
    await until(() => expect(headings()).toEqual(['Hvad koster det?']));
    expect(kinds().filter((kind) => kind === 'held')).toHaveLength(1);
  });

  it('goes on as before when they come back', async () => {
    await open();
    await Promise.all(
      ['b.md', 'guide/c.md'].map((name) => rename(join(dir, name), join(root, name.slice(-4)))),
    );
    await until(() => expect(kinds()).toContain('held'));
    await rename(join(root, 'b.md'), join(dir, 'b.md'));
    await until(() => expect(kinds().at(-1)).toBe('live'));
    expect(headings()).toEqual(['Hvad koster det?', 'Hvornår er der møde?']);
  });

  it('outlives its folder, and sees edits in the one that takes its place', async () => {
    await open();
    await rename(dir, join(root, 'away'));
    await until(() => expect(kinds()).toContain('unreadable'));
    expect(headings()).toHaveLength(3);
    await rename(join(root, 'away'), dir);
    await until(() => expect(kinds().at(-1)).toBe('live'));
    await write('a.md', article('Hvad er prisen?'));
    await until(() => expect(headings()[0]).toBe('Hvad er prisen?'));
  });

  it('reads the synonyms of the folder, and keeps the last good ones', async () => {
    await open();
    expect(firstFor('zyklonen')).toBeUndefined();
    await write('synonyms.yml', '- kontingent, zyklon\n');
    await until(() => expect(firstFor('zyklonen')).toBe('Hvad koster det?'));
    await write('synonyms.yml', '- [kontingent, zyklon\n');
    await until(() => expect(events.at(-1)).toMatchObject({ synonyms: { code: 'syntax' } }));
    expect(firstFor('zyklonen')).toBe('Hvad koster det?');
  });

  it('notices nothing after it was closed', async () => {
    await open();
    const before = library.current();
    await library.close();
    await write('a.md', article('Hvad er prisen?'));
    expect(library.current()).toBe(before);
  });
});
