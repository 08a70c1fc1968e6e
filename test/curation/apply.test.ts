import { chmod, lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applyPins, type Applied } from '../../src/curation/pins/apply.ts';
import type { ListedPin } from '../../src/curation/pins/pin.ts';
import { loadSnapshot } from '../../src/knowledge/load-snapshot.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';
import { contentFolder } from '../content/folder.ts';

/** A pin of the passage with this id. */
function pinOf(snapshot: Snapshot, id: string, question: string, ...phrasings: string[]): ListedPin {
  return {
    id: '0123456789ab',
    question,
    phrasings,
    target: snapshot.findById(id),
    passageId: id,
    markdown: '',
    state: 'current',
    createdAt: new Date(0),
    updatedAt: new Date(0),
    by: null,
    revision: 1,
    isLive: true,
    uses: 0,
    lastUsedAt: null,
    channelPin: null,
  };
}
const front = '---\nlang: da\n---\n';
const text = `${front}Før alt.\n\n## A?\n\nEt.\n\n## B?\n\nTo.\n`;

async function applied(
  dir: string,
  ...pins: readonly [id: string, ...asked: string[]][]
): Promise<readonly Applied[]> {
  const snapshot = await loadSnapshot(dir, {});
  return applyPins(
    pins.map(([id, question = '', ...others]) => pinOf(snapshot, id, question, ...others)),
    snapshot,
    dir,
  );
}

it('writes each question once, below the passage that answers it, several pins together', async () => {
  const dir = await contentFolder({ 'a.md': text });
  expect(
    await applied(
      dir,
      ['a.md#A?', 'Hvad er et?', 'hvad er ET', 'a'],
      ['a.md#B?', 'Hvad er to?'],
      ['a.md#A?', 'Hvad er tre?', 'hvad er et'],
    ),
  ).toEqual([
    { article: 'a.md', heading: 'A?', questions: ['Hvad er et?', 'Hvad er tre?'], isWritten: true },
    { article: 'a.md', heading: 'B?', questions: ['Hvad er to?'], isWritten: true },
  ]);
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(
    `${front}Før alt.\n\n## A?\n<!-- questions\n- Hvad er et?\n- Hvad er tre?\n-->\n\nEt.\n\n## B?\n<!-- questions\n- Hvad er to?\n-->\n\nTo.\n`,
  );
});

it('leaves alone what has no heading, is gone, or is asked already', async () => {
  const dir = await contentFolder({ 'a.md': text });
  expect(await applied(dir, ['a.md#a', 'Hvad er før?'], ['a.md#C?', 'x'], ['a.md#A?', 'a?'])).toEqual([]);
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(text);
});

it('leaves a file alone that has changed since it was read', async () => {
  const dir = await contentFolder({ 'a.md': text });
  const snapshot = await loadSnapshot(dir, {});
  const changed = text.replace('## A?', '## Z?');
  await writeFile(join(dir, 'a.md'), changed);
  expect(await applyPins([pinOf(snapshot, 'a.md#A?', 'Hvad er et?')], snapshot, dir)).toEqual([
    { article: 'a.md', heading: 'A?', questions: ['Hvad er et?'], isWritten: false },
  ]);
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(changed);
});

it('keeps the mode of a file, and a link a link, and leaves nothing beside', async () => {
  const dir = await contentFolder({ 'sub/a.md': text });
  await chmod(join(dir, 'sub/a.md'), 0o640);
  await mkdir(join(dir, 'linked'));
  await symlink('../sub/a.md', join(dir, 'linked/b.md'));
  const [done] = await applied(dir, ['linked/b.md#A?', 'Hvad er et?']);
  expect(done).toMatchObject({ article: 'linked/b.md', isWritten: true });
  expect((await lstat(join(dir, 'linked/b.md'))).isSymbolicLink()).toBe(true);
  expect((await stat(join(dir, 'sub/a.md'))).mode & 0o7777).toBe(0o640);
  expect(await readFile(join(dir, 'sub/a.md'), 'utf8')).toContain('- Hvad er et?\n');
  expect(await readdir(join(dir, 'sub'))).toEqual(['a.md']);
});
