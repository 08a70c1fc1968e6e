import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/content/article.ts';
import { loadContent, type Loaded } from '../../src/content/load.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { sentenceFor } from '../../src/terminal/check.ts';

const good = '# Emne\n\nTekst\n';

/** File name → what is bad about it, and the problem that its author is told. */
const bad: [file: string, code: ProblemCode, content: string | Uint8Array][] = [
  ['latin-1.md', 'not-utf8', Buffer.from('# Smørrebrød\n\nTekst\n', 'latin1')],
  ['utf-16.md', 'not-utf8', Buffer.from(`\uFEFF${good}`, 'utf16le')],
  ['random-bytes.md', 'not-utf8', Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x00, 0x80])],
  ['half-a-letter.md', 'not-utf8', Buffer.from('# æ').subarray(0, 3)],
  ['two-megabytes.md', 'too-large', `# Stor\n\n${'ord '.repeat(500_000)}`],
  ['empty.md', 'empty-article', ''],
  ['blank.md', 'empty-article', ' \n\t\n'],
  ['only-bom.md', 'empty-article', '\uFEFF'],
  ['only-heading.md', 'no-passages', '# Emne\n'],
  ['only-front-matter.md', 'no-passages', '---\ntitle: Emne\n---\n'],
  ['only-comment.md', 'no-passages', '<!-- ikke skrevet endnu -->\n'],
  ['broken-yaml.md', 'front-matter-syntax', `---\ntitle: "uden slut\n---\n${good}`],
  ['tab-in-yaml.md', 'front-matter-syntax', `---\na:\n\t- b\n---\n${good}`],
  ['double-key.md', 'front-matter-syntax', `---\ntitle: a\ntitle: b\n---\n${good}`],
  ['yaml-list.md', 'front-matter-syntax', `---\n- a\n- b\n---\n${good}`],
  [
    'alias-bomb.md',
    'front-matter-syntax',
    `---\na: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n---\n${good}`,
  ],
  ['open-front-matter.md', 'front-matter-open', `---\ntitle: Emne\n\n${good}`],
  ['bad-date.md', 'front-matter-value', `---\nreview_by: snart\n---\n${good}`],
  ['bad-address.md', 'front-matter-value', `---\nurl: "javascript:alert(1)"\n---\n${good}`],
  ['bad-language.md', 'front-matter-value', `---\nlang: dansk og engelsk\n---\n${good}`],
  ['open-comment.md', 'comment-open', `${good}\n<!-- glemt\n\n## Mere\n\nTekst\n`],
  ['phrasings-alone.md', 'phrasing-without-text', `${good}\n## A\n<!-- questions\n- Hvad?\n-->\n`],
  ['phrasings-twice.md', 'phrasing-duplicate', '# A\n<!-- questions\n- Hvad?\n- hvad\n-->\nTekst\n'],
  ['phrasings-bare.md', 'phrasing-form', '# A\n<!-- questions\nHvad?\n-->\nTekst\n'],
  ['empty-section.md', 'empty-section', `${good}\n## Tom\n`],
  ['deep-quotes.md', 'nested-too-deep', `# A\n\n${'> '.repeat(5000)}x\n`],
  ['deep-lists.md', 'nested-too-deep', `# A\n\n${'- '.repeat(5000)}x\n`],
  ['dead-link.md', 'link-nowhere', '# A\n\nSe [der](./mangler.md).\n'],
];
const odd: [file: string, content: string][] = [
  ['nul-bytes.md', '# A\u0000\n\nTekst\u0000\u0000mere\n'],
  ['long-line.md', `# A\n\n${'å'.repeat(100_000)}\n`],
  ['deep-emphasis.md', `# A\n\n${'*a **b '.repeat(500)}${'c** d*'.repeat(500)}\n`],
  ['brackets.md', `# A\n\n${'['.repeat(5000)}\n`],
];

describe('a folder of bad articles', () => {
  let dir = '';
  let outside = '';
  let loaded: Loaded;

  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), 'svar-outside-'));
    dir = await mkdtemp(join(tmpdir(), 'svar-bad-'));
    await writeFile(join(outside, 'secret.md'), good);
    for (const [file, , content] of bad) await writeFile(join(dir, file), content);
    for (const [file, content] of odd) await writeFile(join(dir, file), content);
    await symlink(join(outside, 'secret.md'), join(dir, 'outside.md'));
    await symlink(join(dir, 'gone.md'), join(dir, 'dangling.md'));
    await symlink(dir, join(dir, 'circle'));
    await mkdir(join(dir, 'folder.md'));
    await writeFile(join(dir, 'folder.md', 'inside.md'), good);
    await writeFile(join(dir, 'closed.md'), good);
    await chmod(join(dir, 'closed.md'), 0);
    loaded = await loadContent(dir);
  });

  afterAll(async () => {
    await rm(dir, { recursive: true, force: true });
    await rm(outside, { recursive: true, force: true });
  });

  const problemsOf = (file: string) => loaded.content.problems.filter((problem) => problem.file === file);
  const idsOf = () => loaded.content.articles.map(({ id }) => id);

  it.each(bad.map(([file, code]) => [file, code]))('reports %s as %s', (file, code) => {
    expect(problemsOf(file).map((problem) => problem.code)).toContain(code);
  });

  it('refuses a link that leads outside, and one that leads nowhere', () => {
    expect(problemsOf('outside.md')).toMatchObject([{ code: 'outside-link' }]);
    expect(problemsOf('dangling.md')).toMatchObject([
      { code: 'unreadable', parameters: { reason: 'ENOENT' } },
    ]);
    expect(idsOf()).not.toContain('outside.md');
  });

  // Root may read every file.
  it.skipIf(process.getuid?.() === 0)('reports a file that may not be read', () => {
    expect(problemsOf('closed.md')).toMatchObject([{ code: 'unreadable', parameters: { reason: 'EACCES' } }]);
  });

  it('is worded with a sentence for each problem, in English and Danish', () => {
    const sentences = loaded.content.problems.map((problem) =>
      ['en', 'da'].map((locale) => sentenceFor(problem, stringsFor(locale))),
    );
    expect(sentences.length).toBeGreaterThanOrEqual(30);
    for (const [english = '', danish = ''] of sentences) {
      expect(english).toMatch(/^["“A-Z].*\.$/u);
      expect(danish).toMatch(/^["“A-ZÆØÅ].*\.$/u);
      expect(english + danish).not.toMatch(/undefined|\[object|NaN/u);
      expect(danish).not.toBe(english);
    }
  });

  it('lets everything load that has a text, in folders with an odd name too', () => {
    expect(idsOf()).toEqual(expect.arrayContaining(odd.map(([file]) => file)));
    expect(idsOf()).toContain('folder.md/inside.md');
    expect(idsOf()).toContain('broken-yaml.md');
  });

  it('goes round in no circle', () => {
    expect(idsOf().filter((id) => id.startsWith('circle/'))).toEqual([]);
  });
});
