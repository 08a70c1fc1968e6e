import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentFolderError, loadContent } from '../../src/content/load.ts';
import { contentFolder } from './folder.ts';

const good = '# Emne\n\nTekst\n';
const idsOf = ({ content }: Awaited<ReturnType<typeof loadContent>>): string[] =>
  content.articles.map(({ id }) => id);

describe('loading a folder', () => {
  it('finds articles at every depth, in order, and nothing else', async () => {
    const dir = await contentFolder({
      'b.md': good,
      'a/c/d.md': good,
      'A.MD': good,
      'note.txt': good,
      '.skjult.md': good,
      '.git/x.md': good,
    });
    expect(idsOf(await loadContent(dir))).toEqual(['A.MD', 'a/c/d.md', 'b.md']);
  });

  it('gives equal folders equal hashes, and changed ones others', async () => {
    const one = await loadContent(await contentFolder({ 'a.md': good, 'b.md': good }));
    const same = await loadContent(await contentFolder({ 'b.md': good, 'a.md': good }));
    const changed = await loadContent(await contentFolder({ 'a.md': good, 'b.md': `${good}Mere\n` }));
    expect(same.content.hash).toBe(one.content.hash);
    expect(changed.content.hash).not.toBe(one.content.hash);
  });

  it('keeps the last good version of a file that was broken since', async () => {
    const dir = await contentFolder({ 'a.md': good, 'b.md': good });
    const first = await loadContent(dir);
    await writeFile(join(dir, 'a.md'), '---\ntitle: "\n---\n# Andet\n\nTekst\n');
    const second = await loadContent(dir, first.files);
    expect(second.content.articles[0]?.passages[0]?.heading).toBe('Emne');
    expect(second.content.problems).toMatchObject([{ code: 'front-matter-syntax', file: 'a.md' }]);
  });

  it('forgets a file that was deleted', async () => {
    const dir = await contentFolder({ 'a.md': good, 'b.md': good });
    const first = await loadContent(dir);
    await rm(join(dir, 'a.md'));
    expect(idsOf(await loadContent(dir, first.files))).toEqual(['b.md']);
  });

  it('parses a file again only when its bytes changed', async () => {
    const dir = await contentFolder({ 'a.md': good, 'b.md': good });
    const first = await loadContent(dir);
    await writeFile(join(dir, 'b.md'), `${good}Mere\n`);
    const second = await loadContent(dir, first.files);
    expect(second.files.get('a.md')).toBe(first.files.get('a.md'));
    expect(second.files.get('b.md')).not.toBe(first.files.get('b.md'));
  });

  it('lets other work have its turns', async () => {
    const files = Array.from({ length: 60 }, (_, number) => [`${number}.md`, `## A\n\n- *b* c\n`.repeat(60)]);
    const dir = await contentFolder(Object.fromEntries(files));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await loadContent(dir);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('refuses a folder that cannot be read', async () => {
    await expect(loadContent('/findes/ikke')).rejects.toThrow(ContentFolderError);
  });
});

describe('the sample article', () => {
  it('loads without a problem', async () => {
    const { content } = await loadContent('content');
    expect(content.problems).toEqual([]);
    expect(content.articles[0]?.passages.map(({ heading }) => heading)).toContain(
      'Hvordan kan jeg netværke effektivt?',
    );
  });
});
