import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { limitDepth, maximumDepth, tooDeepLine } from '../../src/content/depth.ts';
import { fileTitle } from '../../src/content/file-title.ts';
import { findArticles, isArticle, unreadable, withoutEnding } from '../../src/content/files.ts';

let parent: string;
beforeAll(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), 'svar-files-')));
  for (const path of [
    'content/a.md',
    'content/sub/b.md',
    'content/node_modules/c.md',
    'content2/d.md',
    'e.md',
    'content/f.txt',
  ]) {
    await mkdir(join(parent, path, '..'), { recursive: true });
    await writeFile(join(parent, path), 'x');
  }
  const links = {
    'inside.md': 'sub/b.md',
    all: '.',
    again: 'sub',
    'sibling.md': '../content2/d.md',
    sibling: '../content2',
    'above.md': '../e.md',
    'nowhere.md': 'missing.md',
  };
  for (const [path, target] of Object.entries(links)) await symlink(target, join(parent, 'content', path));
});
afterAll(() => rm(parent, { recursive: true }));

describe('the files of a folder', () => {
  it('are those below it, links within it followed once, and none of a sibling whose name begins alike', async () => {
    const { files, others, problems } = await findArticles(join(parent, 'content'));
    expect(files).toEqual(['a.md', 'again/b.md', 'inside.md', 'sub/b.md']);
    expect(others).toEqual(['f.txt']);
    const outside = (file: string, target: string) => ({
      code: 'outside-link',
      severity: 'error',
      file,
      line: null,
      parameters: { target: join(parent, target) },
    });
    expect(problems.toSorted((a, b) => (a.file < b.file ? -1 : 1))).toEqual([
      outside('above.md', 'e.md'),
      unreadable('nowhere.md', Object.assign(new Error('x'), { code: 'ENOENT' })),
      outside('sibling', 'content2'),
      outside('sibling.md', 'content2/d.md'),
    ]);
  });
  it('are none where the folder itself cannot be read', async () => {
    await expect(findArticles(join(parent, 'missing'))).rejects.toThrow('ENOENT');
  });
});

describe('the name of a file', () => {
  it.each([
    ['a.md', true, 'a'],
    ['b/A.MD', true, 'b/A'],
    ['a.markdown', true, 'a'],
    ['a.mdx', true, 'a'],
    ['a.md.txt', false, 'a.md.txt'],
    ['amd', false, 'amd'],
    ['a.mdxx', false, 'a.mdxx'],
  ])('%s', (name, isOne, bare) => {
    expect(isArticle(name)).toBe(isOne);
    expect(withoutEnding(name)).toBe(bare);
  });
  it.each([
    ['kom-godt_i gang.md', 'kom godt i gang'],
    ['sub/01-start.md', 'start'],
    ['1. start.md', 'start'],
    ['2) start.md', 'start'],
    ['02_1a2b_start.md', 'start'],
    ['1a2b-start.md', '1a2b start'],
    ['02-abcd-start.md', 'abcd start'],
    ['02-1234-5678.md', '02-1234-5678'],
    ['02-a1b-start.md', 'a1b start'],
    ['2026.md', '2026'],
    ['02-1a2b.md', '02-1a2b'],
    ['guides/index.md', 'guides'],
    ['guides/README.md', 'guides'],
    ['guides/_index.md', 'guides'],
    ['index.md', 'index'],
    ['guides/indexes.md', 'indexes'],
    ['a/02-guides/index.md', 'guides'],
  ])('%s as a title is "%s"', (id, title) => {
    expect(fileTitle(id)).toBe(title);
  });
});

describe('what the system refuses', () => {
  it('is told by its code alone', () => {
    expect(unreadable('a.md', new Error('EACCES: /home/me/a.md'))).toEqual({
      code: 'unreadable',
      severity: 'error',
      file: 'a.md',
      line: null,
      parameters: { reason: 'unknown' },
    });
    expect(unreadable('a.md', 'x')).toMatchObject({ parameters: { reason: 'unknown' } });
  });
});

describe('depth', () => {
  it.each([
    ['a hundred quotes', `x\n${'> '.repeat(100)}a`, 2],
    ['one less', `x\n${'> '.repeat(99)}a`, null],
    ['a hundred lists', `${'- '.repeat(100)}a`, 1],
    ['quotes and numbers', `x\n\n${'>1. '.repeat(50)}a`, 3],
    ['an indented list', `x\n${' '.repeat(300)}- a`, 2],
    ['one that is indented less', `x\n${' '.repeat(299)}- a`, null],
    ['the first of two', `${'> '.repeat(100)}a\n${' '.repeat(300)}- a`, 1],
    ['text', 'a > b - c', null],
  ])('of %s', (_, text, line) => {
    expect(tooDeepLine(text)).toBe(line);
  });
  it.each([
    [98, ['a', 'b', 'c']],
    [99, ['abc']],
    [100, ['aabcc']],
  ])('of a tree of %d marks is flattened to its text, in order', (count, texts) => {
    let inner: PhrasingContent = { type: 'text', value: 'b' };
    for (let depth = 0; depth < count; depth++)
      inner = {
        type: 'emphasis',
        children: [{ type: 'text', value: 'a' }, inner, { type: 'text', value: 'c' }],
      };
    const root: Root = { type: 'root', children: [{ type: 'paragraph', children: [inner] }] };
    expect(limitDepth(root)).toBe(root);
    let node: Nodes = root;
    for (let next: Nodes | undefined = root; next !== undefined;) {
      node = next;
      next = 'children' in node ? node.children.find((child) => 'children' in child) : undefined;
    }
    expect('children' in node && node.children.map((child) => ('value' in child ? child.value : ''))).toEqual(
      texts,
    );
  });
  it('is as deep as people write', () => {
    expect(maximumDepth).toBe(100);
  });
});
