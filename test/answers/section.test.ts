import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../src/answers/section.ts';
import { sourceOf } from '../../src/answers/source.ts';
import { examplesIn } from '../../src/answers/examples.ts';
import { completer } from '../../src/answers/complete.ts';
import type { Article } from '../../src/content/article.ts';
import { articlesOf } from '../knowledge/snapshot-of.ts';
import type { Located } from '../../src/knowledge/ranking.ts';

function article(id: string, markdown: string): Article {
  const [one] = articlesOf({ [id]: markdown });
  if (one === undefined) throw new Error(id);
  return one;
}
const locatedIn = (...articles: readonly Article[]): Located[] =>
  articles.flatMap((one) => one.passages.map((passage) => ({ article: one, passage })));
const lower = (text: string): string => text.toLowerCase();

describe('a heading without text of its own', () => {
  const one = article(
    'a.md',
    '# A\n\n## Priser\n\n### Senior\n\n800 kr.\n\n### Junior\n\n400 kr.\n\n## Tider\n\nTirsdag.\n\n### Sommer\n\nMandag.\n',
  );
  const two = article('b.md', '# B\n\n## PRISER\n\n### Leje\n\n100 kr.\n');
  const sections = () => sectionsOf([one, two], lower);
  it('holds what stands below it, in all articles', () => {
    expect(Array.from(sections().keys())).toEqual(['priser']);
    const section = sections().get('priser');
    expect(section?.heading).toBe('Priser');
    expect(section?.passages.map((located) => [located.article.id, located.passage.heading])).toEqual([
      ['a.md', 'Senior'],
      ['a.md', 'Junior'],
      ['b.md', 'Leje'],
    ]);
  });
  it('holds a passage once, however often it stands above it', () => {
    const twice = article('c.md', '# C\n\n## Mere\n\n### Mere\n\n#### D\n\nTekst.\n');
    expect(sectionsOf([twice], lower).get('mere')?.passages).toHaveLength(1);
  });
});

describe('where a passage stands', () => {
  it('is its article and the headings above, but for the title and those that only say FAQ', () => {
    const [before, below] = locatedIn(
      article(
        'a.md',
        '---\ntitle: A\n---\nFør.\n\n## A\n\n### Ofte stillede spørgsmål\n\n#### B\n\n##### C\n\nTekst.\n',
      ),
    );
    if (before === undefined || below === undefined) throw new Error('not read');
    expect(sourceOf(before)).toEqual(['A']);
    expect(sourceOf(below)).toEqual(['A', 'B']);
  });
});

const questions = (heading: string, ...more: string[]): string =>
  [heading, ...more].map((text) => `## ${text}\n\nTekst.\n`).join('\n');
const danish = article('a.md', questions('Hvad?', 'Overskrift', 'Hvor?', 'Hvad?'));
const languageOf = ({ id }: Article): string => (id === 'c.md' ? 'en' : 'da');
describe('examples', () => {
  const other = article('b.md', questions('Når?', 'Hvem? '));
  const english = article('c.md', questions('What？', 'Who؟'));
  const examples = (count: number, ...languages: string[]): readonly string[] =>
    examplesIn([danish, other, english], count, languages, languageOf);
  it('are taken from one article after another, each once', () => {
    expect(examples(9, 'da')).toEqual(['Hvad?', 'Når?', 'Hvor?', 'Hvem?']);
    expect(examples(3, 'da')).toEqual(['Hvad?', 'Når?', 'Hvor?']);
    expect(examples(0, 'da')).toEqual([]);
  });
  it('are of the first language that has any, else of all', () => {
    expect(examples(9, 'de', 'en', 'da')).toEqual(['What？', 'Who؟']);
    expect(examples(3, 'de')).toEqual(['Hvad?', 'Når?', 'What？']);
    expect(examples(2)).toEqual(['Hvad?', 'Når?']);
    expect(examplesIn([], 2, ['da'], languageOf)).toEqual([]);
  });
  it('are phrasings where a heading is no question, one a passage, none longer than people ask', () => {
    const long = `${'a'.repeat(89)}?`;
    const longer = `${'b'.repeat(90)}?`;
    const text = `## Pris\n<!-- questions\n- pris nu\n- Hvad koster det?\n- Hvad er prisen?\n-->\n\nJa.\n\n## ${long}\n\nJa.\n\n## ${longer}\n\nJa.\n`;
    expect(examplesIn([article('a.md', text)], 9, [], languageOf)).toEqual(['Hvad koster det?', long]);
  });
});

