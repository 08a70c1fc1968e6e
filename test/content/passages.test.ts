import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/content/parse.ts';

const passagesOf = (text: string) => parseArticle('guide.md', text).passages;
const headingsOf = (text: string): string[] => passagesOf(text).map(({ heading }) => heading);
const codesOf = (text: string): string[] => parseArticle('guide.md', text).problems.map(({ code }) => code);

const headings: [title: string, source: string, expected: string[]][] = [
  ['ordinary headings', '# Netværk\n\n## Hvad er netværk?\n\nEn flok.\n', ['Hvad er netværk?']],
  ['a heading without a blank', '##Hvad er netværk?\n\nEn flok.\n', ['Hvad er netværk?']],
  ['six signs without a blank', '######Dybt\nTekst\n', ['Dybt']],
  ['a digit after the signs', '##2 veje\n\nTekst\n', ['2 veje']],
  ['one sign without a blank as text', '# Emne\n\n#hashtag er tekst\n', ['Emne']],
  ['seven signs as text', '# Emne\n\n#######Syv er tekst\n', ['Emne']],
  ['two signs before a mark as text', '# Emne\n\n##-streg er tekst\n', ['Emne']],
  ['a heading under its line', 'Emne\n====\n\nTekst\n', ['Emne']],
  ['signs in a code block as code', '# Emne\n\n```sh\n##Kommentar\n# Kommentar\n```\n', ['Emne']],
  ['signs in indented code as code', '# Emne\n\n    ##Kommentar\n', ['Emne']],
  ['signs in HTML as HTML', '# Emne\n\n<pre>\n##Tekst\n</pre>\n\nTekst\n', ['Emne']],
  ['a closing row of signs', '## Emne ##\n\nTekst\n', ['Emne']],
  ['a closing row on a tight heading', '##Emne ##\n\nTekst\n', ['Emne']],
  ['inline Markdown', '## **Fed** og [link](/a) og `kode`\n\nTekst\n', ['Fed og link og kode']],
  ['entities and white space', '## Køb&nbsp;&amp;  salg\n\nTekst\n', ['Køb & salg']],
  ['an FAQ heading with a tail', '## Ofte stillede spørgsmål til kurset\n### Hvad?\nDet.\n', ['Hvad?']],
  ['text before any heading under the title', 'Indledning\n\n## Emne\n\nTekst\n', ['guide', 'Emne']],
  ['headings without text as no passages', '# A\n## B\n### C\nTekst\n## D\n', ['C']],
  ['a lone quote mark as no text', '## A\n\n>\n\n## B\n\nTekst\n', ['B']],
  ['a lone quote mark beside text', '## A\n\nTekst\n\n> Citat\n\n>\n', ['A']],
  ['a comment as no text', '## A\n\n<!-- ikke færdig -->\n\n## B\n\nTekst\n', ['B']],
  ['a line across as no text', '## A\n\n---\n\n## B\n\nTekst\n', ['B']],
  ['a paragraph of nothing but tags', '## A\n\n<properties\n  title="Opsætning"/>\n', ['A']],
  ['an empty link', '## A\n\n[](./billede.png)\n', ['A']],
  ['CRLF', '# Emne\r\n\r\n##Spørgsmål\r\n\r\nTekst\r\n', ['Spørgsmål']],
  ['a byte order mark', '\uFEFF# Emne\n\nTekst\n', ['Emne']],
  ['a heading after a paragraph without a blank line', 'Tekst\n##Emne\nMere\n', ['guide', 'Emne']],
];

