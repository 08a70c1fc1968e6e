import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { loadSnapshot } from '../../src/knowledge/load-snapshot.ts';
import { pinService, type PinService } from '../../src/curation/pins/service.ts';
import type { ListedPin, PinOutcome } from '../../src/curation/pins/pin.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { server } from '../store/pin.ts';

const article =
  '---\r\ntitle: Klubben\r\n---\r\n\r\n# Klubben\r\n\r\n## Hvad koster det?\r\n<!-- questions\r\n- Hvad er kontingentet?\r\n-->\r\n\r\n200 kr. om året.\r\n\r\n## Hvornår mødes vi?\r\n\r\nFørste tirsdag i måneden.\r\n';

let folder: string;
let file: string;
let store: Store;
let snapshot: Snapshot;
let pins: PinService;

const reload = async (): Promise<void> => {
  snapshot = await loadSnapshot(folder, {});
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'svar-pins-'));
  file = join(folder, 'klubben.md');
  writeFileSync(file, article);
  await reload();
  store = await openStore({ engine: 'sqlite', path: join(folder, 'data', 'svar.db') });
  pins = pinService(store.pins, () => snapshot, pino({ level: 'silent' }));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function pinned(outcome: PinOutcome): ListedPin {
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}
const hashOf = (heading: string): string => snapshot.findById(`klubben.md#${heading}`)?.passage.hash ?? '';
const pinPassage = async (question: string, heading: string, phrasings: string[] = []): Promise<ListedPin> =>
  pinned(await pins.add(server, { question, phrasings, target: hashOf(heading), text: '' }, null));
const pinText = async (question: string, text: string): Promise<ListedPin> =>
  pinned(await pins.add(server, { question, phrasings: [], target: null, text }, null));
const match = (question: string, owner = server): ReturnType<PinService['match']> =>
  pins.match(owner, snapshot.read(question), snapshot);
const answerTo = async (question: string): Promise<string | undefined> =>
  (await match(question))?.pin.markdown;

describe('a pin of a passage', () => {
  it('goes on answering when the article changes or goes, and is marked', async () => {
    await pinPassage('Prisen på medlemskab?', 'Hvad koster det?');
    expect((await match('prisen på medlemskab'))?.pin.state).toBe('current');
    writeFileSync(file, article.replace('200 kr.', '250 kr.'));
    await reload();
    expect((await match('prisen på medlemskab'))?.pin).toMatchObject({
      state: 'outdated',
      markdown: '200 kr. om året.',
    });
    writeFileSync(file, '# Klubben\n\nIntet.\n');
    await reload();
    expect((await match('prisen på medlemskab'))?.pin).toMatchObject({
      state: 'orphaned',
      markdown: '200 kr. om året.',
    });
  });

  it('is marked once the article asks the same', async () => {
    await pinPassage('Hvad er kontingentet?', 'Hvad koster det?');
    expect((await match('hvad er kontingentet'))?.pin.state).toBe('covered');
  });
});

describe('export and import', () => {
  it('give the same pins, and the export answers the same questions as an article', async () => {
    await pinPassage('Prisen på medlemskab?', 'Hvad koster det?', ['hvad skal jeg af med']);
    await pinText('Er der *parkering*?', '# Ja\n\nBag huset.\n\n```\n# ikke en overskrift\n```');
    const exported = await pins.export(server);
    if (!exported.ok) throw new Error('not exported');
    const other = '300000000000000300' as typeof server;
    expect((await pins.import(other, exported.value)).map(({ fault }) => fault)).toEqual([null, null]);
    const compared = async (one: typeof server): Promise<unknown> => {
      const listed = await pins.list(one);
      return listed.ok
        ? listed.value
            .map(({ question, phrasings, passageId }) => ({ question, phrasings, passageId }))
            .toSorted((a, b) => a.question.localeCompare(b.question))
        : null;
    };
    expect(await compared(other)).toEqual(await compared(server));
    writeFileSync(join(folder, 'pins.md'), exported.value);
    await reload();
    expect(snapshot.content.problems).toEqual([]);
    for (const question of ['prisen på medlemskab', 'hvad skal jeg af med', 'er der parkering']) {
      expect(snapshot.rank(snapshot.read(question), 1).matches[0]?.article.id).toBe('pins.md');
    }
  });
});

