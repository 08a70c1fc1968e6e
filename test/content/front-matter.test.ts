import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/content/parse.ts';

const parse = (yaml: string, body = '# Netværk\n\nTekst\n') =>
  parseArticle('mappe/emne.md', `---\n${yaml}\n---\n${body}`);

const values: [title: string, yaml: string, expected: Record<string, unknown>][] = [
  ['keywords in one string', 'keywords: karriere, job', { keywords: ['karriere', 'job'] }],
  ['keywords as a list', 'keywords:\n  - karriere\n  - 2026', { keywords: ['karriere', '2026'] }],
  ['a quoted title with a colon', 'title: "Netværk: en guide"', { title: 'Netværk: en guide' }],
  ['a number as title', 'title: 2026', { title: '2026' }],
  ['a language', 'lang: da-DK', { lang: 'da-DK' }],
  ['an address', 'url: https://example.org/a', { url: 'https://example.org/a' }],
  ['dates', 'updated: 2026-01-02\nreview_by: 2027-01-02', { updated: '2026-01-02', reviewBy: '2027-01-02' }],
  ['unknown keys, let be', 'forfatter: Ida\ntags: [a]', { title: 'Netværk' }],
  ['nothing', '', { title: 'Netværk', keywords: [], lang: null }],
];

describe('front matter', () => {
  it.each(values)('may hold %s', (_, yaml, expected) => {
    const { article, problems } = parse(yaml);
    expect(article).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    ['an address without a scheme', 'url: example.org'],
    ['a script address', 'url: "javascript:alert(1)"'],
    ['a day that is none', 'updated: i går'],
    ['a language that is none', 'lang: "dansk sprog"'],
    ['keywords in an object', 'keywords: { a: 1 }'],
  ])('is ignored, with a warning, where it holds %s', (_, yaml) => {
    const { problems, passages } = parse(`title: T\n${yaml}`);
    expect(problems).toMatchObject([{ code: 'front-matter-value', severity: 'warning', line: 3 }]);
    expect(passages).toHaveLength(1);
  });

  it.each([
    ['a tab', 'title:\n\t- a'],
    ['one key twice', 'title: a\ntitle: b'],
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]'],
    ['a mere text', 'bare tekst'],
  ])('is a problem where it holds %s; the text still loads', (_, yaml) => {
    const { problems, passages } = parse(yaml);
    expect(problems).toMatchObject([{ code: 'front-matter-syntax', severity: 'error' }]);
    expect(passages.map(({ heading }) => heading)).toEqual(['Netværk']);
  });

  it('may hold blank lines and comments that look like headings', () => {
    const { article, passages } = parse('title: T\n\n# en bemærkning\nlang: da');
    expect(article).toMatchObject({ title: 'T', lang: 'da' });
    expect(passages).toHaveLength(1);
  });

  it('gives way to the first heading, then to the file name, for the title', () => {
    expect(parse('lang: da').article.title).toBe('Netværk');
    expect(parse('lang: da', 'Tekst\n').article.title).toBe('emne');
  });
});
