import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/check/check.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { runCheck, sentenceFor } from '../../src/terminal/check.ts';
import { contentFolder } from '../content/folder.ts';

const limits = { heading: 200, tableColumns: 42 };
const today = '2026-11-24';

/** Enough other articles for words to have a weight. */
const others = {
  'kurser.md':
    '# Kurser\n\n## Hvad koster et kursus?\n\nEt kursus koster 400 kr. og betales ved tilmelding.\n',
  'lokaler.md': '# Lokaler\n\n## Hvor ligger mødelokalet?\n\nMødelokalet ligger på første sal ved trappen.\n',
  'bager.md': '# Bager\n\n## Hvornår åbner bageren?\n\nBageren åbner klokken seks om morgenen.\n',
};

async function findingsOf(article: string, more: Readonly<Record<string, string>> = {}) {
  const { findings } = await checkFolder(await contentFolder({ ...others, ...more, 'emne.md': article }), {
    limits,
    today,
  });
  return findings;
}

const heading = 'Hvordan bliver jeg medlem af foreningen?';
const membership = (comment: string): string =>
  `# Emne\n\n## ${heading}\n${comment}\nUdfyld formularen, og betal kontingentet.\n`;

const single: [code: string, line: number | null, article: string][] = [
  ['question-repeated', 7, '# A\n\n## Hvad er netværk?\n\nEt.\n\n## hvad er netværk\n\nTo.\n'],
  ['question-repeated', 8, '# A\n\n## B\n\n### Pris\n\nEt.\n### Pris\n\nTo.\n'],
  ['heading-missing', 3, '# A\n\nSe [prisen](/kurser#findes-ikke).\n'],
  ['link-nowhere', 3, '# A\n\nSe [her](./mangler.md).\n'],
  ['empty-section', 5, '# A\n\nTekst\n\n## Tom\n'],
  ['heading-long', 1, `# ${'lang '.repeat(60)}\n\nTekst\n`],
  ['html-shown', 1, '# A\n\n<details>\n\nTekst\n\n</details>\n'],
  ['html-shown', 1, '# A\n\nTryk <mark>Ctrl</mark>.\n'],
  ['table-wide', 1, `# A\n\n| a | b |\n|---|---|\n| ${'bred '.repeat(6)}| ${'bred '.repeat(6)}|\n`],
  ['image-without-text', 1, '# A\n\nSe ![](https://example.org/a.png) her.\n'],
  ['review-due', null, '---\nreview_by: 2026-11-23\n---\n# A\n\nTekst\n'],
];

describe('the content check', () => {
  it.each(single)('finds %s in line %s', async (code, line, article) => {
    expect(await findingsOf(article)).toMatchObject([{ code, line, file: 'emne.md', severity: 'warning' }]);
  });

  const clean: [title: string, article: string][] = [
    ['text and nothing else', '# A\n\nTekst\n'],
    [
      'headings that differ in small words and find themselves',
      '# Lyd\n\n## Lyden fra\n\nSkru ned på højttaleren.\n\n## Lyden til\n\nSkru op på højttaleren.\n',
    ],
    [
      'the same question below two others',
      '# A\n## Senior\n### Hvad koster det?\n500 kr.\n## Junior\n### Hvad koster det?\n200 kr.\n',
    ],
    ['the same heading below two others', '# A\n## B\n### Eksempel\nEt.\n## C\n### Eksempel\nTo.\n'],
    ['a break in a line', '# A\n\nEt<br>to\n'],
    ['a comment', '# A\n\nTekst\n\n<!-- husk priser -->\n'],
    ['a narrow table', '# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'],
    ['a link to a page of the web site', '# A\n\nSe [B2B](/btob).\n'],
    ['a link to a heading that is there', '# A\n\nSe [prisen](/kurser#hvad-koster-et-kursus).\n'],
    ['an article to be looked at today', '---\nreview_by: 2026-11-24\n---\n# A\n\nTekst\n'],
    ['a test that finds its passage', membership('<!-- tests\n- hvordan kan man blive medlem\n-->')],
  ];

  it.each(clean)('is content with %s', async (_, article) => {
    expect(await findingsOf(article)).toEqual([]);
  });

  it('finds a phrasing that another passage has', async () => {
    const article = membership('<!-- questions\n- Hvad koster et kursus?\n-->');
    expect(await findingsOf(article)).toContainEqual(
      expect.objectContaining({
        code: 'phrasing-shared',
        line: 5,
        parameters: { phrasing: 'Hvad koster et kursus?', other: 'Hvad koster et kursus? (kurser.md)' },
      }),
    );
  });

  it('finds a phrasing that another passage would take over', async () => {
    const article = membership('<!-- questions\n- Hvornår åbner bageren om morgenen?\n-->');
    expect(await findingsOf(article)).toContainEqual(
      expect.objectContaining({
        code: 'phrasing-stolen',
        line: 5,
        parameters: {
          phrasing: 'Hvornår åbner bageren om morgenen?',
          heading,
          by: 'Hvornår åbner bageren? (bager.md)',
        },
      }),
    );
  });

  it('lets a phrasing be that its entry is found by all the same', async () => {
    const article = membership('<!-- questions\n- Hvordan kan man blive medlem af foreningen?\n-->');
    expect(await findingsOf(article)).toEqual([]);
  });

  it('finds a test that misses, with what is found instead and the missing word', async () => {
    const article = membership('<!-- tests\n- Hvad koster et kursus?\n-->');
    expect(await findingsOf(article)).toMatchObject([
      {
        code: 'test-missed',
        severity: 'error',
        line: 5,
        parameters: {
          question: 'Hvad koster et kursus?',
          heading,
          instead: 'Hvad koster et kursus? (kurser.md)',
          missing: expect.stringMatching(/^(koster|kursus)$/u) as string,
        },
      },
    ]);
  });

  it('finds a test that nothing answers', async () => {
    const article = membership('<!-- tests\n- Findes der flodheste i Afrika?\n-->');
    expect(await findingsOf(article)).toMatchObject([{ code: 'test-missed', parameters: { instead: null } }]);
  });

  it('reads synonyms.yml too', async () => {
    expect(await findingsOf('# A\n\nTekst\n', { 'synonyms.yml': '- "uden slut\n' })).toMatchObject([
      { code: 'synonyms-broken', severity: 'error', file: 'synonyms.yml' },
    ]);
  });

  it('puts errors first, then goes by file and line', async () => {
    const findings = await findingsOf('# A\n\nTekst\n\n## Tom\n\n<!-- glemt\n', {
      'a.md': '# A\n\nSe [x](./mangler.md).\n',
    });
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['comment-open', 'emne.md'],
      ['link-nowhere', 'a.md'],
      ['empty-section', 'emne.md'],
    ]);
  });

  it('is content with the sample article', async () => {
    expect(await checkFolder('content', { limits, today })).toMatchObject({ findings: [], articles: 1 });
  });

  it.each(['en', 'da'])('has a sentence for every finding (%s)', async (locale) => {
    for (const [, , article] of single) {
      for (const finding of await findingsOf(article)) {
        expect(sentenceFor(finding, stringsFor(locale))).toMatch(/^["A-ZÆØÅ].*\.$/u);
      }
    }
  });
});

