import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/content/body.ts';
import { loadContent } from '../../src/content/load.ts';
import { parseArticle } from '../../src/content/parse.ts';
import { contentFolder } from './folder.ts';

const read = (source: string): string[] =>
  parseArticle('a.mdx', source).passages.map(
    ({ heading, text }) => `${heading} = ${text.replaceAll('\n', ' / ')}`,
  );

const hidden: [mark: string, source: string, expected: string][] = [
  ['an id', '## Sauna {#sauna}\n\nTekst\n', 'Sauna = Tekst'],
  ['a class', '## Sauna {.stor}\n\nTekst\n', 'Sauna = Tekst'],
  ['Kramdown attributes', '## Sauna\n{: .stor #sauna }\n\nTekst\n{: .alert}\n', 'Sauna = Tekst'],
  ['attributes of a link', '## Sauna\n\nSe [her](/a){:target="_blank"} nu\n', 'Sauna = Se her nu'],
  ['a block id', '## Sauna ^sauna\n\nTekst ^tekst\n', 'Sauna = Tekst'],
  ['a block id on its own', '## Sauna\n\n- Tekst\n\n^tekst\n', 'Sauna = Tekst'],
  ['an emoji in a heading', '## :fire: Sauna :+1:\n\nTekst\n', 'Sauna = Tekst'],
  ['Discord’s own emoji', '## <:sauna:123456> Sauna\n\nTekst\n', 'Sauna = Tekst'],
  ['an import', "import Tabs from '@theme/Tabs';\n\n## Sauna\n\nTekst\n", 'Sauna = Tekst'],
  [
    'several imports',
    'import Tabs from \'@theme/Tabs\';\nimport { A, B } from "./ab";\n\n## Sauna\n\nTekst\n',
    'Sauna = Tekst',
  ],
  [
    'an export with blank lines',
    '## Sauna\n\nexport const toc = [\n  { a: 1 },\n\n  { b: "]" },\n];\n\nTekst\n',
    'Sauna = Tekst',
  ],
  ['a comment of MDX', '## Sauna\n\n{/* ikke\n\n## færdig */}\n\nTekst {/* nej */}\n', 'Sauna = Tekst'],
  ['a template tag', '## Sauna\n\n{% hint style="info" %}\nTekst\n{% endhint %}\n', 'Sauna = Tekst'],
  ['a template value', '## Sauna\n\nTekst {{ site.title | upcase }}\n', 'Sauna = Tekst'],
  ['a shortcode', '## Sauna\n\n{{< note >}}\nTekst\n{{< /note >}}\n', 'Sauna = Tekst'],
  ['a percent shortcode', '## Sauna\n\n{{% include "a.md" %}}\n\nTekst\n', 'Sauna = Tekst'],
  ['a table of contents', '## Sauna\n\n[[toc]]\n\nTekst\n\n[TOC]\n', 'Sauna = Tekst'],
  ['a snippet', '## Sauna\n\n--8<-- "a.md"\n\nTekst\n', 'Sauna = Tekst'],
  [
    'a wiki link',
    '## Sauna\n\nSe [[Kalender|kalenderen]] og [[Priser]]\n',
    'Sauna = Se kalenderen og Priser',
  ],
  [
    'a link to a section',
    '## Sauna\n\nSe [[Kalender#Maj]] og [[#Priser]]\n',
    'Sauna = Se Kalender › Maj og Priser',
  ],
  ['an embedded image', '## Sauna\n\nTekst ![[kort.png|Kort]]\n', 'Sauna = Tekst Kort'],
  ['a link that a template writes', '## Sauna\n\nSe [her]({{ site.url }}/a)\n', 'Sauna = Se her'],
  ['a blank of JSX', "## Sauna\n\nTekst{' '}\nmere\n", 'Sauna = Tekst mere'],
  ['the kind of a callout', '## Sauna\n\n> [!TIP]\n> Tekst\n', 'Sauna = Tekst'],
  ['fences', '## Sauna\n\n::: tip\nTekst\n:::\n', 'Sauna = Tekst'],
];

