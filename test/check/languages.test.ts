import { beforeAll, describe, expect, it } from 'vitest';
import { languageFindings } from '../../src/check/languages.ts';
import {
  missedTests,
  repeatedQuestions,
  sharedPhrasings,
  stolenPhrasings,
} from '../../src/check/questions.ts';
import { buildSnapshot, type BuildSnapshot, type Snapshot } from '../../src/knowledge/snapshot.ts';
import { articlesOf, snapshotOf } from '../knowledge/snapshot-of.ts';

const front = '---\nlang: da\n---\n';
const club = `${front}# Klubben

## Hvad koster det?
<!-- questions
- Hvad er kontingentet?
- Er der bad?
-->
<!-- tests
- Hvad er prisen på kontingentet?
- Er der bad i hallen?
- Findes der flodheste?
-->

Kontingentet er 200 kr. om året.

## Hvornår?

Tirsdag.

### Eksempel

Et.

## hvad koster det

Det samme.

### Eksempel

To.
`;
const hall = `${front}# Hallen

## Er der bad?
<!-- questions
- Kan jeg tage brusebad?
- Hvad er kontingentet?
-->

Ja, der er bad i hallen.

## Eksempel

Tre.
`;
const files = { 'klubben.md': club, 'hallen.md': hall };
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(files);
});
const line = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

const shared = (phrasing: string, file: string, text: string, other: string) => ({
  code: 'phrasing-shared',
  severity: 'warning',
  file,
  line: line(text, `- ${phrasing}`),
  parameters: { phrasing, other },
});
describe('questions of an article', () => {
  it('that are repeated are named with the first', () => {
    const [klubben, hallen] = snapshot.content.articles;
    if (klubben === undefined || hallen === undefined) throw new Error('not read');
    expect(repeatedQuestions(klubben, snapshot)).toEqual([
      {
        code: 'question-repeated',
        severity: 'warning',
        file: 'klubben.md',
        line: line(club, '## hvad koster det'),
        parameters: { heading: 'hvad koster det', firstLine: line(club, '## Hvad koster det?') },
      },
    ]);
    expect(repeatedQuestions(hallen, snapshot)).toEqual([]);
  });
  it('that another passage asks are named with it, headings before phrasings', () => {
    expect(sharedPhrasings(snapshot.content, snapshot)).toEqual([
      shared('Er der bad?', 'klubben.md', club, 'Er der bad? (hallen.md)'),
      shared('Hvad er kontingentet?', 'hallen.md', hall, 'Hvad koster det? (klubben.md)'),
    ]);
  });
  it('that ought to be found and are not are named with what is found instead', () => {
    const missed = missedTests(snapshot.content, snapshot);
    expect(missed.map(({ severity, file, line: at }) => [severity, file, at])).toEqual([
      ['error', 'klubben.md', line(club, '- Er der bad i hallen?')],
      ['error', 'klubben.md', line(club, '- Findes der flodheste?')],
    ]);
    expect(missed.map(({ parameters }) => parameters)).toMatchObject([
      {
        question: 'Er der bad i hallen?',
        heading: 'Hvad koster det?',
        instead: 'Er der bad? (hallen.md)',
        missing: 'hallen',
      },
      { question: 'Findes der flodheste?', heading: 'Hvad koster det?', instead: null, missing: 'flodheste' },
    ]);
  });
});

const list = (count: number): string =>
  Array.from({ length: count }, (_, n) => `- f${String(n)}?\n`).join('');
const stolen = (file: string, text: string, phrasing: string, heading: string, by: string) => ({
  code: 'phrasing-stolen',
  severity: 'warning',
  file,
  line: line(text, `- ${phrasing}`),
  parameters: { phrasing, heading, by },
});
/** How many phrasings each passage has in each of the rounds. */
async function rounds(of: Snapshot['content']): Promise<{ counts: number[][]; findings: unknown[] }> {
  const counts: number[][] = [];
  const build: BuildSnapshot = (content) => {
    counts.push(
      content.articles.flatMap(({ passages }) => passages.map(({ phrasings }) => phrasings.length)),
    );
    return Promise.resolve(snapshot);
  };
  return { counts, findings: Array.from(await stolenPhrasings(of, build, {})) };
}

const articleOf = (count: number) =>
  articlesOf({ 'a.md': `## A?\n${count === 0 ? '' : `<!-- questions\n${list(count)}-->\n`}\nJa.\n` });

describe('phrasings taken out in turn', () => {
  it('are as many rounds as an entry has phrasings, one less in each', async () => {
    const { counts } = await rounds(snapshot.content);
    expect(counts).toEqual([
      [1, 0, 0, 0, 0, 1, 0],
      [1, 0, 0, 0, 0, 1, 0],
    ]);
  });
  it('are no rounds where there are none, and no more than twenty', async () => {
    expect((await rounds({ articles: articleOf(0), problems: [], hash: '' })).counts).toEqual([]);
    expect((await rounds({ articles: articleOf(25), problems: [], hash: '' })).counts).toHaveLength(20);
  });
  it('are named where another passage answers them then', async () => {
    const bath = 'Er der bad?';
    const price = 'Hvad koster det?';
    expect(await stolenPhrasings(snapshot.content, buildSnapshot, {})).toEqual([
      stolen('klubben.md', club, 'Hvad er kontingentet?', price, `${bath} (hallen.md)`),
      stolen('klubben.md', club, bath, price, `${bath} (hallen.md)`),
      stolen('hallen.md', hall, 'Hvad er kontingentet?', bath, `${price} (klubben.md)`),
    ]);
  });
});

const section = (heading: string, language: string) => ({
  heading,
  headingLanguage: language,
  textLanguage: language,
});
const found = (text: string): unknown[] => articlesOf({ 'a.md': text }).flatMap(languageFindings);
describe('sections in several languages', () => {
  const danish =
    '## Hvordan får jeg et kort?\n\nDu kan hente det på siden, og så er det der, hvor det skal være.\n\n';
  const english =
    '## How do I invite a friend?\n\nOpen the list of players and press the sign. It is what you need.\n\n';
  it('are named with the commonest', () => {
    expect(found(`${danish}${english}${danish.replace('kort', 'hus')}`)).toEqual([
      {
        code: 'languages-mixed',
        severity: 'warning',
        file: 'a.md',
        line: 5,
        parameters: {
          main: 'da',
          sections: [
            section('Hvordan får jeg et kort?', 'da'),
            section('How do I invite a friend?', 'en'),
            section('Hvordan får jeg et hus?', 'da'),
          ],
        },
      },
    ]);
  });
  it('are nothing in one language', () => {
    expect(found(danish)).toEqual([]);
    expect(found(english)).toEqual([]);
    expect(found('## Minecraft\n\nDiscord, OBS Studio.\n')).toEqual([]);
  });
});
