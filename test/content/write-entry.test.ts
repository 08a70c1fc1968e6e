import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/content/parse.ts';
import { writeEntry, writeHeading, type BodyForm } from '../../src/content/write-entry.ts';

const read = (markdown: string) => parseArticle('a.md', `${markdown}\n## Next\n\nText.\n`);
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const hasWords = (given: string): boolean => /[\p{L}\p{N}]/u.test(given);
const clean = (given: string): string =>
  given
    .replaceAll(/[^\P{C}\n]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

describe('an entry that is written', () => {
  const bodies: [title: string, markdown: string, form: BodyForm, written: string][] = [
    [
      'Markdown stays',
      'Press **Go**.\n\n- one\n- [two](https://example.org)',
      'as-is',
      'Press **Go**.\n\n- one\n- [two](https://example.org)',
    ],
    ['white space around it goes', '\n  Yes.\n\n', 'as-is', 'Yes.'],
    ['headings become bold', 'First\n\n# Then\n\nLast', 'changed', 'First\n\n**Then**\n\nLast'],
    ['an underlined heading is text', 'First\n===\n\nLast', 'changed', 'First\n\\===\n\nLast'],
    ['hash marks in code stay', '```sh\n# comment\n```', 'as-is', '```sh\n# comment\n```'],
    ['an open fence is closed', '# Run\n```sh\n# comment', 'changed', '**Run**\n```sh\n# comment\n```'],
    ['template tags are text', 'Hi {{ name }}!', 'changed', 'Hi &#123;{ name }}!'],
    [
      'bold questions become italic',
      '**Is it yours?** Yes.\n\n**Is it mine?** No.',
      'changed',
      '*Is it yours?* Yes.\n\n*Is it mine?* No.',
    ],
    [
      'the marks of boxes are text',
      '??? note "Is it yours?"\n    Yes.',
      'changed',
      '&#63;?? note "Is it yours?"\n    Yes.',
    ],
  ];
  it.each(bodies)('is read as one passage: %s', (_, markdown, form, written) => {
    expect(writeEntry({ question: 'A?', phrasings: [], markdown }, 2)).toEqual({
      form,
      markdown: `## A?\n\n${written}\n`,
    });
    const { passages, problems } = read(`## A?\n\n${written}\n`);
    expect(passages.map(({ heading }) => heading)).toEqual(['A?', 'Next']);
    expect(problems).toEqual([]);
  });

  it('has its phrasings in a comment that they cannot end', () => {
    const { markdown } = writeEntry(
      { question: 'A?', phrasings: ['B?\nC', '--> D */}'], markdown: 'One.' },
      3,
    );
    expect(markdown).toBe('### A?\n\n<!-- questions\n- B? C\n- → D * /}\n-->\n\nOne.\n');
    expect(read(markdown).passages[0]?.phrasings.map(({ text }) => text)).toEqual(['B? C', '→ D * /}']);
  });

  const headings: [text: string, line: string][] = [
    ['What is C#?', '## What is C#?'],
    ['What is C#', '## What is C#'],
    ['Is it **', String.raw`## Is it **`],
    ['^x', String.raw`## \^x`],
    ['Is *this* it?', String.raw`## Is \*this\* it\?`],
    ['What does :tada: mean?', String.raw`## What does \:tada\: mean\?`],
    ['{{ what }}', String.raw`## \{\{ what \}\}`],
  ];
  it.each(headings)('keeps the heading %s', (text, line) => {
    expect(writeHeading(text, 2)).toBe(line);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '# ',
          '**',
          '?',
          'Why',
          '\n',
          '\n\n',
          '- ',
          '> ',
          '```',
          '<!--',
          '-->',
          '<details>',
          '<summary>',
          '</summary>',
          '{{',
          '}}',
          ':::',
          '!!! ',
          '??? ',
          '[[',
          ']]',
          '|',
          '---',
          '`',
          '\\',
          'import x',
          '{#id}',
          '[^1]',
          '[a]: b',
          '    ',
          '1. ',
          'a',
          'æ',
          '&amp;',
          '<b>',
          'Q: ',
          'A: ',
          '^x',
          '+++',
        ),
        { maxLength: 14 },
      )
      .map((parts) => parts.join('')),
  );
  it('is read as it was, whatever it asks and answers', () => {
    fc.assert(
      fc.property(
        text.map(clean).filter((given) => hasWords(given) && !/ #+$/u.test(given)),
        fc.array(text.map(clean).filter(hasWords), { maxLength: 2 }),
        text.map((given) => given.replaceAll(/[^\P{C}\n]/gu, '')).filter(hasWords),
        fc.integer({ min: 2, max: 6 }),
        (question, phrasings, markdown, level) => {
          const entry = writeEntry({ question, phrasings: [...new Set(phrasings)], markdown }, level);
          const { passages, problems } = read(entry.markdown.replace(/^#+/u, '##'));
          expect(passages.map(({ heading }) => heading)).toEqual([question, 'Next']);
          expect(problems).toEqual([]);
          const isText = entry.form === 'plain' || entry.form === 'code';
          expect(isText ? wordsOf(passages[0]?.text ?? '') : []).toEqual(isText ? wordsOf(markdown) : []);
        },
      ),
      { numRuns: 150 },
    );
  });
});
