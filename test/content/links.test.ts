import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { contentFolder } from './folder.ts';

const files = {
  'start.md': '# Start\n\nTekst\n',
  'btob.md': '# B2B\n\nTekst\n\n## Mere om B2B\n\nTekst\n',
  'anker.md':
    '# Anker\n\n## Pris\n{: #pris-her .x}\n\nTekst\n\n## Sted\n\n<a name="her"></a>Tekst\n\n## <a id="tid"></a>Åbent\n\nTekst\n',
  'guides/kurser.md': '# Kurser\n\nTekst\n',
  'guides/index.md': '# Guider\n\nTekst\n',
  'da/kontakt.md': '# Kontakt\n\nTekst\n',
  'en/kontakt.md': '# Contact\n\nText\n',
};

async function targetOf(href: string, from = 'side.md') {
  const dir = await contentFolder({ ...files, [from]: `# Side\n\nSe [her](${href}).\n` });
  const { content } = await loadContent(dir);
  const link = content.articles.find(({ id }) => id === from)?.passages[0]?.links[0];
  return { target: link?.target, problems: content.problems };
}

const found: [href: string, from: string, article: string, heading: string | null][] = [
  ['/btob', 'side.md', 'btob.md', null],
  ['/btob.md', 'side.md', 'btob.md', null],
  ['/btob/', 'side.md', 'btob.md', null],
  ['/BtoB', 'side.md', 'btob.md', null],
  ['./btob.md#mere-om-b2b', 'side.md', 'btob.md', 'Mere om B2B'],
  ['btob#Mere%20om%20B2B', 'side.md', 'btob.md', 'Mere om B2B'],
  ['../btob', 'guides/side.md', 'btob.md', null],
  ['kurser', 'guides/side.md', 'guides/kurser.md', null],
  ['/kurser', 'side.md', 'guides/kurser.md', null],
  ['/guides', 'side.md', 'guides/index.md', null],
  ['anker#pris-her', 'side.md', 'anker.md', 'Pris'],
  ['anker#her', 'side.md', 'anker.md', 'Sted'],
  ['anker#tid', 'side.md', 'anker.md', 'Åbent'],
  ['#side', 'side.md', 'side.md', 'Side'],
  ['btob#findes-ikke', 'side.md', 'btob.md', null],
];

describe('a link', () => {
  it.each(found)('%s in %s leads to %s', async (href, from, article, heading) => {
    const { target, problems } = await targetOf(href, from);
    expect(target).toEqual({ kind: 'article', article, heading });
    expect(problems).toEqual([]);
  });

  it.each(['https://example.org', 'mailto:a@example.org'])('%s leads outside', async (url) => {
    expect((await targetOf(url)).target).toEqual({ kind: 'external', url });
  });

  it('with a path that no article has is the web site’s', async () => {
    const { target, problems } = await targetOf('/video-conferencing');
    expect(target).toEqual({ kind: 'site', path: '/video-conferencing' });
    expect(problems).toEqual([]);
  });

  it.each(['./mangler.md', 'javascript:alert(1)', '//example.org'])('%s leads nowhere', async (href) => {
    const { target, problems } = await targetOf(href);
    expect(target).toEqual({ kind: 'nowhere' });
    expect(problems).toMatchObject([{ code: 'link-nowhere', severity: 'warning', file: 'side.md', line: 3 }]);
  });

  it('that two articles could be meant by is a problem', async () => {
    const { problems } = await targetOf('/kontakt');
    expect(problems).toMatchObject([
      { code: 'link-ambiguous', parameters: { candidates: ['da/kontakt.md', 'en/kontakt.md'] } },
    ]);
  });
});