describe('apply', () => {
  it('changes only the lines it must, and the articles then answer by themselves', async () => {
    await pinPassage('Prisen på medlemskab?', 'Hvad koster det?', ['Hvad er kontingentet?']);
    await pinPassage('Mødetidspunkt?', 'Hvornår mødes vi?');
    await pinText('Er der parkering?', 'Ja.');
    const applied = await pins.apply(server, folder);
    expect(applied.ok && applied.value).toEqual([
      { article: 'klubben.md', heading: 'Hvornår mødes vi?', questions: ['Mødetidspunkt?'], isWritten: true },
      {
        article: 'klubben.md',
        heading: 'Hvad koster det?',
        questions: ['Prisen på medlemskab?'],
        isWritten: true,
      },
    ]);
    expect(readFileSync(file, 'utf8')).toBe(
      article
        .replace('- Hvad er kontingentet?\r\n', '- Hvad er kontingentet?\r\n- Prisen på medlemskab?\r\n')
        .replace(
          '## Hvornår mødes vi?\r\n',
          '## Hvornår mødes vi?\r\n<!-- questions\r\n- Mødetidspunkt?\r\n-->\r\n',
        ),
    );
    await reload();
    const listed = await pins.list(server);
    expect(listed.ok && listed.value.map(({ state }) => state).toSorted()).toEqual([
      'covered',
      'covered',
      'own',
    ]);
    expect(await pins.apply(server, folder)).toEqual({ ok: true, value: [] });
  });
});

describe('odd texts and articles', () => {
  it.each([
    ['an open fence', '```\nuden ende'],
    ['an open comment', 'før <!-- aldrig lukket'],
    ['a setext heading', 'Overskrift\n---\n\nTekst'],
    ['headings', '# En\n\nTekst\n\n## To'],
    ['front matter', '---\ntitle: x\n---\n\nTekst'],
  ])('of %s are exported and imported unchanged', async (_, text) => {
    await pinText('A &amp; B ~~c~~?', text);
    await pinText('Er der parkering?', 'Ja.');
    const exported = await pins.export(server);
    if (!exported.ok) throw new Error('not exported');
    const other = '300000000000000300' as typeof server;
    expect((await pins.import(other, exported.value)).map(({ fault }) => fault)).toEqual([null, null]);
    expect((await match('A &amp; B ~~c~~?', other))?.pin.markdown).toBe(text);
    expect((await match('er der parkering', other))?.pin.markdown).toBe('Ja.');
  });

  it.each([
    [
      'ends its comment on the last phrasing',
      '## Hvad koster det?\n<!-- questions\n- Hvad er kontingentet? -->\n\n200 kr.\n\n## Hvor?\n<!-- questions\n- hvor er det\n-->\n\nHer.\n',
    ],
    ['underlines its headings', 'Hvad koster det?\n----------------\n\n200 kr.\n\nHvor?\n-----\n\nHer.\n'],
    ['ends in its last heading and text', '## Hvor?\n\nHer.\n\n## Hvad koster det?\n200 kr.'],
  ])('apply to an article that %s', async (_, text) => {
    writeFileSync(file, text);
    await reload();
    await pinPassage('Koster det penge?', 'Hvad koster det?');
    const applied = await pins.apply(server, folder);
    expect(applied.ok && applied.value.map(({ isWritten }) => isWritten)).toEqual([true]);
    await reload();
    const phrasings = snapshot
      .findById('klubben.md#Hvad koster det?')
      ?.passage.phrasings.map(({ text: asked }) => asked);
    expect(phrasings).toContain('Koster det penge?');
    expect(snapshot.findById('klubben.md#Hvor?')?.passage.text).toBe('Her.');
  });

  it('with null bytes are stored without them', async () => {
    expect((await pinText('Er der\u0000 parkering?', 'J\u0000a.')).question).toBe('Er der parkering?');
  });

  it('that another pin lists as a phrasing are told to be taken', async () => {
    await pinPassage('Prisen på medlemskab?', 'Hvad koster det?', ['hvad skal jeg af med']);
    const outcome = await pins.add(
      server,
      { question: 'Hvad skal jeg af med?', phrasings: [], target: null, text: 'x' },
      null,
    );
    expect(outcome).toMatchObject({
      ok: false,
      problem: { kind: 'duplicate', pin: { question: 'Prisen på medlemskab?' } },
    });
  });
});

describe('a store that fails', () => {
  it('leaves cached pins answering', async () => {
    await pinText('Er der parkering?', 'Ja.');
    expect(await answerTo('er der parkering')).toBe('Ja.');
    await store.close();
    expect(await answerTo('er der parkering')).toBe('Ja.');
    expect(
      await pins.add(server, { question: 'x', phrasings: [], target: null, text: 'y' }, null),
    ).toMatchObject({ ok: false, problem: { kind: 'broken' } });
  });
});
