import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { createAnswers } from '../../src/answers/create.ts';
import { decide, decidePinned, thresholds } from '../../src/answers/decide.ts';
import type { Answers } from '../../src/answers/service.ts';
import { pinService, type PinService } from '../../src/curation/pins/service.ts';
import type { NearPin, PinMatches, PinView } from '../../src/curation/pins/pin.ts';
import { openLibrary, type Library } from '../../src/knowledge/library.ts';
import type { Ranking } from '../../src/knowledge/ranking.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { server } from '../store/pin.ts';

const club = `# Klubben

## Hvornår er der træning?
<!-- questions
- træningstider
-->

Seniorerne træner mandag kl. 19 i hallen.

## Hvad koster det at være medlem?

Det koster 200 kr. om året.

## Hvor foregår træningen?

På bane 3 bag huset.
`;

let folder: string;
let store: Store;
let library: Library;
let pins: PinService;
let answers: Answers;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svar-decide-'));
  writeFileSync(join(folder, 'klubben.md'), club);
  library = await openLibrary({ dir: folder, watches: false, told: () => undefined });
  store = await openStore({ engine: 'sqlite', path: join(folder, 'data', 'svar.db') });
  pins = pinService(store.pins, () => library.current(), pino({ level: 'silent' }));
  answers = createAnswers(library, null, pins, null);
});
afterEach(async () => {
  await pins.close();
  await store.close();
  await library.close();
  rmSync(folder, { recursive: true });
});

const pin = async (question: string, text: string, ...phrasings: string[]): Promise<void> => {
  const outcome = await pins.add(server, { question, phrasings, target: null, text }, null);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
};
/** What a question gets in the server: `📌` and the pinned question, a heading, or the kind of answer. */
async function got(text: string): Promise<string> {
  const answer = await answers.ask({ text, server });
  if (answer.kind === 'pinned') return `📌 ${answer.pin.question}`;
  return answer.kind === 'found' ? answer.match.passage.heading : answer.kind;
}

describe('a pin', () => {
  it.each([
    'Hvornår er der træning?',
    'hej, hvornår er der træning',
    'træning',
    'hvornår træner man',
    'træningstider',
  ])('that answers a passage otherwise answers whatever finds that passage: "%s"', async (question) => {
    expect(await got(question)).toBe('Hvornår er der træning?');
    await pin('Hvornår er der træning?', 'Kun onsdag i denne uge.');
    expect(await got(question)).toBe('📌 Hvornår er der træning?');
  });

  it('that is asked by a phrasing of a passage takes it over, too', async () => {
    await pin('Træningstider', 'Kun onsdag i denne uge.');
    expect(await got('hvornår er der træning for senior')).toBe('📌 Træningstider');
  });

  it('leaves other questions on its topic alone', async () => {
    await pin('Hvornår er der træning?', 'Kun onsdag i denne uge.');
    expect(await got('hvor foregår træningen')).toBe('Hvor foregår træningen?');
    expect(await got('hvad koster det at være medlem')).toBe('Hvad koster det at være medlem?');
  });

  it.each(['is parking free', 'parking', 'is there any parking?'])(
    'is found in other words: "%s"',
    async (question) => {
      await pin('Is there parking?', 'Yes, behind the house. It is free.', 'parking');
      expect(await got(question)).toBe('📌 Is there parking?');
    },
  );

  it('that may be meant stands among the suggestions, alone if need be', async () => {
    await pin('Kan man få en kvittering?', 'Ja.');
    const answer = await answers.ask({ text: 'jeg mangler en kvittering', server });
    expect(answer).toMatchObject({
      kind: 'unsure',
      pins: [{ question: 'Kan man få en kvittering?' }],
    });
    expect(await answers.ask({ text: 'jeg mangler en kvittering', server: null })).toMatchObject({
      kind: 'unknown',
    });
  });

  it('is completed once, and its passage not beside it', async () => {
    await pin('hvornår er der træning', 'Kun onsdag.');
    const completed = await answers.complete('hvornår er', { server, language: 'da', limit: 10 });
    expect(completed.map(({ label, pinned }) => [label, pinned])).toEqual([['hvornår er der træning', true]]);
  });
});

