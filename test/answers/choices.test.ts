import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswers } from '../../src/answers/create.ts';
import type { Answer } from '../../src/answers/answer.ts';
import type { Answers } from '../../src/answers/service.ts';
import { serverSettings, type ServerSettings } from '../../src/curation/settings.ts';
import { openLibrary, type Library } from '../../src/knowledge/library.ts';
import { openStore } from '../../src/store/open.ts';
import type { ServerId } from '../../src/store/server.ts';
import type { Json, Store } from '../../src/store/store.ts';
import { value } from '../store/contract-value.ts';
import { server } from '../store/pin.ts';

const other = '300000000000000300' as ServerId;

const files = {
  'klub/medlem.md': `---
title: Medlemskab
lang: da
---
## Hvordan melder jeg mig ind?
Skriv til kassereren.

## Hvad koster det at være medlem?
500 kroner om året. Studerende betaler det halve.

## Hvornår er der træning?
Tirsdag klokken 18.

## Hvor foregår træningen?
I hallen på Skolevej.
`,
  'spil/server.md': `---
title: Spilserveren
lang: da
---
## Hvordan får jeg whitelist?
Skriv dit spillernavn i kanalen.

## Hvad koster en rank?
Fra 40 kroner.
`,
};

let folder: string;
let store: Store;
let library: Library;
let settings: ServerSettings;
let answers: Answers;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svar-choices-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  library = await openLibrary({ dir: folder, watches: false, told: () => undefined });
  store = await openStore({ engine: 'sqlite', path: join(folder, 'data', 'svar.db') });
  settings = serverSettings(store.settings);
  answers = createAnswers(library, null, null, settings);
});
afterAll(async () => {
  await store.close();
  await library.close();
  rmSync(folder, { recursive: true });
});

const got = (answer: Answer): string =>
  answer.kind === 'found' ? answer.match.passage.heading : answer.kind;
const ask = async (text: string, of: ServerId | null): Promise<string> =>
  got(await answers.ask({ text, server: of }));
const choose = async (name: 'folders' | 'caution', chosen: Json): Promise<string> =>
  value(await settings.change(server, name, chosen)).id;

describe('a server that reads some folders', () => {
  it('is answered, completed and shown nothing of the others, until that is undone', async () => {
    const id = await choose('folders', ['spil']);
    expect(await ask('hvordan får jeg whitelist', server)).toBe('Hvordan får jeg whitelist?');
    expect(await ask('hvornår er der træning', server)).toBe('unknown');
    expect(await ask('hvornår er der træning', other)).toBe('Hvornår er der træning?');
    const own = await answers.within(server);
    expect(own.content().articles.map(({ title }) => title)).toEqual(['Spilserveren']);
    const training = answers.content().articles[0]?.passages[2]?.hash ?? '';
    expect(answers.find(training)?.passage.heading).toBe('Hvornår er der træning?');
    expect(own.find(training)).toBeNull();
    const completed = await answers.complete('hv', { server, language: 'da', limit: 10 });
    expect(completed.map(({ label }) => label)).toEqual([
      'Hvordan får jeg whitelist?',
      'Hvad koster en rank?',
    ]);
    expect(own.examples(5).every((text) => completed.some(({ label }) => label === text))).toBe(true);
    value(await settings.undo(server, id));
    expect(await ask('hvornår er der træning', server)).toBe('Hvornår er der træning?');
  });

  it('reads no folder whose name only begins alike, and nothing where all are gone', async () => {
    const id = await choose('folders', ['klu', 'spil/server.md']);
    expect((await answers.within(server)).content().articles).toEqual([]);
    expect(await ask('hvornår er der træning', server)).toBe('unknown');
    value(await settings.undo(server, id));
  });

  it('may choose among the folders that hold articles', () => {
    expect(answers.folders()).toEqual(['klub', 'spil']);
  });
});

describe('a server that moves the bars', () => {
  it('is answered more, or less', async () => {
    const order = ['unknown', 'unsure', 'found'];
    const texts = [
      'hvad med studerende?',
      'træning i hallen',
      'hvor skriver jeg mig ind',
      'hvad koster en whitelist',
      'hvornår er kassereren der',
      'betaler man det halve',
    ];
    const given = new Map<string, number[]>(texts.map((text) => [text, []]));
    for (const caution of [0, 0.5, 1]) {
      await choose('caution', caution);
      for (const text of texts) {
        given.get(text)?.push(order.indexOf((await answers.ask({ text, server })).kind));
      }
    }
    await choose('caution', null);
    const kinds = Array.from(given.values());
    expect(kinds).toEqual(kinds.map((each) => each.toSorted((a, b) => b - a)));
    expect(kinds.some((each) => new Set(each).size > 1)).toBe(true);
  });
});

describe('a change', () => {
  it('cannot be taken back once it was changed again, and taking it back can be taken back', async () => {
    const first = await choose('caution', 1);
    const second = await choose('caution', 0);
    expect(value(await settings.undo(server, first))).toBeNull();
    const undone = value(await settings.undo(server, second));
    expect((await settings.of(server)).caution).toBe(1);
    expect(value(await settings.undo(server, undone?.id ?? ''))).not.toBeNull();
    expect((await settings.of(server)).caution).toBe(0);
    expect(value(await settings.undo(server, 'nonsense'))).toBeNull();
    expect(value(await settings.undo(other, second))).toBeNull();
    await choose('caution', null);
  });
});

const club = (heading: string): readonly string[] => [heading, 'Medlemskab'];
describe('what follows on an answer', () => {
  it.each([
    [['Hvordan får jeg whitelist?', 'Spilserveren'], 'og hvad koster det?', 'Hvad koster en rank?'],
    [club('Hvordan melder jeg mig ind?'), 'og hvad koster det?', 'Hvad koster det at være medlem?'],
    [club('Hvad koster det at være medlem?'), 'og for studerende?', 'Hvad koster det at være medlem?'],
    [club('Hvornår er der træning?'), 'og hvor?', 'Hvor foregår træningen?'],
    [club('Hvor foregår træningen?'), 'hvornår?', 'Hvornår er der træning?'],
    // Sure by itself, whatever was talked of.
    [['Hvad koster en rank?', 'Spilserveren'], 'hvornår er der træning?', 'Hvornår er der træning?'],
    // Only what was talked of before would answer.
    [club('Hvad koster det at være medlem?'), 'hvordan gør jeg?', 'unknown'],
    [club('Hvor foregår træningen?'), 'kan man få mad?', 'unknown'],
  ])('leans on %j: %s → %s', async (about, text, wanted) => {
    expect(got(await answers.ask({ text, server: null, about }))).toBe(wanted);
  });

  it('leans on nothing where it says in many words what it is about', async () => {
    const text = 'kan jeg få lov til at tage min hund med på arbejde';
    const about = club('Hvornår er der træning?');
    expect(await answers.ask({ text, server: null, about })).toEqual(
      await answers.ask({ text, server: null }),
    );
  });
});
