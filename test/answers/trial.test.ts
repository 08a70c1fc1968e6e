import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswers } from '../../src/answers/create.ts';
import type { Answers } from '../../src/answers/service.ts';
import { tryQuestion } from '../../src/answers/trial.ts';
import { pinService, type PinService } from '../../src/curation/pins/service.ts';
import { openLibrary, type Library } from '../../src/knowledge/library.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { server } from '../store/pin.ts';

const club = `---
lang: da
---
# Klubben

## Hvad koster det at være medlem?

Det koster 200 kr. om året.

## Stævner

### Forårsstævnet

I april.

### Efterårsstævnet

I oktober.

## Senior
### Priser
Seniorer betaler 900 kroner.
## Ungdom
### Priser
Unge betaler 500 kroner.
`;

let folder: string;
let store: Store;
let library: Library;
let pins: PinService;
let answers: Answers;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svar-trial-'));
  writeFileSync(join(folder, 'klubben.md'), club);
  library = await openLibrary({ dir: folder, watches: false, told: () => undefined });
  store = await openStore({ engine: 'sqlite', path: join(folder, 'data', 'svar.db') });
  pins = pinService(store.pins, () => library.current(), pino({ level: 'silent' }));
  answers = createAnswers(library, null, pins, null);
});
afterAll(async () => {
  await pins.close();
  await store.close();
  await library.close();
  rmSync(folder, { recursive: true });
});

const hashOf = (id: string): string => answers.findById(id)?.passage.hash ?? '';

describe('what a question comes to now', () => {
  it('is the passage that is posted', async () => {
    const trial = await tryQuestion(answers, 'hvad koster det at være medlem', server);
    expect(trial).toMatchObject({
      kind: 'found',
      target: hashOf('klubben.md#Hvad koster det at være medlem?'),
      nearest: { passage: { heading: 'Hvad koster det at være medlem?' } },
    });
  });
  it('is an answer, but no passage, where a heading is named that others stand below', async () => {
    expect(await tryQuestion(answers, 'stævner', server)).toEqual({
      kind: 'found',
      target: null,
      nearest: null,
    });
  });
  it('is the first suggestion where nobody can tell', async () => {
    expect(await tryQuestion(answers, 'priser', server)).toMatchObject({
      kind: 'unsure',
      target: null,
      nearest: { passage: { id: 'klubben.md#Priser' } },
    });
  });
  it('is nothing where nothing is met', async () => {
    expect(await tryQuestion(answers, 'hvordan bager man rugbrød', server)).toEqual({
      kind: 'unknown',
      target: null,
      nearest: null,
    });
  });
  it('is the pin that answers, which is not counted as used', async () => {
    const before = await tryQuestion(answers, 'hvem vasker tøjet', server);
    expect(before.kind).not.toBe('pinned');
    const hash = hashOf('klubben.md#Forårsstævnet');
    const asked = { question: 'Hvem vasker tøjet?', phrasings: [], target: hash, text: '' };
    const added = await pins.add(server, asked, null);
    if (!added.ok) throw new Error(added.problem.kind);
    const trial = await tryQuestion(answers, 'hvem vasker tøjet', server);
    expect(trial.kind).toBe('pinned');
    expect(trial.target).toMatch(/^p[0-9a-f]{12}$/u);
    expect(trial.nearest?.passage.heading).toBe('Forårsstævnet');
  });
});

describe('a heading that others stand below', () => {
  it('is answered with them, in order, and says whose they are', async () => {
    const answer = await answers.ask({ text: 'stævner', server });
    expect(answer).toMatchObject({ kind: 'unsure', section: 'Stævner' });
    const headings = answer.kind === 'unsure' ? answer.suggestions.map(({ passage }) => passage.heading) : [];
    expect(headings).toEqual(expect.arrayContaining(['Efterårsstævnet']));
  });
});

const completed = async (typed: string, where = true): Promise<readonly string[]> =>
  (await answers.complete(typed, { server: where ? server : null, language: 'da', limit: 25 })).map(
    ({ label, pinned }) => `${pinned ? '📌 ' : ''}${label}`,
  );
const spring = (labels: readonly string[]): readonly string[] =>
  labels.filter((label) => label.includes('Forår'));

describe('what is completed in a server', () => {
  it('has a heading that is pinned once, as the pin', async () => {
    const asked = { question: 'Forårsstævnet', phrasings: [], target: null, text: 'I maj i år.' };
    const added = await pins.add(server, asked, null);
    if (!added.ok) throw new Error(added.problem.kind);
    expect(spring(await completed('forårs'))).toEqual(['📌 Forårsstævnet']);
    expect(spring(await completed('forårs', false))).toEqual(['Forårsstævnet']);
  });
  it('is in other words only from three letters on', async () => {
    expect(await completed('kr')).toEqual([]);
  });
});
