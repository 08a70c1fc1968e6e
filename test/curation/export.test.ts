import { describe, expect, it } from 'vitest';
import { exportPins, readExport } from '../../src/curation/pins/export.ts';
import type { PinAnswer, StoredPin } from '../../src/store/store.ts';
import { server } from '../store/pin.ts';

const own = (markdown: string): PinAnswer => ({ kind: 'own', markdown, instead: null });
const pin = (question: string, answer: PinAnswer, ...phrasings: string[]): StoredPin => ({
  id: '0123456789ab',
  server,
  question,
  phrasings,
  answer,
  channelPin: null,
  status: 'live',
  createdBy: null,
  updatedBy: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  revision: 1,
  previous: null,
  uses: 0,
  lastUsedAt: null,
});
const head = '---\ntitle: FAQ\n---\n\n# FAQ\n';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
/** One pin with this text, as it is exported. */
const exported = (text: string): string =>
  exportPins([pin('Q?', own(text))]).slice(`${head}\n## Q?\n`.length);

describe('exported pins', () => {
  it('are an article of questions in order, with phrasings and passages', () => {
    const passage = { kind: 'passage', passage: 'a b.md#Hvad?', heading: 'Hvad?', markdown: 'Det.' } as const;
    expect(exportPins([pin('Når?', own('Nu.'), 'hvornår', 'tid'), pin('Hvad?', passage)])).toBe(
      `${head}\n## Hvad?\n<!-- pin a%20b.md%23Hvad%3F -->\n\nDet.\n` +
        `\n## Når?\n<!-- questions\n- hvornår\n- tid\n-->\n<!-- pin own -->\n\nNu.\n`,
    );
  });
  it('are a bare article where there are none', () => {
    expect(exportPins([])).toBe(head);
    expect(readExport(head)).toEqual([]);
  });
  it.each([
    ['as it is', 'a\n\nb', '<!-- pin own -->\n\na\n\nb\n'],
    ['trimmed, the exact one beside it', '\na\n', `<!-- pin own ${base64('\na\n')} -->\n\na\n`],
    [
      'with blocks close together, the exact one beside it',
      'a\n```\nb\n```',
      `<!-- pin own ${base64('a\n```\nb\n```')} -->\n\na\n\`\`\`\nb\n\`\`\`\n`,
    ],
    ['with a heading at its end', 'a\n\n# b', `<!-- pin own ${base64('a\n\n# b')} -->\n\na\n\n**b**\n`],
    [
      'as code where it would be read as something else',
      '> [!note] a\n> b',
      `<!-- pin own ${base64('> [!note] a\n> b')} -->\n\n\`\`\`\n> [!note] a\n> b\n\`\`\`\n`,
    ],
    ['with headings in bold', '# a\n\nb', `<!-- pin own ${base64('# a\n\nb')} -->\n\n**a**\n\nb\n`],
    [
      'with closed and indented headings in bold',
      '  ### a b ##\nc',
      `<!-- pin own ${base64('  ### a b ##\nc')} -->\n\n**a b**\nc\n`,
    ],
    [
      'with underlined text that is no heading',
      'a\n===',
      `<!-- pin own ${base64('a\n===')} -->\n\na\n\\===\n`,
    ],
    ['with its fence as it is', '```\n# a\n```', '<!-- pin own -->\n\n```\n# a\n```\n'],
    ['with an open fence closed', '~~~\n# a', `<!-- pin own ${base64('~~~\n# a')} -->\n\n~~~\n# a\n~~~\n`],
    [
      'with headings behind a fence in bold',
      '```\n# a\n```\n# b',
      `<!-- pin own ${base64('```\n# a\n```\n# b')} -->\n\n\`\`\`\n# a\n\`\`\`\n**b**\n`,
    ],
    [
      'with a fence in a longer fence',
      '````\n```\n# a\n````\n# b',
      `<!-- pin own ${base64('````\n```\n# a\n````\n# b')} -->\n\n\`\`\`\`\n\`\`\`\n# a\n\`\`\`\`\n**b**\n`,
    ],
    ['with an open comment shown', '<!-- b', `<!-- pin own ${base64('<!-- b')} -->\n\n\\<!-- b\n`],
    [
      'as code with a fence longer than its own',
      '> [!note] a\n> ````b````',
      `<!-- pin own ${base64('> [!note] a\n> ````b````')} -->\n\n\`\`\`\`\`\n> [!note] a\n> \`\`\`\`b\`\`\`\`\n\`\`\`\`\`\n`,
    ],
  ])('have their text %s', (_, text, entry) => {
    expect(exported(text)).toBe(entry);
    expect(readExport(exportPins([pin('Q?', own(text))]))).toEqual([
      { question: 'Q?', phrasings: [], answer: own(text) },
    ]);
  });
  it('have questions as headings, whatever signs are in them', () => {
    const question = 'A \\ `b` *c* _d_ [e] <f> #g & ~h~ | i!?';
    const text = exportPins([pin(question, own('Ja.'))]);
    expect(text).toContain('## A \\\\ \\`b\\` \\*c\\* \\_d\\_ \\[e\\] \\<f\\> \\#g \\& \\~h\\~ \\| i\\!?\n');
    expect(readExport(text)).toEqual([{ question, phrasings: [], answer: own('Ja.') }]);
  });
  it('end no comment with a phrasing', () => {
    expect(readExport(exportPins([pin('Q?', own('Ja.'), 'a --> b')]))).toEqual([
      { question: 'Q?', phrasings: ['a → b'], answer: own('Ja.') },
    ]);
  });
});

const entry = (target: string): string => `## Q?\n<!-- pin ${target} -->\n\nJa.\n`;

describe('read again', () => {
  it('is a passage with its copy, and one whose name is broken as it stands', () => {
    expect(readExport(entry('a%20b.md%23C%20%23%20d'))).toEqual([
      {
        question: 'Q?',
        phrasings: [],
        answer: { kind: 'passage', passage: 'a b.md#C # d', heading: 'C # d', markdown: 'Ja.' },
      },
    ]);
    expect(readExport(entry('a%E0%A4%A.md'))[0]?.answer).toMatchObject({ passage: 'a%E0%A4%A.md' });
  });
  it('is any article of questions, with own texts', () => {
    expect(readExport('# A\n\n## B?\n<!-- questions\n- c\n-->\n\nD.\n\n## E?\n\nF <!-- pin x -->\n')).toEqual(
      [
        { question: 'B?', phrasings: ['c'], answer: own('D.') },
        { question: 'E?', phrasings: [], answer: own('F <!-- pin x -->') },
      ],
    );
  });
});
