import { describe, expect, it } from 'vitest';
import { parseSynonyms } from '../../src/knowledge/synonyms.ts';

describe('a file of synonyms', () => {
  it.each([
    ['- pris, gebyr, hvad koster', [['pris', 'gebyr', 'hvad koster']], null],
    [
      '- [pris, gebyr]\n- medlem, deltager',
      [
        ['pris', 'gebyr'],
        ['medlem', 'deltager'],
      ],
      null,
    ],
    ['# kun en kommentar', [], null],
    ['- 112, nødnummer', [['112', 'nødnummer']], null],
    ['- pris, pris\n- a, b', [['a', 'b']], 'meaning 1 pris, pris'],
    ['- a, b\n- pris: gebyr', [['a', 'b']], 'meaning 2 pris: gebyr'],
    ['pris: gebyr', [], 'list 1 pris: gebyr'],
  ])('holding %j is read', (text, rows, wrong) => {
    const { rows: read, problem } = parseSynonyms(text);
    expect(read).toEqual(rows);
    expect(problem && `${problem.code} ${problem.line} ${problem.detail}`).toBe(wrong);
  });
});