/** Runs the command in English over these files. */
async function run(files: Readonly<Record<string, string>>, isJson = false) {
  const printed: string[] = [];
  const output = {
    write: async (text: string) => printed.push(text) > 0,
    flush: async () => {},
  };
  const context = { strings: stringsFor('en'), output, isJson, limits };
  return { status: await runCheck(await contentFolder(files), context), printed: printed.join('') };
}

describe('the check command', () => {
  it('ends with 0 and a sentence where all is well', async () => {
    expect(await run(others)).toEqual({ status: 0, printed: 'All is well in 3 articles with 3 passages.\n' });
  });

  it('ends with 0 on warnings', async () => {
    const { status, printed } = await run({ ...others, 'a.md': '# A\n\nSe [x](./mangler.md).\n' });
    expect(status).toBe(0);
    expect(printed).toContain('a.md:3  The link ./mangler.md leads nowhere.');
    expect(printed).toMatch(/0 errors and 1 warning in 4 articles with 4 passages\.\n$/u);
  });

  it('ends with 1 on errors, as JSON too', async () => {
    const { status, printed } = await run({ ...others, 'a.md': '' }, true);
    expect(status).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({
      errors: 1,
      warnings: 0,
      findings: [{ code: 'empty-article' }],
    });
  });
});

const danish = (asked: string): string =>
  `## ${asked}\n\nDu kan hente det på siden, og så lægger du det i den mappe, som det læses fra.\n\n`;
const english = (asked: string): string =>
  `## ${asked}\n\nOpen the list of players and press the sign. Your friend gets it and can join.\n\n`;
const sentences = async (text: string, language: string): Promise<string[]> =>
  (await findingsOf(text))
    .filter(({ code }) => code === 'languages-mixed')
    .map((finding) => sentenceFor(finding, stringsFor(language)));

describe('a half-translated article', () => {
  it('is named with the sections that are in another language', async () => {
    const article = `# Spil\n\n${danish('Hvordan får jeg et kort?')}${danish('Hvad er et kort?')}${english('How do I invite a friend?')}${english('Hvordan starter jeg det?')}`;
    expect((await findingsOf(article)).find(({ code }) => code === 'languages-mixed')).toMatchObject({
      severity: 'warning',
      line: 11,
      parameters: { main: 'da' },
    });
    expect(await sentences(article, 'da')).toEqual([
      'Det meste af artiklen er på dansk, men ikke alt. Engelsk: "How do I invite a friend?". "Hvordan starter jeg det?" har overskrift på dansk og tekst på engelsk. Oversæt resten, eller læg hvert sprog i sin egen fil.',
    ]);
    expect(await sentences(article, 'en')).toEqual([
      'Most of this article is in Danish, but not all. English: "How do I invite a friend?". "Hvordan starter jeg det?" has its heading in Danish and its text in English. Translate the rest, or give each language a file of its own.',
    ]);
  });

  it('is named with three sections and the number of the others', async () => {
    const article = `# Spil\n\n${[1, 2, 3, 4, 5, 6].map((n) => danish(`Hvad er kort ${String(n)}?`)).join('')}${[1, 2, 3, 4, 5].map((n) => english(`What is the card ${String(n)}?`)).join('')}`;
    expect((await sentences(article, 'da'))[0]).toContain(
      'Engelsk: "What is the card 1?", "What is the card 2?", "What is the card 3?", 2 til. ',
    );
  });

  it('is named though its front matter has one language for all', async () => {
    const article = `---\nlang: da\n---\n# Spil\n\n${danish('Hvad er et kort?')}${english('How do I invite a friend?')}${danish('Hvordan får jeg et kort?')}`;
    expect(await sentences(article, 'da')).toHaveLength(1);
  });

  it.each([
    ['in one language', danish('Hvordan får jeg et kort?') + danish('Hvad er et kort?')],
    ['with a name in another', danish('Call of Duty: The Game') + danish('Hvad er et kort?')],
    [
      'with a section that says no language',
      `${danish('Hvad er et kort?')}## Minecraft\n\nDiscord, OBS Studio.\n`,
    ],
  ])('is none %s', async (_, sections) => {
    expect(await sentences(`# Spil\n\n${sections}`, 'da')).toEqual([]);
  });
});
