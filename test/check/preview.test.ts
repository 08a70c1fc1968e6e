import { expect, it } from 'vitest';
import { previewArticle } from '../../src/check/preview.ts';
import { parseArticle } from '../../src/content/parse.ts';
import { buildSnapshot } from '../../src/knowledge/snapshot.ts';

const draft =
  '# Priser\n\n## Hvad koster det at være med?\n\n300 kr.\n\n## Hvad koster det?\n\nDet koster 300 kr.\n\n[væk](';

it('shows what a draft would look like and which questions it would take over', async () => {
  const { article, passages } = parseArticle(
    'club.md',
    '# Klubben\n\n## Pris\n\n<!-- questions\n- Hvad koster det?\n-->\n\n200 kr.',
  );
  const live = { ...article, passages: passages.map((passage) => ({ ...passage, links: [] })) };
  const current = await buildSnapshot({ articles: [live], problems: [], hash: 'live' });

  const preview = await previewArticle(draft, current);

  expect(preview.passages.map(({ passage }) => passage.heading)).toEqual([
    'Hvad koster det at være med?',
    'Hvad koster det?',
  ]);
  expect(preview.taken).toEqual([{ question: 'Hvad koster det?', from: 'Pris', by: 'Hvad koster det?' }]);
  expect(current.content.articles).toHaveLength(1);
});
