import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

const articles: Readonly<Record<string, string>> = {
  'da/holdene.md': `---
title: Holdene
lang: da
---
## Senior
### Priser
Seniorer betaler 900 kroner.
### Hvor er omklædningen?
<!-- questions
- Hvor klæder seniorerne om?
-->
I kælderen.
## Ungdom
### Priser
Unge betaler 500 kroner.
## Hvornår er der træning?
Tirsdag.
## Hvor kan jeg parkere min cykel?
Bag hallen.
## Hvem kan ansøge?
Alle med en portfolio.
`,
  'en/club.md': `---
title: The club
lang: en
---
## Hvor is a Danish word
It means where.
## Where can I park?
Behind the hall.
## How do I apply?
Send your portfolio to us.
`,
};

let folder: string;
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-complete-'));
  for (const [name, markdown] of Object.entries(articles)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), markdown);
  }
  app = await openApp(readConfig({ LOG_LEVEL: 'silent', CONTENT_DIR: folder }, folder), { watches: false });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const completed = async (typed: string, language = 'da', limit = 25): Promise<readonly string[]> =>
  (await app.answers.complete(typed, { server: null, language, limit })).map(
    ({ label, source }) => `${label} · ${source ?? ''}`,
  );

describe('completions', () => {
  it('put beginnings before words inside', async () => {
    expect(await completed('park')).toEqual([
      'Hvor kan jeg parkere min cykel? · Holdene',
      'Where can I park? · The club',
    ]);
    expect(await completed('where', 'en')).toContain('Where can I park? · The club');
  });
  it('tell equal headings apart by where they stand, and mark them', async () => {
    const found = await app.answers.complete('priser', { server: null, language: 'da', limit: 25 });
    expect(found.slice(0, 2).map(({ label, source, isShared }) => ({ label, source, isShared }))).toEqual([
      { label: 'Priser', source: 'Holdene › Senior', isShared: true },
      { label: 'Priser', source: 'Holdene › Ungdom', isShared: true },
    ]);
    expect(new Set(found.map(({ passage }) => passage?.hash)).size).toBe(found.length);
  });
  it('leave a heading alone that no other passage has', async () => {
    const [first] = await app.answers.complete('hvornår', { server: null, language: 'da', limit: 25 });
    expect(first).toMatchObject({ label: 'Hvornår er der træning?', source: 'Holdene', isShared: false });
  });
  it('put headings before phrasings', async () => {
    expect(await completed('hvor')).toEqual([
      'Hvor er omklædningen? · Holdene',
      'Hvornår er der træning? · Holdene',
      'Hvor kan jeg parkere min cykel? · Holdene',
      'Hvor klæder seniorerne om? · Holdene',
      'Hvor is a Danish word · The club',
    ]);
  });
  it('put the reader’s language first', async () => {
    expect((await completed('hvor', 'en-GB'))[0]).toBe('Hvor is a Danish word · The club');
    expect((await completed('hvor', 'da'))[0]).toBe('Hvor er omklædningen? · Holdene');
  });
  it.each([
    ['words inside', 'min cykel', 'Hvor kan jeg parkere min cykel? · Holdene'],
    ['beginnings of words', 'park cyk', 'Hvor kan jeg parkere min cykel? · Holdene'],
    ['parts of words', 'klædning', 'Hvor er omklædningen? · Holdene'],
    ['a phrasing', 'seniorerne', 'Hvor klæder seniorerne om? · Holdene'],
    ['a typing error', 'hvornår er der trænign', 'Hvornår er der træning? · Holdene'],
    [
      'a frame around it',
      'er der nogen der ved hvor man parkerer',
      'Hvor kan jeg parkere min cykel? · Holdene',
    ],
    ['another form of the word', 'cykler', 'Hvor kan jeg parkere min cykel? · Holdene'],
  ])('find %s', async (_, typed, wanted) => {
    expect(await completed(typed)).toContain(wanted);
  });
  it('put the reader’s language first, too, where it is only meant', async () => {
    expect(await completed('portfolio', 'en')).toEqual([
      'How do I apply? · The club',
      'Hvem kan ansøge? · Holdene',
    ]);
    expect(await completed('portfolio', 'da')).toEqual([
      'Hvem kan ansøge? · Holdene',
      'How do I apply? · The club',
    ]);
  });
  it('are none where nothing is meant', async () => {
    expect(await completed('rugbrødsopskrift')).toEqual([]);
    expect(await completed('zx')).toEqual([]);
  });
  it('are no more than asked for, each once', async () => {
    expect(await completed('hvor', 'da', 2)).toHaveLength(2);
    const all = await completed('hvornår er der træning');
    expect(new Set(all).size).toBe(all.length);
  });
  it('offer headings before anything is typed', async () => {
    expect(await completed('')).toContain('Hvornår er der træning? · Holdene');
  });
});

describe('examples', () => {
  it('are in the reader’s language where there are any', () => {
    expect(app.answers.examples(2, ['en-GB', 'en'])).toEqual(['Where can I park?', 'How do I apply?']);
    expect(app.answers.examples(1, ['da'])).toEqual(['Hvor er omklædningen?']);
  });
  it('are in whichever there are else', () => {
    expect(app.answers.examples(9, ['de'])).toContain('Where can I park?');
    expect(app.answers.examples(9, ['de'])).toContain('Hvornår er der træning?');
    expect(app.answers.examples(0)).toEqual([]);
  });
  it('are of the second language that a reader reads where the first has none', () => {
    expect(app.answers.examples(1, ['de', 'en'])).toEqual(['Where can I park?']);
  });
});