describe('completions', () => {
  const located = locatedIn(
    article(
      'a.md',
      '# Klubben\n\n## Senior\n\n### Priser\n\n800 kr.\n\n## Om bolden\n<!-- questions\n- priser på bolde\n-->\n\nRund.\n',
    ),
    article(
      'b.md',
      '# Hallen\n\n## Priser\n\n100 kr.\n\n## Leje af hal\n\nJa.\n\n## Langboldspriser\n\nJa.\n',
    ),
    article('c.md', '# Club\n\n## Priser here\n\n9 kr.\n'),
  );
  const all = () => completer(located, lower, ({ article: { id } }) => (id === 'c.md' ? 'en' : 'da'));
  const labels = (typed: string, language = 'da', limit = 9): string[] =>
    all()
      .complete(typed, language, limit)
      .map(({ label, source }) => `${label} · ${source ?? ''}`);
  it('begin with what was typed, then hold its words, then parts of them, headings before phrasings', () => {
    expect(labels(' PRISER ')).toEqual([
      'Priser · Klubben › Senior',
      'Priser · Hallen',
      'priser på bolde · Klubben',
      'Langboldspriser · Hallen',
      'Priser here · Club',
    ]);
    expect(labels('priser', 'en')[0]).toBe('Priser here · Club');
    expect(labels('priser', 'da', 1)).toEqual(['Priser · Klubben › Senior']);
    expect(labels('bold')).toEqual([
      'Om bolden · Klubben',
      'priser på bolde · Klubben',
      'Langboldspriser · Hallen',
    ]);
    expect(labels('bold pris')).toEqual(['priser på bolde · Klubben', 'Langboldspriser · Hallen']);
    expect(labels('hal af')).toEqual(['Leje af hal · Hallen']);
    expect(labels('xyz')).toEqual([]);
    expect(labels('', 'da', 3)).toHaveLength(3);
  });
  it('begin with what was typed before they hold it, whatever stands first and however it is typed', () => {
    const order = article(
      'o.md',
      '# O\n\n## Om leje\n\nJa.\n\n## Leje af hal\n\nJa.\n\n## Mere leje\n\nJa.\n',
    );
    const of = completer(locatedIn(order), lower, () => 'da');
    for (const typed of ['leje', '  leje ', 'LEJE'])
      expect(of.complete(typed, 'da', 9).map(({ label }) => label)).toEqual([
        'Leje af hal',
        'Om leje',
        'Mere leje',
      ]);
  });
  it('say whether another passage has the same words', () => {
    const [senior, ball] = located;
    if (senior === undefined || ball === undefined) throw new Error('not read');
    expect(all().headingOf(senior)).toEqual({
      label: 'Priser',
      source: 'Klubben › Senior',
      passage: senior.passage,
      pinned: false,
      isShared: true,
    });
    expect(all().headingOf(ball)).toEqual({
      label: 'Om bolden',
      source: 'Klubben',
      passage: ball.passage,
      pinned: false,
      isShared: false,
    });
  });
  it('are not shared by one passage that says the same twice', () => {
    const [same] = locatedIn(article('d.md', '# D\n\n## E?\n<!-- questions\n- e?\n-->\n\nJa.\n'));
    if (same === undefined) throw new Error('not read');
    expect(completer([same], lower, () => 'da').headingOf(same).isShared).toBe(false);
  });
  it('look at 400 that fit before they choose', () => {
    const many = article(
      'e.md',
      Array.from({ length: 401 }, (_, n) => `## x${n === 400 ? ' last' : ` a x${String(n)}`}\n\nJa.\n`).join(
        '\n',
      ),
    );
    const of = completer(locatedIn(many), lower, () => 'da');
    expect(of.complete('x', 'da', 999)).toHaveLength(400);
    expect(of.complete('x last', 'da', 9).map(({ label }) => label)).toEqual(['x last']);
  });
});
