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
  (await match(question))?.same?.markdown;

/** Of the newest pin. */
const stateOf = async (): Promise<string | undefined> => {
  const listed = await pins.list(server);
  return listed.ok ? listed.value[0]?.state : undefined;
};

describe('a pin of a passage', () => {
  it('goes on answering when the article changes or goes, and is marked', async () => {
    await pinPassage('Prisen på medlemskab?', 'Hvad koster det?');
    expect((await match('prisen på medlemskab'))?.same?.state).toBe('current');
    writeFileSync(file, article.replace('200 kr.', '250 kr.'));
    await reload();
    expect((await match('prisen på medlemskab'))?.same).toMatchObject({
      state: 'outdated',
      markdown: '200 kr. om året.',
    });
    writeFileSync(file, '# Klubben\n\nIntet.\n');
    await reload();
    expect((await match('prisen på medlemskab'))?.same).toMatchObject({
      state: 'orphaned',
      markdown: '200 kr. om året.',
    });
  });

  it('is marked once the article asks the same', async () => {
    await pinPassage('Hvad er kontingentet?', 'Hvad koster det?');
    expect((await match('hvad er kontingentet'))?.same?.state).toBe('covered');
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
    expect((await match('A &amp; B ~~c~~?', other))?.same?.markdown).toBe(text);
    expect((await match('er der parkering', other))?.same?.markdown).toBe('Ja.');
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

describe('a change', () => {
  const own = { phrasings: [], target: null, text: 'Ja.' };

  it('with a passage and a text is asked back, and one without a word refused', async () => {
    const both = { question: 'Pris?', phrasings: [], target: hashOf('Hvad koster det?'), text: 'Gratis.' };
    expect(await pins.add(server, both, null)).toEqual({ ok: false, problem: { kind: 'two-answers' } });
    expect(await pins.add(server, { ...own, question: '?!' }, null)).toEqual({
      ok: false,
      problem: { kind: 'question-empty' },
    });
    expect(await pins.list(server)).toEqual({ ok: true, value: [] });
  });

  it('of a state that somebody else has changed is refused with what it is now', async () => {
    const { id, revision } = await pinText('Er der parkering?', 'Ja.');
    expect(revision).toBe(1);
    const draft = { ...own, question: 'Er der parkering?', text: 'Nej.' };
    expect(await pins.edit(server, id, 1, draft, 'b')).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await pins.edit(server, id, 1, { ...draft, text: 'Måske.' }, 'a')).toMatchObject({
      ok: false,
      problem: { kind: 'changed', pin: { markdown: 'Nej.', by: 'b', revision: 2 } },
    });
    expect(await pins.undo(server, id, 1, 'a')).toMatchObject({ ok: false, problem: { kind: 'changed' } });
    expect(await answerTo('er der parkering')).toBe('Nej.');
    expect(await pins.undo(server, id, 2, 'b')).toMatchObject({ ok: true, value: { markdown: 'Ja.' } });
  });

  it('of phrasings leaves the copy of a passage as it was, until it is renewed', async () => {
    const { id } = await pinPassage('Prisen på medlemskab?', 'Hvad koster det?');
    writeFileSync(file, article.replace('200 kr.', '250 kr.'));
    await reload();
    const target = hashOf('Hvad koster det?');
    const draft = { question: 'Prisen på medlemskab?', phrasings: ['medlemspris'], target, text: '' };
    const edited = pinned(await pins.edit(server, id, 1, draft, null));
    expect(edited).toMatchObject({ state: 'outdated', markdown: '200 kr. om året.' });
    expect(await pins.renew(server, id, 1, null)).toMatchObject({ ok: false, problem: { kind: 'changed' } });
    const renewed = pinned(await pins.renew(server, id, 2, null));
    expect(renewed).toMatchObject({
      state: 'current',
      markdown: '250 kr. om året.',
      phrasings: ['medlemspris'],
    });
    expect(await answerTo('medlemspris')).toBe('250 kr. om året.');
    expect(pinned(await pins.undo(server, id, 3, null)).markdown).toBe('200 kr. om året.');
  });

  it('of an own text or a passage that is gone has nothing to renew', async () => {
    const { id } = await pinText('Er der parkering?', 'Ja.');
    expect(await pins.renew(server, id, 1, null)).toMatchObject({ problem: { kind: 'passage-gone' } });
    const gone = await pinPassage('Prisen på medlemskab?', 'Hvad koster det?');
    writeFileSync(file, '# Klubben\n\nIntet.\n');
    await reload();
    expect(await pins.renew(server, gone.id, 1, null)).toMatchObject({ problem: { kind: 'passage-gone' } });
    expect(await pins.renew(server, '0123456789ab', 1, null)).toMatchObject({ problem: { kind: 'missing' } });
  });

  it('takes a question from another pin neither as a phrasing nor by an edit or an import', async () => {
    await pinPassage('Prisen på medlemskab?', 'Hvad koster det?', ['hvad skal jeg af med']);
    const taken = {
      ok: false,
      problem: {
        kind: 'duplicate',
        asked: 'Hvad skal jeg af med?',
        pin: { question: 'Prisen på medlemskab?' },
      },
    };
    const draft = { ...own, question: 'Parkering?', phrasings: ['Hvad skal jeg af med?'] };
    expect(await pins.add(server, draft, null)).toMatchObject(taken);
    const { id } = await pinText('Parkering?', 'Ja.');
    expect(await pins.edit(server, id, 1, draft, null)).toMatchObject(taken);
    const [imported] = await pins.import(server, '## Hvad skal jeg af med?\n\nIntet.\n');
    expect(imported).toMatchObject({ question: 'Hvad skal jeg af med?', fault: { kind: 'duplicate' } });
  });
});

describe('an own text', () => {
  it('is covered once an article answers its question', async () => {
    await pinText('Er der parkering?', 'Ja, bag huset.');
    expect(await stateOf()).toBe('own');
    writeFileSync(file, `${article}\r\n## Er der parkering?\r\n\r\nJa.\r\n`);
    await reload();
    expect(await stateOf()).toBe('covered');
  });

  it('that was written instead of a passage is covered only when that passage changes', async () => {
    await pinText('Hvornår mødes vi?', 'Anden tirsdag.');
    expect(await stateOf()).toBe('own');
    writeFileSync(file, article.replace('200 kr.', '250 kr.'));
    await reload();
    expect(await stateOf()).toBe('own');
    writeFileSync(file, article.replace('Første tirsdag', 'Anden tirsdag'));
    await reload();
    expect(await stateOf()).toBe('covered');
  });
});

describe('a pin is named', () => {
  it('by its id, its question, a phrasing, or words that only one question holds', async () => {
    const price = await pinPassage('Prisen på medlemskab?', 'Hvad koster det?', ['hvad skal jeg af med']);
    const parking = await pinText('Er der parkering?', 'Ja.');
    await pinText('Er der garderobe?', 'Ja.');
    const named = async (text: string): Promise<string | null> => {
      const found = await pins.named(server, text);
      return found.ok ? (found.value?.id ?? null) : 'unread';
    };
    expect(await named(price.id)).toBe(price.id);
    expect(await named('hej, prisen på medlemskab')).toBe(price.id);
    expect(await named('Hvad skal jeg af med?')).toBe(price.id);
    expect(await named('parkering')).toBe(parking.id);
    expect(await named('er der')).toBeNull();
    expect(await named('')).toBeNull();
    expect(await named('?')).toBeNull();
    await pins.remove(server, parking.id, null);
    expect(await named(parking.id)).toBeNull();
    expect(await pins.find(server, parking.id)).toMatchObject({ ok: true, value: { isLive: false } });
    await store.close();
    expect(await named(price.id)).toBe('unread');
    expect(await pins.find(server, price.id)).toMatchObject({ ok: false });
  });
});

describe('completions', () => {
  it('put beginnings before words inside, and those before phrasings', async () => {
    await pinPassage('Prisen på medlemskab?', 'Hvad koster det?', ['parkering']);
    await pinText('Er der parkering?', 'Ja.');
    await pinText('Parkering for busser?', 'Ja.');
    expect(await pins.complete(server, 'park', 10)).toEqual([
      'Parkering for busser?',
      'Er der parkering?',
      'Prisen på medlemskab?',
    ]);
    expect(await pins.complete(server, 'park', 1)).toEqual(['Parkering for busser?']);
    expect(await pins.complete(server, 'garderobe', 10)).toEqual([]);
    expect(await pins.complete(server, '', 10)).toHaveLength(3);
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
