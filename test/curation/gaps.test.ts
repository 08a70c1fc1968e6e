import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { gapStubs } from '../../src/answers/service.ts';
import { readConfig } from '../../src/config.ts';
import type { Gap } from '../../src/curation/gaps/gap.ts';
import type { GapList, Gaps } from '../../src/curation/gaps/service.ts';
import { value } from '../store/contract-value.ts';
import { server } from '../store/pin.ts';
import { needs, otherQuestions } from '../questions/gaps/set.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dayLength = 24 * 60 * 60 * 1000;

/** An app over the sample article with a database of its own. */
async function opened(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<App> {
  const env = { LOG_LEVEL: 'silent', DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`, ...settings };
  return openApp(readConfig(env, packageRoot), { watches: false, keepsPins: true });
}

function gapsOf({ gaps }: App): Gaps {
  if (gaps === null) throw new Error('no store is open');
  return gaps;
}
const listOf = async (app: App): Promise<GapList> => value(await gapsOf(app).list(server));
const ask = (app: App, text: string, kind: 'unsure' | 'unknown' = 'unknown', isDirect = false): void => {
  gapsOf(app).note(server, { text, kind, isDirect, target: null });
};
/** Everything that the database's files hold. */
const rawFiles = async (folder: string): Promise<string> => {
  const files = ['', '-wal', '-shm'].map((end) =>
    readFile(join(folder, `svar.db${end}`), 'latin1').catch(() => ''),
  );
  return (await Promise.all(files)).join('');
};

describe('five hundred questions, 120 of them for fifteen things', () => {
  let folder: string;
  let app: App;
  let open: readonly Gap[];
  /** Which need a wording is for. */
  const needOf = new Map(Object.entries(needs).flatMap(([need, texts]) => texts.map((text) => [text, need])));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'svar-gaps-'));
    app = await opened(folder);
    // As they come in over a month: each eighth person asks after one of the fifteen things, and others between them.
    const others = otherQuestions(380);
    const all = Object.values(needs).flatMap((texts, need) =>
      texts.map((text, person) => ({ text, order: person * 15 + need })),
    );
    const asked = all.toSorted((a, b) => a.order - b.order).map(({ text }) => text);
    others.forEach((text, place) => {
      ask(app, text);
      if (place % 3 === 0 && asked.length > 0) ask(app, asked.shift() ?? '');
    });
    for (const text of asked) ask(app, text);
    ({ open } = await listOf(app));
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  /** The need that most of a gap's wordings are for, with how many of them. */
  const mainNeed = ({ wordings }: Gap): readonly [need: string, count: number] => {
    const counts = new Map<string, number>();
    for (const { text } of wordings) {
      const need = needOf.get(text) ?? 'other';
      counts.set(need, (counts.get(need) ?? 0) + 1);
    }
    return Array.from(counts).toSorted((a, b) => b[1] - a[1])[0] ?? ['other', 0];
  };

  it('are so many, and no two of one need are the same', () => {
    expect(otherQuestions(380).length + needOf.size).toBe(500);
    for (const texts of Object.values(needs)) expect(new Set(texts).size).toBe(8);
  });

  it('become groups at the top that are those fifteen things, nearly whole and nearly pure', () => {
    const top = open.slice(0, 15);
    const found = top.map(mainNeed).filter(([need]) => need !== 'other');
    expect(new Set(found.map(([need]) => need)).size).toBeGreaterThanOrEqual(13);
    expect(found.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(95);
    const strangers = top.reduce((sum, gap) => sum + gap.wordings.length - mainNeed(gap)[1], 0);
    expect(strangers).toBeLessThanOrEqual(20);
  });

  it('lose none and count none twice', () => {
    const ids = open.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.ids));
    expect(new Set(ids).size).toBe(ids.length);
    expect(open.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
  });

  it('stay in their groups when more are asked', async () => {
    const before = new Map(
      open.slice(0, 15).map(({ id, wordings }) => [id, wordings.map(({ text }) => text)]),
    );
    ask(app, 'Hvad er adgangskoden til printeren?');
    ask(app, 'hvad koster kontingentet for pensionister');
    const { open: later } = await listOf(app);
    const kept = later.filter(({ id, wordings }) =>
      before.get(id)?.every((text) => wordings.some((wording) => wording.text === text)),
    );
    expect(kept.length).toBeGreaterThanOrEqual(14);
  });

  it('are answered once each group has one pin with every wording, after which the gaps are gone', async () => {
    const top = open.slice(0, 15);
    for (const { wordings } of top) {
      const [first, ...others] = wordings.map(({ text }) => text);
      const draft = { question: first ?? '', phrasings: others, target: null, text: `Om ${first ?? ''}` };
      value((await app.answers.pins?.add(server, draft, null)) ?? { ok: false, problem: { kind: 'none' } });
    }
    for (const { wordings } of top)
      for (const { text } of wordings) {
        const answer = await app.answers.ask({ text, server, isTrial: true });
        const answered = answer.kind === 'pinned' ? answer.pin.question : answer.kind;
        expect([text, answered]).toEqual([text, wordings[0]?.text]);
      }
    const left = new Set((await listOf(app)).open.map(({ id }) => id));
    expect(top.filter(({ id }) => left.has(id))).toEqual([]);
  });
});

describe('a question that nothing answered', () => {
  let folder: string;
  let app: App;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'svar-gap-'));
    app = await opened(folder);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('is counted with others of its words, and shown in the words that most used', async () => {
    for (const text of ['Hvor er cykelkælderen?', 'hvor er cykelkælderen', 'cykelkælderen, hvor er den?'])
      ask(app, text);
    const { open } = await listOf(app);
    expect(open.map(({ question, count }) => [question, count])).toEqual([['hvor er cykelkælderen', 3]]);
    expect(open[0]?.wordings.map(({ text, ids }) => [text, ids.length])).toEqual([
      ['hvor er cykelkælderen', 2],
      ['cykelkælderen, hvor er den?', 1],
    ]);
  });

  it('is no gap once it is answered, and one again when it is not', async () => {
    ask(app, 'Hvor er cykelkælderen?');
    const draft = { question: 'Hvor er cykelkælderen?', phrasings: [], target: null, text: 'Til venstre.' };
    const { pins } = app.answers;
    const pin = value((await pins?.add(server, draft, null)) ?? { ok: false, problem: { kind: 'none' } });
    expect((await listOf(app)).open).toEqual([]);
    value((await pins?.remove(server, pin.id, null)) ?? { ok: false, problem: { kind: 'none' } });
    expect((await listOf(app)).open).toHaveLength(1);
    expect(value((await pins?.find(server, pin.id)) ?? { ok: false, problem: { kind: 'none' } })?.uses).toBe(
      0,
    );
  });

  it('is one where the answer was voted down, once an answer, until something else answers', async () => {
    const text = 'Hvordan kan jeg netværke effektivt?';
    const found = await app.answers.ask({ text, server });
    const target = found.kind === 'found' ? found.match.passage.hash : '';
    for (const answer of ['1:0', '1:0', '2:0'])
      gapsOf(app).noteDown(server, { text, isDirect: false, target, answer });
    expect((await listOf(app)).open.map(({ question, count }) => [question, count])).toEqual([[text, 2]]);
    const draft = { question: text, phrasings: [], target: null, text: 'Kom til møderne.' };
    value((await app.answers.pins?.add(server, draft, null)) ?? { ok: false, problem: { kind: 'none' } });
    expect((await listOf(app)).open).toEqual([]);
  });

  it('is left out, in new words too, and taken back', async () => {
    ask(app, 'Hvor er cykelkælderen?');
    ask(app, 'Hvem vander planterne?');
    const { open } = await listOf(app);
    const bikes = open.find(({ question }) => question.includes('cykel'))?.id ?? '';
    expect(value(await gapsOf(app).ignore(server, bikes, true))?.id).toBe(bikes);
    ask(app, 'ved nogen hvor cykelkælderen er');
    const { open: left, ignored } = await listOf(app);
    expect(left.map(({ question }) => question)).toEqual(['Hvem vander planterne?']);
    expect(ignored.map(({ count }) => count)).toEqual([2]);
    value(await gapsOf(app).ignore(server, bikes, false));
    expect((await listOf(app)).open.map(({ count }) => count)).toEqual([2, 1]);
    expect(value(await gapsOf(app).ignore(server, '000000000000', true))).toBeNull();
  });

  it('is gone from the files when a moderator erases it', async () => {
    ask(app, 'Hvor er cykelkælderen?');
    ask(app, 'hvor er cykelkælderen');
    ask(app, 'Hvem vander planterne?');
    const { open } = await listOf(app);
    expect(await rawFiles(folder)).toContain('cykelk');
    const id = open.find(({ question }) => question.includes('cykel'))?.wordings[0]?.ids[1] ?? '';
    expect(value(await gapsOf(app).erase(server, id))).toBe(2);
    expect(await rawFiles(folder)).not.toContain('cykelk');
    expect((await listOf(app)).open.map(({ question }) => question)).toEqual(['Hvem vander planterne?']);
  });

  it('is gone from the files when its time is over, and not a day before', async () => {
    ask(app, 'Hvor er cykelkælderen?');
    await listOf(app);
    await app.close();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * dayLength - 60_000 });
    app = await opened(folder);
    expect((await listOf(app)).open).toHaveLength(1);
    await app.close();
    expect(await rawFiles(folder)).toContain('cykelk');
    vi.setSystemTime(Date.now() + 120_000);
    app = await opened(folder);
    await app.close();
    expect(await rawFiles(folder)).not.toContain('cykelk');
  });

  it('is kept without what could say who asked', async () => {
    ask(app, '<@100000000000000103> hvad er koden? skriv til bo@example.com eller 12 34 56 78');
    const { open } = await listOf(app);
    expect(open[0]?.question).toBe('… hvad er koden? skriv til … eller …');
    for (const secret of ['100000000000000103', 'bo@example', '12 34'])
      expect(await rawFiles(folder)).not.toContain(secret);
  });

  it.each([
    ['in a direct message', {}, true],
    ['where no days are set', { QUESTION_LOG_DAYS: '0' }, false],
  ])('%s is counted and its text not kept', async (_, settings, isDirect) => {
    await app.close();
    app = await opened(folder, settings);
    ask(app, 'Hvor er cykelkælderen?', 'unknown', isDirect);
    expect((await listOf(app)).open).toEqual([]);
    expect(await rawFiles(folder)).not.toContain('cykelk');
  });

  it('becomes a heading for authors, with its wordings as phrasings', async () => {
    for (const text of ['Hvor er *cykelkælderen*?', 'cykelkælderen --> hvor er den?']) ask(app, text);
    const { open } = await listOf(app);
    const day = new Date().toISOString().slice(0, 10);
    expect(gapStubs(open)).toBe(
      [
        '## Hvor er \\*cykelkælderen\\*?',
        '<!-- questions',
        '- cykelkælderen → hvor er den?',
        '-->',
        '',
        `<!-- asked 2, last ${day} -->`,
        '',
      ].join('\n'),
    );
  });
});
