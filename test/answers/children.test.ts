import { describe, expect, it } from 'vitest';
import { childrenMeant } from '../../src/answers/children.ts';
import type { Match } from '../../src/knowledge/ranking.ts';
import { articlesOf } from '../knowledge/snapshot-of.ts';

type Field = Match['evidence']['words'][number]['fields'][number];
type Met = readonly [share: number, ...fields: readonly Field[]];

const lejr = (days: number, before = ''): string =>
  `# Lejren\n\n## Program\n\n${before}${Array.from({ length: days }, (_, day) => `### Dag ${String(day)}\n\nTekst.\n`).join('\n')}\n## Andet\n\nTekst.\n`;

/** What is offered when a question met the first passage below "Program" so. */
function meant(met: readonly Met[], isLikely = false, markdown = lejr(3)): readonly string[] | null {
  const [article] = articlesOf({ 'lejr.md': markdown });
  const passage = article?.passages.find(({ heading }) => heading === 'Dag 0');
  if (article === undefined || passage === undefined) throw new Error('not read');
  const words = met.map(([share, ...fields]) => ({ share, fields }));
  const mass = words.filter(({ fields }) => fields.length > 0).length;
  const first = {
    article,
    passage,
    score: 1,
    evidence: { words, parts: { a: 1 }, features: { mass } },
  } as unknown as Match;
  const found = childrenMeant([first], isLikely);
  return found === null
    ? null
    : [found.heading, ...found.passages.map((one) => `${one.passage.heading} ${String(one.score)}`)];
}
const all = ['Program', 'Dag 0 1', 'Dag 1 0', 'Dag 2 0'];

describe('the passages below a heading', () => {
  it.each<[string, readonly Met[], boolean, readonly string[] | null]>([
    ['alone is named', [[1, 'parents']], false, all],
    ['is named with four fifths', [[0.8, 'parents']], false, all],
    ['is named with less', [[0.79, 'parents']], false, null],
    ['is named with two fifths where something is likely', [[0.4, 'parents']], true, all],
    ['is named with less there', [[0.39, 'parents']], true, null],
    [
      'is named less than a passage’s own heading',
      [
        [0.45, 'parents'],
        [0.5, 'heading'],
      ],
      true,
      null,
    ],
    [
      'is named less than its phrasing',
      [
        [0.45, 'parents'],
        [0.5, 'phrasing'],
      ],
      true,
      null,
    ],
    [
      'is named less than its text',
      [
        [0.45, 'parents'],
        [0.5, 'body'],
      ],
      true,
      null,
    ],
    [
      'is named as much as its text',
      [
        [0.5, 'parents'],
        [0.5, 'body'],
      ],
      true,
      all,
    ],
    ['has the word that the text has too', [[1, 'parents', 'body']], false, all],
    [
      'is not met, but the title of the article',
      [
        [0.5, 'parents'],
        [0.6, 'title'],
      ],
      true,
      all,
    ],
    ['is not named', [[1, 'heading']], true, null],
    ['is met by letters alone', [[1]], true, null],
  ])('that %s', (_, met, isLikely, wanted) => {
    expect(meant(met, isLikely)).toEqual(wanted);
  });
  it('are two to fourteen', () => {
    expect(meant([[1, 'parents']], false, lejr(1))).toBeNull();
    expect(meant([[1, 'parents']], false, lejr(2))).toHaveLength(3);
    expect(meant([[1, 'parents']], false, lejr(14))).toHaveLength(15);
    expect(meant([[1, 'parents']], false, lejr(15))).toBeNull();
  });
  it('are not offered where the heading has a text of its own', () => {
    expect(meant([[1, 'parents']], false, lejr(3, 'Her er programmet.\n\n'))).toBeNull();
  });
  it('need a heading above', () => {
    expect(childrenMeant([], true)).toBeNull();
  });
  it('that did not match say nothing of why', () => {
    const [article] = articlesOf({ 'lejr.md': lejr(2) });
    const passage = article?.passages[0];
    if (article === undefined || passage === undefined) throw new Error('not read');
    const words = [{ share: 1, fields: ['parents'] }];
    const mass = 1;
    const first = {
      article,
      passage,
      score: 1,
      evidence: { words, parts: { a: 1 }, features: { mass } },
    } as unknown as Match;
    expect(childrenMeant([first], false)?.passages[1]?.evidence).toMatchObject({ words: [], parts: {} });
  });
});