describe('the headings of an article', () => {
  it.each(headings)('include %s', (_, source, expected) => {
    expect(headingsOf(source)).toEqual(expected);
  });

  it('are numbered where they repeat, also beside a heading that looks numbered', () => {
    const source = '## A\n1\n## A\n2\n## A~2\n3\n## A\n4\n';
    expect(passagesOf(source).map(({ id }) => id)).toEqual([
      'guide.md#A',
      'guide.md#A~2',
      'guide.md#A~2~2',
      'guide.md#A~3',
    ]);
  });

  it('know what they stand below, without the title', () => {
    const [first, second] = passagesOf('# Titel\n## FAQ\n### Hvad?\nDet.\n## Andet\nTekst\n');
    expect(first?.parents).toEqual(['FAQ']);
    expect(second?.parents).toEqual([]);
  });

  it('know their line and level', () => {
    const [passage] = passagesOf('---\ntitle: T\n---\n\n# T\n\n###Emne\n\nTekst\n');
    expect(passage).toMatchObject({ line: 7, level: 3 });
  });
});

const texts: [title: string, body: string, expected: string][] = [
  ['a list by item', '- en\n- to\n  - tre\n', 'en\nto\ntre'],
  ['a table by row', '| a | b |\n|---|---|\n| 1 | 2 |\n', 'a | b\n1 | 2'],
  ['code by line', '```js\nconst a = 1;\n  b();\n```\n', 'const a = 1;\nb();'],
  ['a quote by paragraph', '> en\n>\n> to\n', 'en\nto'],
  ['a hard-wrapped paragraph in one line', 'en\nto\n', 'en to'],
  ['links by their text', 'Se [B2B](/btob) her.\n', 'Se B2B her.'],
  ['text without comments', 'Før\n\n<!-- skjult -->\n\nefter\n', 'Før\nefter'],
  ['text without tags', '<div>Inde <b>i</b></div>\n', 'Inde i'],
  ['entities decoded', 'Smør &amp; br&oslash;d\n', 'Smør & brød'],
];

describe('the plain text of a passage', () => {
  it.each(texts)('has %s', (_, body, expected) => {
    expect(passagesOf(`## Emne\n\n${body}`)[0]?.text).toBe(expected);
  });
});