const match = (heading: string): Ranking['matches'][number] => {
  const snapshot = library.current();
  const found = snapshot.explain(snapshot.read(heading), `klubben.md#${heading}`);
  if (found === null) throw new Error(heading);
  return found;
};
const view = (id: string): PinView => ({
  id,
  question: id,
  phrasings: [],
  target: null,
  passageId: null,
  markdown: '',
  state: 'own',
  createdAt: new Date(0),
  updatedAt: new Date(0),
});
const near = (
  id: string,
  confidence: number,
  covered: number = thresholds.covered,
  alike: number = thresholds.alike,
): NearPin => ({ pin: view(id), confidence, covered, alike });
const ranking = (confidence: number, ...headings: string[]): Ranking => ({
  question: 'q',
  language: 'da',
  confidence,
  nearness: confidence,
  matches: headings.map(match),
  distinct: headings.map(match),
  offered: headings.map(match),
  metRareWord: true,
});
const matches = (given: Partial<PinMatches>): PinMatches => ({
  same: null,
  near: [],
  of: () => null,
  ...given,
});

describe('the decision', () => {
  const first = 'Hvornår er der træning?';
  const second = 'Hvad koster det at være medlem?';
  const third = 'Hvor foregår træningen?';
  const { found, pinned, covered, alike, offered, unsure } = thresholds;

  it('gives the very question its pin, whatever the articles say', () => {
    expect(decidePinned(ranking(1, first), matches({ same: view('a') }))).toMatchObject({
      kind: 'pinned',
      confidence: 1,
      pin: { id: 'a' },
    });
    expect(decidePinned(ranking(1, first), null)).toBeNull();
  });

  it('lets a pin take a passage over from where it would be posted', () => {
    const of: PinMatches['of'] = ({ heading }) => (heading === first ? view('a') : null);
    expect(decidePinned(ranking(found, first, second), matches({ of }))).toMatchObject({
      confidence: found,
      pin: { id: 'a' },
    });
    expect(decidePinned(ranking(found - 0.01, first, second), matches({ of }))).toBeNull();
    expect(decidePinned(ranking(1, second, first), matches({ of }))).toBeNull();
  });

  it.each([
    ['near enough', pinned, covered, alike, 0, true],
    ['not near enough', pinned - 0.01, covered, alike, 0, false],
    ['not covering enough', pinned, covered - 0.01, alike, 0, false],
    ['not alike enough', pinned, covered, alike - 0.01, 0, false],
    ['as near as a passage', 0.8, covered, alike, 0.8, true],
    ['less near than a passage', 0.8, covered, alike, 0.81, false],
  ])('gives the nearest pin when it is %s', (_, confidence, share, likeness, articles, isPinned) => {
    const kept = matches({
      near: [near('a', confidence, share, likeness), near('b', confidence, share, likeness)],
    });
    const answer = decidePinned(ranking(articles, first), kept);
    expect(answer?.pin.id ?? null).toBe(isPinned ? 'a' : null);
  });

  it('offers pins before passages, three in all, each once', () => {
    const of: PinMatches['of'] = ({ heading }) => (heading === first ? view('b') : null);
    const kept = matches({ near: [near('a', offered), near('b', offered), near('c', offered - 0.01)], of });
    const answer = decide(ranking(unsure, first, second, third), kept);
    if (answer.kind !== 'unsure') throw new Error(answer.kind);
    expect(answer.pins.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(answer.suggestions.map(({ passage }) => passage.heading)).toEqual([second]);
  });

  it('offers a pin alone, and a passage', () => {
    const kept = matches({ near: [near('a', offered)] });
    expect(decide(ranking(0, first), kept)).toMatchObject({ kind: 'unsure', suggestions: [] });
    expect(decide(ranking(unsure, first), matches({}))).toMatchObject({ kind: 'unsure', pins: [] });
    expect(decide(ranking(unsure, first)).kind).toBe('unsure');
    expect(decide(ranking(unsure)).kind).toBe('unknown');
    expect(decide(ranking(unsure, first, second))).toMatchObject({ kind: 'unsure', pins: [] });
    expect(decide(ranking(unsure - 0.01, first, second))).toMatchObject({ kind: 'unknown' });
    expect(decide(ranking(found, first), kept)).toMatchObject({ kind: 'found' });
  });
});
