import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decideSection,
  barsAt,
  decide,
  decidePinned,
  rankingLength,
  thresholds,
} from '../../src/answers/decide.ts';
import { sourceOf } from '../../src/answers/source.ts';
import { loadSnapshot } from '../../src/knowledge/load-snapshot.ts';
import type { PinMatches, PinView } from '../../src/curation/pins/pin.ts';
import type { Match, Ranking } from '../../src/knowledge/ranking.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';

const teams = `---
lang: da
---

# Holdene

## Senior

Seniorer træner tirsdag.

### Priser

Det koster 800 kr. om året.

### Kontakt

Skriv til Bo på bo@klub.dk.

## Ungdom

Ungdom træner mandag.

### Priser

Ungdomsspillere betaler 400 kr. om året.

### Kontakt

Skriv til Ane på ane@klub.dk.

## Ofte stillede spørgsmål

### Hvornår starter sæsonen?

Sæsonen starter i august.
`;
const days = ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lørdag', 'Søndag'];
const camp = `---
lang: da
---

# Sommerlejren

## Programmet dag for dag

${days.map((day) => `### ${day}\n\nVi begynder klokken ni med morgenmad.`).join('\n\n')}

## Praktisk

Husk regntøj.

### Pris

Lejren koster 900 kr.
`;
const house = `---
lang: da
---

# Klubhuset

## Kontakt

Ring til klubhuset på 12 34 56 78.

## Leje

