import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { parseArticle } from '../../src/content/parse.ts';
import { contentFolder } from './folder.ts';

const good = '# Emne\n\nTekst\n';
const problemsOf = async (files: Record<string, string>) =>
  (await loadContent(await contentFolder(files))).content.problems;

const faqs: [file: string, text: string][] = [
  ['qna.tsv', 'Question\tAnswer\tSource\nHvad?\tDet.\tx\n'],
  ['faq.csv', 'id,question,answer\n1,Hvad?,Det.\n'],
  ['spm.csv', 'Spørgsmål;Svar\nHvad?;Det.\n'],
  ['faq.json', '[{ "question": "Hvad?", "answer": "Det." }]'],
  ['faq.yaml', '- question: Hvad?\n  answer: Det.\n'],
  ['mappe/tags.toml', '[regler]\nkeywords = ["regler"]\ncontent = """\nLæs.\n"""\n'],
  ['regler.tag', 'type: text\n'],
];

const others: [file: string, text: string][] = [
  ['synonyms.yml', '- [question, answer]\n'],
  ['package.json', '{ "name": "x", "keywords": ["a"] }'],
  ['mkdocs.yml', 'site_name: X\nnav:\n  - a.md\n'],
  ['priser.csv', 'vare,pris\nkaffe,10\n'],
  ['noter.txt', 'question: Hvad?\nanswer: Det.\n'],
];

describe('files of other kinds', () => {
  it.each(faqs)('%s is named with what to do', async (file, text) => {
    expect(await problemsOf({ 'a.md': good, [file]: text })).toEqual([
      {
        code: 'foreign-file',
        severity: 'warning',
        file,
        line: null,
        parameters: { ending: file.slice(file.lastIndexOf('.')) },
      },
    ]);
  });

  it.each(others)('%s is passed over', async (file, text) => {
    expect(await problemsOf({ 'a.md': good, [file]: text })).toEqual([]);
  });
});

describe('a folder without articles', () => {
  it('says what it holds, most first', async () => {
    expect(await problemsOf({ 'a.docx': 'x', 'b.pdf': 'x', 'c/d.PDF': 'x', LICENSE: 'x' })).toEqual([
      {
        code: 'no-articles',
        severity: 'error',
        file: '.',
        line: null,
        parameters: { files: 4, endings: ['.pdf', 'LICENSE', '.docx'] },
      },
    ]);
  });

  it('says when it is empty', async () => {
    expect(await problemsOf({})).toMatchObject([
      { code: 'no-articles', parameters: { files: 0, endings: [] } },
    ]);
  });
});

describe('articles', () => {
  it('may end in .md, .markdown and .mdx', async () => {
    const dir = await contentFolder({ 'a.md': good, 'b.markdown': good, 'c.MDX': good, 'd.mdown': good });
    const { content } = await loadContent(dir);
    expect(content.articles.map(({ id }) => id)).toEqual(['a.md', 'b.markdown', 'c.MDX']);
  });

  it.each([
    ['001_a1b2_aflevering.md', 'aflevering'],
    ['reset-kode.markdown', 'reset kode'],
    ['2026-01-02-nytår.mdx', 'nytår'],
    ['3d-print.md', '3d print'],
    ['2026.md', '2026'],
    ['cafe-menu.md', 'cafe menu'],
    ['guides/index.md', 'guides'],
    ['guides/README.md', 'guides'],
    ['README.md', 'README'],
  ])('named %s are titled %s', (id, title) => {
    expect(parseArticle(id, 'Tekst\n').article.title).toBe(title);
  });
});

const first = (front: string, body = 'Det.\n') => {
  const { article, passages, problems } = parseArticle('fil.md', `---\n${front}\n---\n\n${body}`);
  return { article, passage: passages[0], passages, problems };
};

const toml = (front: string) => parseArticle('fil.md', `+++\n${front}\n+++\n\nDet.\n`);

