import { describe, expect, it } from 'vitest';
import { entriesOf, imported } from './files.ts';

const expected = [
  ['How do I join?', ['Can I become a member?'], 'Fill in the form.'],
  ['What is it?', [], 'A club.'],
];

describe('questions as data', () => {
  const files: [title: string, name: string, text: string][] = [
    [
      'a list of objects',
      'faq.json',
      '[{"question":"How do I join?","answer":"Fill in the form.","aliases":["Can I become a member?"]},{"q":"What is it?","a":"A club."}]',
    ],
    [
      'a list within an object',
      'faq.json',
      '{"version":"1","faq":[{"title":"How do I join?","text":"Fill in the form.","synonyms":"Can I become a member?"},{"title":"What is it?","text":"A club."}]}',
    ],
    [
      'an object keyed by question',
      'faq.json',
      '{"How do I join?":{"answer":"Fill in the form.","aliases":["Can I become a member?"]},"What is it?":"A club."}',
    ],
    [
      'lines of JSON',
      'faq.jsonl',
      '{"questions":["How do I join?","Can I become a member?"],"answers":["Fill in the form."]}\n\n{"question":"What is it?","answer":{"text":"A club."}}\n',
    ],
    [
      'YAML',
      'faq.yml',
      '- question: How do I join?\n  answer: |\n    Fill in the form.\n  aliases:\n    - Can I become a member?\n- spørgsmål: What is it?\n  svar: A club.\n',
    ],
    [
      'TOML',
      'faq.toml',
      '[[faq]]\nquestion = "How do I join?"\nanswer = "Fill in the form."\naliases = ["Can I become a member?"]\n\n[[faq]]\nquestion = "What is it?"\nanswer = "A club."\n',
    ],
    [
      'several YAML documents',
      'faq.yaml',
      'question: How do I join?\nanswer: Fill in the form.\nalias: Can I become a member?\n---\nWhat is it?: A club.\n',
    ],
  ];
  it.each(files)('may be %s', async (_, name, text) => {
    const result = await imported({ [name]: text });
    expect(entriesOf(result)).toEqual(expected);
    expect(result.report.written).toEqual([{ name: 'faq.md', entries: 2 }]);
    expect(result.problems).toEqual([]);
  });

  it('are nested by category: the outermost is the article, the others are headings', async () => {
    const { articles } = await imported({
      'faq.yaml':
        'Payment:\n  What does it cost?: 100 kr.\n  Cards:\n    - q: Which cards?\n      a: All.\n  Refunds:\n    Abroad:\n      Can I get money back?: "Yes."\nRules:\n  items:\n    - q: What does it cost?\n      a: Breaking rules costs.\n',
    });
    expect(
      articles.map(({ id, passages }) => [id, passages.map(({ heading, parents }) => [...parents, heading])]),
    ).toEqual([
      [
        'payment.md',
        [['What does it cost?'], ['Cards', 'Which cards?'], ['Refunds', 'Abroad', 'Can I get money back?']],
      ],
      ['rules.md', [['What does it cost?']]],
    ]);
  });

  it('keep equal questions of two categories apart', async () => {
    const { passages } = await imported({
      'faq.json': '{"Teams":{"Senior":{"When?":"Monday."},"Junior":{"When?":"Friday."}}}',
    });
    expect(passages.map(({ parents, heading, text }) => [parents[0], heading, text])).toEqual([
      ['Senior', 'When?', 'Monday.'],
      ['Junior', 'When?', 'Friday.'],
    ]);
  });

  it('are tags of discord.js: names as headings, keywords as ways to ask', async () => {
    const result = await imported({
      'tags.toml':
        '[report-bugs]\nkeywords = ["bug", "djs-bug", "🐛"]\nhoisted = true\ncontent = """\nFound a bug? Look into <#222086648706498562> <:blob:123456>.\n"""\n\n[rules]\nkeywords = ["rules"]\ncontent = "Read them."\n',
    });
    expect(entriesOf(result)).toEqual([
      ['report bugs', ['bug', 'djs bug'], 'Found a bug? Look into #… :blob:.'],
      ['rules', [], 'Read them.'],
    ]);
    expect(result.remarks).toEqual([
      'tags.toml:report-bugs mention-unknown',
      'tags.toml:report-bugs phrasing-wordless',
    ]);
    expect(result.articles).toMatchObject([{ id: 'tags.md', title: 'Tags', keywords: [] }]);
  });

  it('keep keys that programs have names for', async () => {
    const result = await imported({
      'faq.json':
        '{"__proto__":{"question":"A?","answer":"One."},"constructor":{"question":"B?","answer":"Two."}}',
    });
    expect(entriesOf(result)).toEqual([
      ['A?', [], 'One.'],
      ['B?', [], 'Two.'],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  const refused: [title: string, name: string, text: string, remark: string][] = [
    ['JSON that breaks off', 'faq.json', '{"question": "A?"', 'faq.json syntax'],
    ['YAML with a tab', 'faq.yaml', 'a:\n\t- b: [', 'faq.yaml syntax'],
    ['YAML whose aliases unfold without end', 'faq.yaml', bomb(), 'faq.yaml syntax'],
    ['TOML that is none', 'faq.toml', 'question How', 'faq.toml syntax'],
    ['a line that is no JSON', 'faq.jsonl', '{"question":', 'faq.jsonl:1 syntax'],
    [
      'lists nested a hundred thousand deep',
      'faq.json',
      '['.repeat(100_000) + ']'.repeat(100_000),
      'faq.json nothing-found',
    ],
    ['no question at all', 'package.json', '{"name":"x","version":"1.0.0"}', 'package.json: answer-missing'],
  ];
  it.each(refused)('are not %s', async (_, name, text, remark) => {
    const { remarks, report } = await imported({ [name]: text });
    expect(remarks).toContain(remark);
    expect(report.written).toEqual([]);
  });
});

function bomb(): string {
  const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1)
    rows.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  return `${rows.join('\n')}\n`;
}
