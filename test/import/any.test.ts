import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { entriesOf, filesOf, imported, importedInto } from './files.ts';

const word = fc.stringMatching(/^[a-zæøå]{2,9}$/u);
const words = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '));
/** Questions that are told apart by their words. */
const rows = fc.uniqueArray(
  fc.record({
    question: words(5).map((text) => `${text}?`),
    answer: words(12),
    category: fc.constantFrom('', 'Mad', 'Bolig'),
  }),
  { selector: ({ question }) => question, minLength: 1, maxLength: 6 },
);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('whatever files hold', () => {
  it('comes back as the same questions and answers, from every format', async () => {
    const writers: Record<
      string,
      (list: readonly { question: string; answer: string; category: string }[]) => string
    > = {
      'faq.csv': (list) =>
        [
          'Question,Answer,Category',
          ...list.map(({ question, answer, category }) => [question, answer, category].map(quoted).join(',')),
        ].join('\n'),
      'faq.json': (list) => JSON.stringify(list),
      'faq.jsonl': (list) => list.map((row) => JSON.stringify(row)).join('\n'),
      'faq.yaml': (list) => JSON.stringify(list, null, 2),
      'faq.toml': (list) =>
        list
          .map(
            (row) =>
              `[[faq]]\n${Object.entries(row)
                .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
                .join('\n')}\n`,
          )
          .join('\n'),
    };
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...Object.keys(writers)), async (list, name) => {
        const result = await imported({ [name]: writers[name]?.(list) ?? '' });
        const given = list.map(({ question, answer }) => [question, [], answer]);
        expect(entriesOf(result).map(String).toSorted()).toEqual(given.map(String).toSorted());
        expect(result.remarks).toEqual([]);
        expect(result.problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  const piece = fc.constantFrom(
    'Question',
    'Answer',
    'a',
    'b?',
    '"',
    '""',
    ';',
    ',',
    '\t',
    '\n',
    '\r\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    '- ',
    '# ',
    '**',
    '<b>',
    '<p>',
    '</p>',
    '<br>',
    '---',
    '\uFEFF',
    '\u0000',
    '\uD800',
    '__proto__',
    '=',
    '&',
    '*x',
    '!!',
    '{{',
    '|',
    '\\n',
    'title',
    'keywords',
    '<!--',
    '-->',
    '../',
    '"""',
  );
  const name = fc.constantFrom('a.csv', 'a.tsv', 'a.json', 'a.jsonl', 'a.yaml', 'a.toml', 'a.tag', 'a.txt');
  it('is never thrown over, and what is written can be loaded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), name, async (pieces, file) => {
        const { report, problems, passages } = await imported({ [file]: pieces.join('') });
        const entries = report.written.reduce((sum, written) => sum + written.entries, 0);
        expect(passages).toHaveLength(entries);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(entries + report.remarks.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('hostile files', () => {
  const long = 'x'.repeat(21_000_000);
  const files: [title: string, name: string, text: string | Uint8Array, remarks: string[]][] = [
    ['too large a table', 'a.csv', `Question,Answer\nA?,${long}`, ['a.csv too-large']],
    ['too large a YAML file', 'a.yaml', long.slice(0, 2_000_001), ['a.yaml too-large']],
    [
      'too long an answer',
      'a.csv',
      `Question,Answer\nA?,${long.slice(0, 100_001)}\nB?,Two.`,
      ['a.csv:2 answer-long'],
    ],
    ['nothing', 'a.csv', '', ['a.csv empty']],
    ['white space', 'a.json', '\n \n', ['a.json empty']],
    ['a workbook', 'a.xlsx', Buffer.from('504b030414000600', 'hex'), ['a.xlsx packed']],
    ['a workbook under another name', 'a.tsv', Buffer.from('504b030414000600', 'hex'), ['a.tsv packed']],
    ['an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), ['a.xls packed']],
    ['a picture', 'a.png', Buffer.from('89504e47', 'hex'), ['a.png kind-unknown']],
    ['an article', 'a.md', '---\naliases: [b]\n---\n# A\n\nText\n', ['a.md is-article']],
    ['only a header', 'a.csv', 'Question,Answer\n', ['a.csv nothing-found']],
  ];
  it.each(files)('are refused with a sentence: %s', async (_, name, text, remarks) => {
    expect((await imported({ [name]: text })).remarks).toEqual(remarks);
  });

  it('reads fifty thousand rows and says that there are more', async () => {
    const text = `Question,Answer\n${Array.from({ length: 50_000 }, (_, row) => `q${row % 50}?,a`).join('\n')}\n`;
    const { remarks, passages } = await imported({ 'a.csv': text });
    expect(remarks[0]).toBe('a.csv too-many');
    expect(passages).toHaveLength(50);
  });

  it('does not look at the rest of a file for each of many open quotation marks', async () => {
    const text = `Question;Answer\n${Array.from({ length: 300 }, (_, row) => `"q${row}?;a${row}`).join('\n')}\n`;
    const result = await imported({ 'a.csv': text });
    expect(result.passages).toHaveLength(300);
    expect(result.passages.at(-1)?.text).toBe('a299');
  });

  it('cuts articles to a size that is read quickly', async () => {
    const text = JSON.stringify(
      Array.from({ length: 5 }, (_, row) => ({ q: `q${row}?`, a: 'word '.repeat(15_000) })),
    );
    const { report, articles } = await imported({ 'a.json': text });
    expect(report.written).toEqual([
      { name: 'a.md', entries: 2 },
      { name: 'a-2.md', entries: 2 },
      { name: 'a-3.md', entries: 1 },
    ]);
    expect(articles.map(({ title }) => title).toSorted()).toEqual(['A', 'A (2)', 'A (3)']);
  });

  const names: [category: string, file: string][] = [
    ['../../etc/passwd', 'etc-passwd.md'],
    ['a/b\\c', 'a-b-c.md'],
    ['CON', 'faq-con.md'],
    ['…', 'faq.md'],
    ['Æbler, ØL & Åer', 'aebler-oel-aaer.md'],
    ['Вопросы', 'вопросы.md'],
    ['x'.repeat(300), `${'x'.repeat(60)}.md`],
  ];
  it.each(names)('cannot choose where an article goes: %s', async (category, file) => {
    const { out } = await imported({ 'a.json': JSON.stringify([{ q: 'A?', a: 'One.', category }]) });
    expect(Object.keys(await filesOf(out))).toEqual([file]);
  });
});

describe('what is there already', () => {
  const file = { 'faq.csv': 'Question,Answer\nA?,One.\n' };

  it('is not overwritten: the article gets the next free name', async () => {
    const { out } = await imported({ 'faq.csv': 'Question,Answer\nB?,Two.\n' });
    const before = await filesOf(out);
    const { report, remarks } = await importedInto(out, file);
    expect(report.written).toEqual([{ name: 'faq-2.md', entries: 1 }]);
    expect(remarks).toEqual(['faq.csv name-taken']);
    const after = await filesOf(out);
    expect(after['faq.md']).toBe(before['faq.md']);
    expect(after['faq-2.md']).toContain('## A?');
  });

  it('is not written again', async () => {
    const { out } = await imported(file);
    const { report, remarks } = await importedInto(out, file);
    expect(report.written).toEqual([]);
    expect(remarks).toEqual(['faq.csv already-there']);
    expect(Object.keys(await filesOf(out))).toEqual(['faq.md']);
  });
});
