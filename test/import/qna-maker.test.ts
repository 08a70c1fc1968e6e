import { describe, expect, it } from 'vitest';
import { entriesOf, filesOf, imported } from './files.ts';

const header = 'Question\tAnswer\tSource\tMetadata\tSuggestedQuestions\tIsContextOnly\tPrompts\tQnaId';
const table = (...rows: readonly (readonly string[])[]): string =>
  `${[header, ...rows.map((row) => row.join('\t'))].join('\r\n')}\r\n`;

describe('an export of QnA Maker', () => {
  it('makes phrasings of the questions that share an id, links of prompts, keywords of metadata', async () => {
    const page = 'https://example.org/docs/opening-hours.html';
    const result = await imported({
      'kb.tsv': table(
        [
          'When are you open?',
          'Every day.\\n\\nSee **also** below.',
          page,
          'topic:hours',
          '[]',
          'False',
          '[{"DisplayOrder":1,"QnaId":2,"Prompt":null,"DisplayText":"And at Easter?"}]',
          '1',
        ],
        [
          'What are your opening hours?',
          'Every day.\\n\\nSee **also** below.',
          page,
          'topic:hours',
          '[]',
          'False',
          '[]',
          '1',
        ],
        ['Easter', 'Closed.', page, 'topic:hours|level:2', '[]', 'True', '[]', '2'],
      ),
    });
    expect(await filesOf(result.out)).toEqual({
      'opening-hours.md': [
        '---',
        'title: Opening hours',
        'keywords:',
        '  - hours',
        `url: ${page}`,
        '---',
        '',
        '# Opening hours',
        '',
        '## When are you open?',
        '',
        '<!-- questions',
        '- What are your opening hours?',
        '-->',
        '',
        'Every day.',
        '',
        'See **also** below.',
        '',
        '- [And at Easter?](#easter)',
        '',
        '## Easter',
        '',
        'Closed.',
        '',
      ].join('\n'),
    });
    expect(result.remarks).toEqual(['kb.tsv:4 context-only']);
    expect(result.problems).toEqual([]);
    expect(result.passages[0]?.links).toMatchObject([
      { target: { kind: 'article', article: 'opening-hours.md', heading: 'Easter' } },
    ]);
  });

  it('makes an article of each source; what was typed in goes under the name of the file', async () => {
    const result = await imported({
      'min-viden.tsv': table(
        ['A?', 'One.', 'Custom Editorial', '', '', '', '', '1'],
        ['B?', 'Two.', 'handbook.docx', '', '', '', '', '2'],
        ['C?', 'Three.', 'Editorial', '', '', '', '', '3'],
      ),
    });
    expect(result.articles.map(({ id, title, url }) => [id, title, url])).toEqual([
      ['handbook.md', 'Handbook', null],
      ['min-viden.md', 'Min viden', null],
    ]);
  });

  it('says which rows have no question, no answer, or a follow-up that is not there', async () => {
    const { remarks, report, passages } = await imported({
      'kb.tsv': table(
        ['', 'Lost.', 's', '', '', '', '', '1'],
        ['Lost?', ' ', 's', '', '', '', '', '2'],
        ['Kept?', 'Yes.', 's', '', '', '', '[{"displayOrder":0,"qnaId":77,"displayText":"More"}]', '3'],
      ),
    });
    expect(remarks).toEqual([
      'kb.tsv:2 question-missing',
      'kb.tsv:3 answer-missing',
      'kb.tsv:4 follow-up-lost',
    ]);
    expect(report.remarks[0]?.parameters).toEqual({ text: 'Lost.' });
    expect(passages.map(({ text }) => text)).toEqual(['Yes.\nMore']);
  });

  it('joins rows without ids only where the answer is the same', async () => {
    const result = await imported({
      'kb.tsv': 'Question\tAnswer\tMetadata\nA?\tOne.\t\nB?\tOne.\t\nC?\tTwo.\t\n',
    });
    expect(entriesOf(result)).toEqual([
      ['A?', ['B?'], 'One.'],
      ['C?', [], 'Two.'],
    ]);
  });

  it('keeps paths, and quotation marks that quote nothing', async () => {
    const result = await imported({
      'kb.tsv': table(['"Hello" how?', 'Open C:\\new\\notes, and "go".\\nDone.', '', '', '', '', '', '1']),
    });
    expect(entriesOf(result)).toEqual([['"Hello" how?', [], 'Open C:\\new\\notes, and "go". Done.']]);
  });

  it('turns simple HTML into Markdown', async () => {
    const { passages } = await imported({
      'kb.tsv': table(
        ['A?', '<p>Use <i>this</i>.</p><ul><li>one</li><li>two</li></ul>', '', '', '', '', '', '1'],
        [
          'B?',
          'Press <b>Go</b> or **Stop**.<br>See <a href="https://example.org/a">here</a>.',
          '',
          '',
          '',
          '',
          '',
          '2',
        ],
        ['C?', 'Type `<b>` and <a href="javascript:alert(1)">run</a>.', '', '', '', '', '', '3'],
      ),
    });
    expect(passages.map(({ markdown }) => markdown)).toEqual([
      'Use *this*.\n\n- one\n- two',
      'Press **Go** or **Stop**.\\\nSee [here](https://example.org/a).',
      'Type `<b>` and run.',
    ]);
  });
});

const qna = (id: number, questions: readonly string[], answer: string, dialog: unknown = null) => ({
  lastUpdatedDateTime: '2021-05-01T17:21:14Z',
  id,
  answer,
  source: 'source1',
  questions,
  metadata: { k1: 'prices' },
  dialog,
});

describe('an export of Language Studio', () => {
  it('is read as the table is', async () => {
    const prompts = [
      { displayOrder: 2, qnaId: 12, displayText: 'Second' },
      { displayOrder: 1, qnaId: 11, displayText: 'First' },
    ];
    const assets = {
      synonyms: [{ alterations: ['wa', 'washington'] }],
      qnas: [
        qna(1, ['Question one?', 'Same as one?'], 'Answer one.', { isContextOnly: false, prompts }),
        qna(11, ['Question two?'], 'Answer two.', { isContextOnly: true, prompts: [] }),
        { id: 12, questions: ['Broken?'] },
      ],
    };
    const result = await imported({ 'project.json': JSON.stringify({ assets }) });
    expect(entriesOf(result)).toEqual([
      ['Question one?', ['Same as one?'], 'Answer one.\nFirst\nSecond'],
      ['Question two?', [], 'Answer two.'],
    ]);
    expect(result.articles).toMatchObject([{ id: 'source1.md', title: 'Source1', keywords: ['prices'] }]);
    expect(result.remarks).toEqual([
      'project.json:assets.synonyms synonyms-left',
      'project.json:assets.qnas[1] context-only',
      'project.json:assets.qnas[2] no-entry',
      'project.json:assets.qnas[0] follow-up-lost',
    ]);
  });

  it('may be what QnA Maker downloads, or a bare list', async () => {
    const row = {
      id: 2,
      answer: 'REST.',
      source: 'Custom Editorial',
      questions: ['How?'],
      metadata: [{ name: 'category', value: 'api' }],
      context: { isContextOnly: false, prompts: [] },
    };
    for (const value of [{ qnaDocuments: [row] }, [row]]) {
      const result = await imported({ 'kb.json': JSON.stringify(value) });
      expect(entriesOf(result)).toEqual([['How?', [], 'REST.']]);
      expect(result.articles[0]?.keywords).toEqual(['api']);
      expect(result.remarks).toEqual([]);
    }
  });
});