describe('front matter of other tools', () => {
  it('makes the whole file the answer to its question', () => {
    const { article, passages, problems } = first('question: Hvad?', 'Det.\n\n## Mere\n\n- og det\n');
    expect(article.title).toBe('Hvad?');
    expect(passages).toMatchObject([
      { id: 'fil.md#Hvad?', heading: 'Hvad?', level: 1, text: 'Det.\nMere\nog det' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['aliases: [diplom, bevis]', ['diplom', 'bevis']],
    ['aliases: diplom, bevis', ['diplom', 'bevis']],
    ['alt_titles:\n  - diplom', ['diplom']],
    ['alternateQuestions: [Får man et diplom?]', ['Får man et diplom?']],
    ['synonyms: [diplom]\naliases: [diplom, bevis]', ['diplom', 'bevis']],
    ['aliases: [/gammel/side, "https://example.org/x", diplom]', ['diplom']],
    ['aliases: [hvad?, diplom]', ['diplom']],
    ['aliases: { a: 1 }', []],
  ])('reads phrasings from %j', (front, expected) => {
    const { passage, problems } = first(`question: Hvad?\n${front}`);
    expect(passage?.phrasings.map(({ text }) => text)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('knows the lines of its phrasings', () => {
    expect(first('question: Hvad?\naliases:\n  - diplom').passage?.phrasings).toEqual([
      { text: 'diplom', line: 4 },
    ]);
  });

  it.each([
    ['tags: [konto, kode]', { keywords: ['konto', 'kode'] }],
    ['keywords: a\ntags: b', { keywords: ['a', 'b'] }],
    ['taxonomies:\n  tags: [konto]', { keywords: ['konto'] }],
    ['embed:\n  title: Regler', { title: 'Regler' }],
    ['title: T\nembed:\n  title: Regler', { title: 'T' }],
    ['lang: da_DK', { lang: 'da' }],
    ['locale: en-GB', { lang: 'en-GB' }],
    ['title: T\nquestion: Hvad?', { title: 'T' }],
  ])('reads %j', (front, expected) => {
    const { article, problems } = first(front);
    expect(article).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it('may be TOML', () => {
    const { article, passages, problems } = toml(
      'title = "Hvad?"\nupdated = 2026-01-02\n[taxonomies]\ntags = ["konto"]',
    );
    expect(article).toMatchObject({ title: 'Hvad?', updated: '2026-01-02', keywords: ['konto'] });
    expect(passages).toMatchObject([{ heading: 'Hvad?', line: 8 }]);
    expect(problems).toEqual([]);
  });

  it('is a problem where its TOML is broken or open', () => {
    expect(toml('title = "T"\nb = = 1').problems).toMatchObject([{ code: 'front-matter-syntax', line: 3 }]);
    expect(toml('url = "x"').problems).toMatchObject([{ code: 'front-matter-value', line: 2 }]);
    expect(parseArticle('a.md', '+++\ntitle = "T"\n\nTekst\n').problems).toMatchObject([
      { code: 'front-matter-open', line: 1 },
    ]);
  });
});

const unread: [code: string, line: number, parameters: object, source: string][] = [
  ['question-alone', 5, {}, '## Pris\n\nBilligt.\n\n**Hvad koster det?** Intet.\n'],
  [
    'questions-unmarked',
    3,
    { count: 2 },
    '# FAQ\n\n**Hvad koster det**\n\n50 kr.\n\n**Hvem kan være med**\n\nAlle.\n',
  ],
  ['component-text-lost', 3, { component: 'Card' }, 'Tekst\n\n<Card title="Pris" href="/p" />\n'],
  ['component-text-lost', 3, { component: 'FAQ' }, 'Tekst\n\n<FAQ items={faq} />\n'],
  ['component-text-lost', 3, { component: 'Item' }, "Tekst\n\n<Item title={t('a')}>\nDet.\n</Item>\n"],
  ['template-command', 3, { command: '{% include a.md %}' }, 'Tekst\n\n{% include a.md %}\n'],
  ['template-command', 1, { command: '{{ site.title }}' }, 'Tekst {{ site.title }}\n'],
];

describe('what looks like an answer and is none', () => {
  it.each(unread)('is the warning %s', (code, line, parameters, source) => {
    expect(parseArticle('a.mdx', source).problems).toEqual([
      { code, severity: 'warning', file: 'a.mdx', line, parameters },
    ]);
  });

  it.each([
    ['one bold line without a mark', '## A\n\n**Hvad koster det**\n\nTekst\n'],
    ['bold lines that ask nothing', '## A\n\n**Priser**\n\n50 kr.\n\n**Alder**\n\n15 år.\n'],
    ['a tag that holds its text', '## A\n\n{% hint %}\nTekst\n{% endhint %}\n'],
    ['a component with its answer', '<Faq question="Hvad?" answer="Det." />\n'],
    ['a component in code', '```\n<Card title="Pris" />\n{{ x }}\n```\n'],
  ])('is not %s', (_, source) => {
    expect(parseArticle('a.mdx', source).problems).toEqual([]);
  });
});
