import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Offer } from '../../src/curation/offers/offer.ts';
import { value } from '../store/contract-value.ts';
import { server } from '../store/pin.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const moderator = '100000000000000103';
const dayLength = 24 * 60 * 60 * 1000;
let folder: string;
let app: App;
const content = (): string => join(folder, 'content');

/** Over a copy of the sample article, with a database of its own. */
const opened = (): Promise<App> =>
  openApp(
    readConfig(
      {
        LOG_LEVEL: 'silent',
        DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`,
        CONTENT_DIR: content(),
      },
      packageRoot,
    ),
    { watches: false, keepsPins: true },
  );
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-offers-'));
  await cp(join(packageRoot, 'content'), content(), { recursive: true });
  app = await opened();
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
  await rm(folder, { recursive: true });
});

const there = <Value>(one: Value | null | undefined): Value => {
  if (one === null || one === undefined) throw new Error('not there');
  return one;
};
const offersOf = () => there(app.offers);
const pinsOf = () => there(app.answers.pins);
const list = async (): Promise<readonly Offer[]> => value(await offersOf().list(server));
const hashOf = (heading: string): string =>
  there(app.answers.findById(`networking.md#${heading}`)).passage.hash;
const pick = (text: string, target: string, times: number): void => {
  for (let time = 0; time < times; time++)
    there(app.feedback).notePick(server, target, { text, isDirect: false });
};
const ask = async (text: string) => app.answers.ask({ text, server, isTrial: true });

const bikes = ['Hvor er cykelkælderen?', 'er der en cykelkælder', 'cykelkælder, hvor er den henne'];

describe('what people pick', () => {
  it('is offered from five picks on, for all that mean the same, and is done in one click', async () => {
    const target = hashOf('Hvad er online netværk?');
    pick(bikes[0] ?? '', target, 2);
    pick(bikes[1] ?? '', target, 2);
    pick('hvem vander planterne', target, 1);
    expect(await list()).toEqual([]);
    pick(bikes[2] ?? '', target, 1);
    const [offer, ...others] = await list();
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ kind: 'picked', count: 5, answer: { kind: 'passage' } });
    const done = await offersOf().accept(server, offer?.id ?? '', moderator);
    const pin = value(done);
    expect(new Set([pin.question, ...pin.phrasings])).toEqual(new Set(bikes));
    expect(pin.target?.passage.hash).toBe(target);
    for (const text of bikes) expect((await ask(text)).kind).toBe('pinned');
    expect(await list()).toEqual([]);
    expect(await offersOf().accept(server, offer?.id ?? '', moderator)).toEqual({
      ok: false,
      problem: { kind: 'offer-gone' },
    });
    value(await pinsOf().undo(server, pin.id, pin.revision, moderator));
    expect(await list()).toHaveLength(1);
  });

  it('shows in the articles as lines added below the heading, and nothing else', async () => {
    const file = join(content(), 'networking.md');
    const before = await readFile(file, 'utf8');
    pick(bikes[0] ?? '', hashOf('Hvad er online netværk?'), 5);
    value(await offersOf().accept(server, (await list())[0]?.id ?? '', moderator));
    value(await pinsOf().apply(server, content()));
    const after = (await readFile(file, 'utf8')).split('\n');
    const added = ['<!-- questions', `- ${bikes[0] ?? ''}`, '-->'];
    const at = after.indexOf(added[0] ?? '');
    expect(after.slice(at, at + 3)).toEqual(added);
    expect(
      after
        .filter((_, line) => line < at || line >= at + 3)
        .join('\n')
        .trim(),
    ).toBe(before.trim());
  });

  it('is not offered where it is what they get, or what a moderator has decided', async () => {
    const sure = 'Hvordan kan jeg netværke effektivt?';
    pick(sure, hashOf(sure), 6);
    pick(bikes[0] ?? '', hashOf(sure), 6);
    const draft = { question: bikes[0] ?? '', phrasings: [], target: null, text: 'Under opgang B.' };
    value(await pinsOf().add(server, draft, moderator));
    expect(await list()).toEqual([]);
  });

  it('widens the fixed answer that was picked', async () => {
    const draft = { question: 'Hvor står cyklerne?', phrasings: [], target: null, text: 'Under opgang B.' };
    const pin = value(await pinsOf().add(server, draft, moderator));
    pick('kan man parkere en ladvogn', `p${pin.id}`, 5);
    const done = value(await offersOf().accept(server, (await list())[0]?.id ?? '', moderator));
    expect(done).toMatchObject({ id: pin.id, question: draft.question, markdown: 'Under opgang B.' });
    expect(done.phrasings).toEqual(['kan man parkere en ladvogn']);
  });

  it('is offered no more once it is declined, however it grows, until that is taken back', async () => {
    const target = hashOf('Hvad er online netværk?');
    pick(bikes[0] ?? '', target, 5);
    const id = (await list())[0]?.id ?? '';
    expect(value(await offersOf().decline(server, id))?.id).toBe(id);
    pick(bikes[1] ?? '', target, 9);
    expect(await list()).toEqual([]);
    expect(value(await offersOf().restore(server, id))).toBe(true);
    expect(await list()).toMatchObject([{ kind: 'picked', count: 14 }]);
  });
});

describe('answers that people vote down', () => {
  const text = 'Hvordan kan jeg netværke effektivt?';
  const down = async (times: number): Promise<void> => {
    const found = await ask(text);
    const target = found.kind === 'found' ? found.match.passage.hash : '';
    for (let answer = 0; answer < times; answer++)
      app.gaps?.noteDown(server, { text, isDirect: false, target, answer: `${String(answer)}:0` });
  };

  it('are offered from three on; one click gives what was picked instead', async () => {
    await down(2);
    expect(await list()).toEqual([]);
    await down(3);
    expect(await list()).toMatchObject([{ kind: 'downvoted', count: 3, instead: null }]);
    const id = (await list())[0]?.id ?? '';
    expect((await offersOf().accept(server, id, moderator)).ok).toBe(false);
    const target = hashOf('Hvad er online netværk?');
    pick(text, target, 1);
    expect(await list()).toMatchObject([{ kind: 'downvoted', instead: { kind: 'passage' } }]);
    const pin = value(await offersOf().accept(server, id, moderator));
    expect([pin.question, pin.target?.passage.hash]).toEqual([text, target]);
    expect(await list()).toEqual([]);
  });
});

describe('fixed answers', () => {
  const draft = { question: bikes[0] ?? '', phrasings: [], target: null, text: 'Under opgang B.' };

  it('that nobody needs for ninety days are offered for removal, and come back', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const pin = value(await pinsOf().add(server, draft, moderator));
    vi.setSystemTime(Date.now() + 60 * dayLength);
    pinsOf().noteUse(server, pin.id);
    await app.close();
    vi.setSystemTime(Date.now() + 89 * dayLength);
    app = await opened();
    expect(await list()).toEqual([]);
    vi.setSystemTime(Date.now() + 2 * dayLength);
    const [offer] = await list();
    expect(offer).toMatchObject({ kind: 'unused', pin: { id: pin.id } });
    const removed = value(await offersOf().accept(server, offer?.id ?? '', moderator));
    expect(removed.isLive).toBe(false);
    expect(value(await pinsOf().undo(server, pin.id, removed.revision, moderator)).isLive).toBe(true);
  });

  it('that the articles have come to give by themselves are offered for retirement', async () => {
    value(await pinsOf().add(server, draft, moderator));
    expect(await list()).toEqual([]);
    await app.close();
    await writeFile(join(content(), 'cykler.md'), `# Cykler\n\n## ${draft.question}\n\nI opgang C.\n`);
    app = await opened();
    const [offer] = await list();
    expect(offer?.kind).toBe('covered');
    const retired = value(await offersOf().accept(server, offer?.id ?? '', moderator));
    expect(retired.isLive).toBe(false);
    expect((await ask(draft.question)).kind).toBe('found');
  });
});
