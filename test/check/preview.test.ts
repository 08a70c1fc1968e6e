import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../knowledge/snapshot-of.ts';
import { previewArticle, type Preview } from '../../src/check/preview.ts';

const club = '# Klubben\n\n## Pris\n\n<!-- questions\n- Hvad koster det?\n-->\n\n200 kr. om året.\n';
const hall = '# Hallen\n\n## Hvornår er hallen åben?\n\nFra 15 til 22.\n\n## Er der bad?\n\nJa.\n';

const preview = async (
  name: string,
  markdown: string,
  files: Readonly<Record<string, string>> = { 'club.md': club, 'sub/hall.md': hall },
): Promise<Preview> => previewArticle({ name, markdown }, await snapshotOf(files));

describe('a draft', () => {
  it('shows its passages and which questions it would take over', async () => {
    const current = await snapshotOf({ 'club.md': club });
    const markdown =
      '# Priser\n\n## Hvad koster det at være med?\n\n300 kr.\n\n## Hvad koster det?\n\nDet koster 300 kr.\n';
    const found = await previewArticle({ name: 'prices.md', markdown }, current);
    expect(found.passages.map(({ passage }) => passage.heading)).toEqual([
      'Hvad koster det at være med?',
      'Hvad koster det?',
    ]);
    expect(found.replaces).toBeNull();
    expect(found.problems).toEqual([]);
    expect(found.taken).toEqual([{ question: 'Hvad koster det?', from: 'Pris', by: 'Hvad koster det?' }]);
    expect(current.content.articles).toHaveLength(1);
  });

  it('takes nothing over where it asks something else', async () => {
    expect((await preview('dogs.md', '# Hunde\n\n## Må man have hund med?\n\nJa.\n')).taken).toEqual([]);
  });

  it('is told which headings are there already', async () => {
    const found = await preview(
      'new.md',
      '# Ny\n\n## hvornår er hallen åben\n\nAltid.\n\n## Sauna?\n\nNej.\n',
    );
    expect(found.repeated).toEqual([{ heading: 'hvornår er hallen åben', article: 'Hallen' }]);
  });

  it('is told its dead links, with their lines', async () => {
    const found = await preview(
      'new.md',
      '# Ny\n\nSe [væk](./nowhere.md), [hal](/hall), [her](#intet),\n[bad](/hall#er-der-bad) og\n[sauna](/hall#sauna).\n',
    );
    expect(found.problems).toMatchObject([
      { code: 'link-nowhere', line: 3, parameters: { href: './nowhere.md' } },
    ]);
    expect(found.deadHeadings).toEqual([
      { href: '#intet', line: 3 },
      { href: '/hall#sauna', line: 5 },
    ]);
  });

  it.each([
    ['of the same file name', 'hall.md', '# Hallen og banerne\n\n## Er der bad?\n\nNej.\n', 'Hallen'],
    ['of the same title', 'draft-2.md', '# HALLEN\n\n## Er der bad?\n\nNej.\n', 'Hallen'],
    ['of neither', 'draft-2.md', '# Bad\n\n## Er der bad i hallen?\n\nNej.\n', null],
  ])('is a new version of the article %s', async (_, name, markdown, title) => {
    const found = await preview(name, markdown);
    expect(found.replaces).toBe(title);
    if (title === null) return;
    expect(found.passages[0]?.article.id).toBe('sub/hall.md');
    // Neither its own headings nor its own questions are anybody else's.
    expect(found.repeated).toEqual([]);
    expect(found.taken).toEqual([]);
  });

  it('is new where two articles have its file name', async () => {
    const found = await preview('hall.md', '# Ny\n\nTekst.\n', { 'a/hall.md': hall, 'b/hall.md': club });
    expect(found.replaces).toBeNull();
  });
});
