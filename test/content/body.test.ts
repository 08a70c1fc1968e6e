import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { addressesOf, parseBody } from '../../src/content/body.ts';
import { loadContent } from '../../src/content/load.ts';
import { contentFolder } from './folder.ts';

async function shown(body: string, siteUrl: string | null = null): Promise<string> {
  const dir = await contentFolder({
    'side.md': `## Emne\n\n${body}\n`,
    'btob.md': '---\nurl: https://example.org/b2b\n---\n# B2B\n\nTekst\n',
    'uden.md': '# Uden adresse\n\nTekst\n',
  });
  const { content } = await loadContent(dir);
  const passage = content.articles.find(({ id }) => id === 'side.md')?.passages[0];
  if (passage === undefined) throw new Error('no passage');
  return toMarkdown(parseBody(passage.markdown, passage, addressesOf(content, siteUrl), siteUrl)).trim();
}

const bodies: [title: string, body: string, expected: string][] = [
  ['keeps a link that leads outside', 'Se [her](https://example.org).', 'Se [her](https://example.org).'],
  ['gives a link to an article its address', 'Se [B2B](/btob).', 'Se [B2B](https://example.org/b2b).'],
  ['unwraps a link to an article without an address', 'Se [*den*](uden.md).', 'Se *den*.'],
  ['unwraps a link to the web site', 'Se [video](/video).', 'Se video.'],
  ['unwraps a link that leads nowhere', 'Se [x](javascript:alert).', 'Se x.'],
  ['resolves a reference', 'Se [her][a].\n\n[a]: https://example.org', 'Se [her](https://example.org).'],
  ['drops comments', 'Før\n\n<!-- skjult -->\n\nefter', 'Før\n\nefter'],
  ['drops a comment within a line', 'Før <!-- skjult -->efter', 'Før efter'],
  ['shows a local image as its description', '![Kort over byen](./kort.png)', 'Kort over byen'],
  ['shows an HTML block of bare words', '<br>\nKom <code>nu</code>.', 'Kom `nu`.'],
  ['shows words beside an HTML block', '<div>Kom<p>nu</p></div>', 'Kom\n\nnu'],
  ['shows <b> as bold', 'Kom <b>kl. 8</b> eller <strong>9</strong>.', 'Kom **kl. 8** eller **9**.'],
  ['shows <i> as emphasis', 'Kom <i>gerne</i> i <em>god</em> tid.', 'Kom *gerne* i *god* tid.'],
  ['shows <kbd> and <code> as code', 'Tryk <kbd>Ctrl</kbd>+<code>S</code>.', 'Tryk `Ctrl`+`S`.'],
  ['shows <br> as a break', 'Kom.<br>Gå.', 'Kom.\\\nGå.'],
  [
    'shows <a> as a link',
    'Se <a class="x" href="https://example.org/?a=1&amp;b=2">den <b>her</b></a>.',
    'Se [den **her**](https://example.org/?a=1\\&b=2).',
  ],
  [
    'gives an <a> to an article its address',
    'Se <a href="/btob">B2B</a>.',
    'Se [B2B](https://example.org/b2b).',
  ],
  ['unwraps an <a> to no web page', 'Se <a href="javascript:alert()">x</a>.', 'Se x.'],
  ['keeps what is not closed', 'Kom <i>gerne <b>kl. 8</b>.', 'Kom <i>gerne **kl. 8**.'],
  ['keeps what closes nothing', 'Kom</b> nu.', 'Kom</b> nu.'],
  ['keeps an anchor', '<a id="x"></a>Kom.', '<a id="x"></a>Kom.'],
  ['shows HTML within marks', '**Kom <i>nu</i>**', '**Kom _nu_**'],
  ['keeps an image from the web', '![Kort](https://example.org/k.png)', '![Kort](https://example.org/k.png)'],
];

describe('a body', () => {
  it.each(bodies)('%s', async (_, body, expected) => {
    expect(await shown(body)).toBe(expected);
  });

  it('leads to the web site where its address is known', async () => {
    expect(await shown('Se [video](/video).', 'https://example.org')).toBe(
      'Se [video](https://example.org/video).',
    );
    expect(await shown('Se [den](uden.md).', 'https://example.org')).toBe(
      'Se [den](https://example.org/uden).',
    );
  });

  it.each([
    ['beside its article', '![Kort](./img/kort.png)', '![Kort](https://example.org/img/kort.png)'],
    ['from the root', '![Kort](/img/kort.png)', '![Kort](https://example.org/img/kort.png)'],
    ['above everything', '![Kort](../../kort.png)', '![Kort](https://example.org/kort.png)'],
    ['by reference', '![Kort][k]\n\n[k]: kort.png', '![Kort](https://example.org/kort.png)'],
    ['with a scheme of its own', '![Kort](data:image/png;base64,AAAA)', 'Kort'],
    ['on another host', '![Kort](//evil.example/k.png)', 'Kort'],
  ])('shows an image %s where the web site is known', async (_, body, expected) => {
    expect(await shown(body, 'https://example.org')).toBe(expected);
  });

  it('finds an image in the folder of its article', async () => {
    const dir = await contentFolder({ 'a/b.md': '## Emne\n\n![Kort](kort.png) ![Sø](../soe.png)\n' });
    const { content } = await loadContent(dir);
    const passage = content.articles[0]?.passages[0] ?? null;
    const body = parseBody(passage?.markdown ?? '', passage, () => null, 'https://example.org');
    expect(toMarkdown(body).trim()).toBe(
      '![Kort](https://example.org/a/kort.png) ![Sø](https://example.org/soe.png)',
    );
  });

  it('is a new tree on each call', () => {
    const one = parseBody('Tekst', null, () => null, null);
    expect(parseBody('Tekst', null, () => null, null)).not.toBe(one);
  });

  it.each(['> '.repeat(4000), '- '.repeat(4000), '*a **b '.repeat(600) + 'c** d*'.repeat(600)])(
    'of hostile depth is presented all the same',
    (start) => {
      expect(parseBody(`${start}x`, null, () => null, null).children.length).toBeGreaterThan(0);
    },
  );
});