describe('phrasings', () => {
  const comment = '<!-- questions\n- Kan man netværke på nettet?\n* Hvad er LinkedIn til?\n-->';

  it.each([
    ['directly below the heading', `### Online?\n${comment}\nJa.\n`],
    ['after blank lines', `### Online?\n\n\n${comment}\n\nJa.\n`],
    ['below a tight heading, with CRLF', `###Online?\n${comment}\nJa.\n`.replaceAll('\n', '\r\n')],
    ['beside tests', `### Online?\n<!-- tests\n- Er det online?\n-->\n${comment}\n\nJa.\n`],
  ])('are read %s', (_, source) => {
    const [passage] = passagesOf(source);
    expect(passage?.phrasings.map(({ text }) => text)).toEqual([
      'Kan man netværke på nettet?',
      'Hvad er LinkedIn til?',
    ]);
    expect(passage?.text).toBe('Ja.');
    expect(passage?.markdown).toBe('Ja.');
  });

  it('know their lines', () => {
    const [passage] = passagesOf(`### Online?\n\n${comment}\n\nJa.\n`);
    expect(passage?.phrasings.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('are not read after the text', () => {
    expect(passagesOf(`### Online?\n\nJa.\n\n${comment}\n`)[0]?.phrasings).toEqual([]);
  });

  it('are not read from an ordinary comment', () => {
    expect(passagesOf('### Online?\n<!-- questionsheet\n- a\n-->\nJa.\n')[0]?.phrasings).toEqual([]);
  });

  it('are merged where they repeat, with a warning', () => {
    const source = '### A\n<!-- questions\n- Hvad er det?\n- hvad er det\n-->\nTekst\n';
    expect(passagesOf(source)[0]?.phrasings).toHaveLength(1);
    expect(codesOf(source)).toEqual(['phrasing-duplicate']);
  });

  it('are a problem where no text follows', () => {
    expect(codesOf('### A\n<!-- questions\n- Hvad?\n-->\n\n### B\nTekst\n')).toEqual([
      'phrasing-without-text',
    ]);
  });

  it('are a problem where a line has another form', () => {
    expect(codesOf('### A\n<!-- questions\nHvad?\n-->\nTekst\n')).toEqual(['phrasing-form']);
  });

  it('leave tests apart', () => {
    const [passage] = passagesOf('### A\n<!-- tests\n- Findes det?\n-->\nTekst\n');
    expect(passage?.tests).toEqual([{ text: 'Findes det?', line: 3 }]);
    expect(passage?.phrasings).toEqual([]);
  });
});

describe('the Markdown of a passage', () => {
  it('carries the definitions that it refers to', () => {
    const [passage] = passagesOf('## A\n\nSe [her][x].\n\n## B\n\nTekst\n\n[x]: https://example.org\n');
    expect(passage?.markdown).toBe('Se [her][x].\n\n[x]: https://example.org');
    expect(passage?.links).toEqual([{ href: 'https://example.org', line: 3 }]);
  });

  it('is the source, table and code included', () => {
    const body = '| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nkode\n```';
    expect(passagesOf(`## A\n\n${body}\n`)[0]?.markdown).toBe(body);
  });
});

const problems: [code: string, source: string][] = [
  ['front-matter-open', '---\ntitle: A\n\n# A\n\nTekst\n'],
  ['front-matter-syntax', '---\ntitle: "A\n---\n\nTekst\n'],
  ['front-matter-value', '---\nurl: ikke en adresse\n---\n\nTekst\n'],
  ['comment-open', '# A\n\nTekst\n\n<!-- glemt\n\n## B\n\nTekst\n'],
  ['empty-article', '\n\n'],
  ['no-passages', '# A\n'],
  ['empty-section', '# A\n\nTekst\n\n## B\n\n## C\n\nTekst\n'],
  ['nested-too-deep', `# A\n\n${'> '.repeat(200)}Tekst\n`],
];

describe('an article with a mistake', () => {
  it.each(problems)('has the problem %s', (code, source) => {
    expect(codesOf(source)).toContain(code);
  });

  it('is not reported for a heading that only gathers others', () => {
    expect(codesOf('# A\n## B\n### C\nTekst\n')).toEqual([]);
  });
});

const brokenLines: [title: string, source: string, expected: string][] = [
  ['two blanks', 'Indgang A  \nIndgang B', 'Indgang A Indgang B'],
  ['a backslash', 'Indgang A\\\nIndgang B', 'Indgang A Indgang B'],
  ['<br>', 'Indgang A<br>Indgang B', 'Indgang A Indgang B'],
  ['<BR />', 'Indgang A<BR />Indgang B', 'Indgang A Indgang B'],
  ['<br> in a table', '| Dør | Tid |\n|---|---|\n| A<br>B | 8 |', 'Dør | Tid\nA B | 8'],
  ['another tag', 'Indgang<wbr>en', 'Indgangen'],
];

describe('The text of a passage', () => {
  it.each(brokenLines)('parts the words at %s', (_, source, expected) => {
    expect(passagesOf(`## Hvor er døren?\n\n${source}\n`).map(({ text }) => text)).toEqual([expected]);
  });

  it('is parted in a heading too', () => {
    expect(headingsOf('## Hvor er<br>døren?\n\nHer.\n')).toEqual(['Hvor er døren?']);
  });
});

const contents: [title: string, source: string, expected: string[]][] = [
  ['stars', '* TOC\n{:toc}\n\nTekst', ['Tekst']],
  ['numbers', '1. Indhold\n{:toc .menu}\n\nTekst', ['Tekst']],
  ['more than one item', '- En\n- To\n{:toc}', ['En\nTo']],
  ['another mark', '- En\n{:.toc}', ['En']],
];

describe('A list that the contents replace', () => {
  it.each(contents)('is no text with %s', (_, source, expected) => {
    expect(passagesOf(`## Emne\n\n${source}\n`).map(({ text }) => text)).toEqual(expected);
  });
});