Lokalet kan lejes om lørdagen.
`;

let folder: string;
let snapshot: Snapshot;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-decide-'));
  await writeFile(join(folder, 'holdene.md'), teams);
  await writeFile(join(folder, 'klubhuset.md'), house);
  await writeFile(join(folder, 'lejr.md'), camp);
  snapshot = await loadSnapshot(folder, {});
});
afterAll(() => rm(folder, { recursive: true }));

const rankingOf = (question: string): Ranking => snapshot.rank(snapshot.read(question), rankingLength);
const placesOf = (matches: readonly Match[]): readonly string[] =>
  matches.map((match) => sourceOf(match).join(' › '));

describe('equal headings', () => {
  it.each([
    ['priser', ['Holdene › Senior', 'Holdene › Ungdom']],
    ['hvad er priserne', ['Holdene › Senior', 'Holdene › Ungdom']],
    ['kontakt', ['Holdene › Senior', 'Holdene › Ungdom', 'Klubhuset']],
  ])('that "%s" does not tell apart are asked about', (question, places) => {
    const answer = decide(rankingOf(question));
    expect(answer.kind).toBe('unsure');
    expect(placesOf(answer.kind === 'unsure' ? answer.suggestions : [])).toEqual(places);
  });
  it.each([
    ['priser for ungdom', 'Holdene › Ungdom'],
    ['kontakt til Bo', 'Holdene › Senior'],
    ['kontakt klubhuset', 'Klubhuset'],
  ])('that "%s" tells apart are not', (question, place) => {
    const answer = decide(rankingOf(question));
    expect(answer.kind === 'found' ? placesOf([answer.match]) : answer.kind).toEqual([place]);
  });
  it('tell where they stand without naming an FAQ heading', () => {
    const answer = decide(rankingOf('hvornår starter sæsonen'));
    expect(answer.kind === 'found' ? placesOf([answer.match]) : answer.kind).toEqual(['Holdene']);
  });
});

const offered = (question: string): readonly string[] => {
  const answer = decide(rankingOf(question));
  return answer.kind === 'unsure' ? answer.suggestions.map(({ passage }) => passage.heading) : [answer.kind];
};

describe('a heading without text', () => {
  it.each(['dag for dag', 'hvad er programmet', 'programmet dag for dag'])(
    'that "%s" names offers all below it, in order',
    (question) => {
      expect(offered(question)).toEqual(days);
      expect(decide(rankingOf(question))).toMatchObject({ section: 'Programmet dag for dag' });
    },
  );
  it.each([
    ['programmet for onsdag', 'Onsdag'],
    ['praktisk', 'Praktisk'],
  ])('does not stand in the way of "%s"', (question, heading) => {
    const answer = decide(rankingOf(question));
    expect(answer.kind === 'found' ? answer.match.passage.heading : answer.kind).toBe(heading);
  });
});

describe('the decision', () => {
  const [senior, youth] = ['priser senior', 'priser for ungdom'].map(
    (text) => () => rankingOf(text).matches[0],
  );
  /** A ranking of two passages under one heading, the second so many points behind. */
  function tie(behind: number, confidence: number, text?: string): Ranking {
    const [first, second] = [senior?.(), youth?.()];
    if (first === undefined || second === undefined) throw new Error('nothing was ranked');
    const passage = { ...second.passage, text: text ?? second.passage.text };
    const matches = [
      { ...first, score: 1 },
      { ...second, passage, score: 1 - behind },
    ];
    return {
      question: 'priser',
      language: 'da',
      confidence,
      nearness: confidence,
      matches,
      distinct: matches,
      offered: matches,
      metRareWord: false,
    };
  }
  it.each([
    ['equal', 0, 'unsure'],
    ['hardly apart', thresholds.tie - 0.01, 'unsure'],
    ['apart', thresholds.tie + 0.01, 'found'],
  ])('between scores that are %s', (_, behind, kind) => {
    expect(decide(tie(behind, 0.9)).kind).toBe(kind);
  });
  it('between equal scores is for the one whose headings above are named', () => {
    const { matches, ...rest } = tie(0, 0.9);
    const [first, second] = matches;
    if (first === undefined || second === undefined) throw new Error('nothing was ranked');
    const bare = { ...first, evidence: { ...first.evidence, words: [] } };
    const decided = decide({ ...rest, matches: [bare, second] });
    expect(decided.kind === 'found' ? placesOf([decided.match]) : decided.kind).toEqual(['Holdene › Ungdom']);
    expect(decided.kind === 'found' ? placesOf(decided.others) : decided.kind).toEqual(['Holdene › Senior']);
    // Where moderators have decided, their answer is offered.
    const none = { same: null, near: [], of: () => null };
    expect(decide({ ...rest, matches: [bare, second] }, none).kind).toBe('found');
    const pinned = { ...none, of: () => view('a') };
    expect(decide({ ...rest, matches: [bare, second] }, pinned)).toMatchObject({
      kind: 'unsure',
      pins: [{ id: 'a' }],
      section: null,
    });
    // Named alike, or not at all, they are asked about.
    const alike = { ...first, evidence: second.evidence };
    expect(decide({ ...rest, matches: [alike, second] }).kind).toBe('unsure');
    const unnamed = { ...second, evidence: bare.evidence };
    expect(decide({ ...rest, matches: [bare, unnamed] }).kind).toBe('unsure');
  });
  it('between the same text twice is for the first', () => {
    const first = senior?.();
    expect(decide(tie(0, 0.9, first?.passage.text)).kind).toBe('found');
  });
  it('offers one alone', () => {
    const ranking = tie(0.5, 0.1);
    const one = { ...ranking, nearness: thresholds.unsure, offered: ranking.matches.slice(0, 1) };
    expect(decide(one)).toMatchObject({ kind: 'unsure', suggestions: [{ score: 1 }] });
    expect(decide({ ...one, nearness: thresholds.unsure - 0.001 }).kind).toBe('unknown');
    expect(decide({ ...one, offered: [] }).kind).toBe('unknown');
  });
  it.each([
    [thresholds.sure, 'found', true],
    [thresholds.sure - 0.001, 'found', false],
    [thresholds.found, 'found', false],
    [thresholds.found - 0.001, 'unsure', null],
    [thresholds.unsure, 'unsure', null],
    [thresholds.unsure - 0.001, 'unknown', null],
  ] as const)('at a confidence of %d', (confidence, kind, sure) => {
    const answer = decide(tie(0.5, confidence));
    expect(answer.kind).toBe(kind);
    expect(answer.kind === 'found' ? answer.sure : null).toBe(sure);
  });
  it('names the nearest only where a rare word was met', () => {
    const ranking = tie(0.5, 0);
    expect(decide(ranking)).toMatchObject({ kind: 'unknown', nearest: null });
    expect(decide({ ...ranking, metRareWord: true })).toMatchObject({
      kind: 'unknown',
      nearest: { passage: { heading: 'Priser' } },
    });
  });
  it('has nothing to say to nothing', () => {
    const ranking = { ...tie(0, 0.9), matches: [], distinct: [], offered: [], metRareWord: true };
    expect(decide(ranking)).toMatchObject({ kind: 'unknown', nearest: null });
    expect(decidePinned(ranking, null)).toBeNull();
  });
});

const odds = (bar: number): number => bar / (1 - bar);

describe('the bars', () => {
  it('are the shipped ones in the middle', () => {
    expect(barsAt(0.5).found).toBeCloseTo(thresholds.found, 9);
    expect(barsAt(0.5).unsure).toBeCloseTo(thresholds.unsure, 9);
  });
  it('rise together with the position, by the same odds', () => {
    const [low, high] = [barsAt(0), barsAt(1)];
    expect(odds(high.found) / odds(low.found)).toBeCloseTo(Math.exp(1.8), 6);
    expect(odds(high.unsure) / odds(low.unsure)).toBeCloseTo(Math.exp(1.8), 6);
    expect(low.found).toBeGreaterThan(low.unsure);
  });
  it('end where the position ends', () => {
    expect(barsAt(-1)).toEqual(barsAt(0));
    expect(barsAt(7)).toEqual(barsAt(1));
  });
});

const below = (count: number): Match[] => {
  const [first] = rankingOf('priser senior').matches;
  if (first === undefined) throw new Error('nothing was ranked');
  return Array.from({ length: count }, (_, place) => ({
    ...first,
    passage: { ...first.passage, heading: `h${String(place)}` },
  }));
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

const sectionOf = (count: number, pins: PinMatches | null = null) =>
  decideSection(rankingOf('priser'), 'Hold', below(count), pins);

describe('a heading without text of its own', () => {
  it('offers what stands below it, two at least and nine at most, in order', () => {
    expect(sectionOf(0)).toBeNull();
    expect(sectionOf(1)).toBeNull();
    const two = sectionOf(2);
    expect(two).toMatchObject({ kind: 'unsure', question: 'priser', section: 'Hold', pins: [] });
    expect(two?.suggestions.map(({ passage }) => passage.heading)).toEqual(['h0', 'h1']);
    expect(sectionOf(9)?.suggestions).toHaveLength(9);
    expect(
      sectionOf(10)
        ?.suggestions.map(({ passage }) => passage.heading)
        .at(-1),
    ).toBe('h8');
  });
  it('offers fixed answers in place of what they take over, each once', () => {
    const pins: PinMatches = {
      same: null,
      near: [],
      of: ({ heading }) => (heading === 'h1' ? null : view('a')),
    };
    const answer = sectionOf(3, pins);
    expect(answer?.pins.map(({ id }) => id)).toEqual(['a']);
    expect(answer?.suggestions.map(({ passage }) => passage.heading)).toEqual(['h1']);
  });
});
