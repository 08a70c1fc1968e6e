import { describe, expect, it } from 'vitest';
import { withoutMention } from '../../src/discord/asked.ts';
import { quotedQuestion, topLines } from '../../src/discord/question.ts';

const person = '<@100000000000000102>';
const rows: readonly (readonly [
  what: string,
  content: string,
  question: string | null,
  lines: readonly string[],
])[] = [
  ['a quote on line one', '> hvad?\n### Svar', 'hvad?', ['> hvad?']],
  [
    'a quote below the line of a notified person',
    `Til ${person}\n> hvad?\n### Svar`,
    'hvad?',
    [`Til ${person}`, '> hvad?'],
  ],
  ['a quote in English', `For ${person}\n> what?`, 'what?', [`For ${person}`, '> what?']],
  ['a quote in the text on line two', '### Overskrift\n> et citat\nmere', null, []],
  ['a quote in the text on line three', `Til ${person}\n### Svar\n> et citat`, null, [`Til ${person}`]],
  ['a text that ends with somebody’s name', 'Skriv til formanden <@1>\n> et citat', null, []],
  ['a long line with a mention', `${'ord '.repeat(12)}${person}\n> et citat`, null, []],
  ['a mention in the middle', `Til ${person} nu\n> et citat`, null, []],
  ['two mentions', `Til ${person} ${person}\n> et citat`, null, []],
  ['a quote without a blank', '>hvad?', null, []],
  ['escaped marks', '> hvad er \\*en\\_fil\\*?', 'hvad er *en_fil*?', ['> hvad er \\*en\\_fil\\*?']],
  [
    'a quote that names somebody',
    `> hvem er ${person}?\n### x`,
    `hvem er ${person}?`,
    [`> hvem er ${person}?`],
  ],
  ['nothing', '', null, []],
];

describe('the top of one of our answers', () => {
  it.each(rows)('with %s', (_, content, question, lines) => {
    expect(quotedQuestion(content)).toBe(question);
    expect(topLines(content)).toEqual(lines);
  });
});

describe('a text without mentions of Svar', () => {
  it.each([
    ['<@1> hvad?', 'hvad?'],
    ['<@!1> hvad?', 'hvad?'],
    ['<@&2> hvad?', 'hvad?'],
    ['hvad? <@1>', 'hvad?'],
    ['hvad <@1> så <@1>?', 'hvad   så  ?'],
    ['hvad<@1>så', 'hvad så'],
    ['<@3> hvad?', '<@3> hvad?'],
    ['<@12> hvad?', '<@12> hvad?'],
    ['<@1>', ''],
    ['  ', ''],
  ])('of "%s" is "%s"', (text, bare) => {
    expect(withoutMention(text, ['1', '2'])).toBe(bare);
  });
});