const kept: [what: string, source: string, expected: string][] = [
  ['inline code', '## Sauna\n\nSkriv `{{ navn }}` og `{% x %}`\n', 'Sauna = Skriv {{ navn }} og {% x %}'],
  ['code blocks', '## Sauna\n\n```\n{{ navn }}\n[[a|b]]\n:::\n```\n', 'Sauna = {{ navn }} / [[a|b]] / :::'],
  ['other braces', '## Sauna\n\nSæt {id} og { a: 1 }\n', 'Sauna = Sæt {id} og { a: 1 }'],
  ['clock times in headings', '## Sauna 10:30:45\n\nTekst\n', 'Sauna 10:30:45 = Tekst'],
  ['emoji in text', '## Sauna\n\nTekst :fire:\n', 'Sauna = Tekst :fire:'],
  ['data in brackets', '## Sauna\n\nSæt [["a"]] og [[1, 2]]\n', 'Sauna = Sæt [["a"]] og [[1, 2]]'],
  ['links in double brackets', '## Sauna\n\nSe [[a]](/b)\n', 'Sauna = Se [a]'],
  [
    'sentences that begin as code',
    '## Sauna\n\nimport af varer koster told\n\nexport er gratis\n',
    'Sauna = import af varer koster told / export er gratis',
  ],
  ['escaped braces', '## Sauna\n\nSkriv \\{{ navn }}\n', 'Sauna = Skriv {{ navn }}'],
];

describe('the mark-up of a site generator', () => {
  it.each(hidden)('is no text where it is %s', (_, source, expected) => {
    expect(read(source)).toEqual([expected]);
  });

  it.each(kept)('is text where it is %s', (_, source, expected) => {
    expect(read(source)).toEqual([expected]);
  });

  it('names headings for links', async () => {
    const dir = await contentFolder({
      'a.md': '## Sauna {#varme}\n\nTekst\n\n## Grill ^ild\n\nTekst\n\n<h2 id="pool">Bassin</h2>\n\nTekst\n',
      'b.mdx': '## B\n\nSe [1](a.md#varme) [2](a#ild) [[a#pool]] [[a#^ild|4]]\n',
    });
    const { content } = await loadContent(dir);
    const targets = content.articles[1]?.passages[0]?.links.map(({ target }) => target);
    expect(targets).toEqual(
      ['Sauna', 'Grill', 'Bassin', 'Grill'].map((heading) => ({ kind: 'article', article: 'a.md', heading })),
    );
  });
});

const posted: [what: string, body: string, expected: string][] = [
  [
    'HTML as Markdown',
    '<p>Se <b>her</b> og <a href="https://example.org">der</a></p>\n<ul><li>en</li><li>to</li></ul>',
    'Se **her** og [der](https://example.org)\n\n* en\n* to',
  ],
  [
    'a box with its title',
    '!!! warning "Husk"\n    Tag *håndklæde* med.\n\n    - og sko',
    '**Husk**\n\nTag *håndklæde* med.\n\n* og sko',
  ],
  ['a fence with its title', ':::warning Husk\nTag sko med.\n:::', '**Husk**\n\nTag sko med.'],
  ['a tab with its title', '=== "Linux"\n\n    Kør `ls`.', '**Linux**\n\nKør `ls`.'],
  ['template tags without themselves', '{% hint %}\n75 kr.\n{% endhint %}', '75 kr.'],
  ['no scripts', '<script>alert(1)</script>\n\nTekst', 'Tekst'],
  ['line breaks of HTML', 'En<br>to', 'En\\\nto'],
  ['no comments', '{/* skjult */}\n\n<!-- skjult -->\n\nTekst', 'Tekst'],
  ['code as it is', '    !!! note\n        {{ x }}', '```\n!!! note\n    {{ x }}\n```'],
];

describe('what is posted', () => {
  it.each(posted)('shows %s', (_, body, expected) => {
    expect(toMarkdown(parseBody(body, null, () => null, null)).trim()).toBe(expected);
  });
});
