import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type StorePlace } from '../../src/store/open.ts';
import type { Result } from '../../src/store/problem.ts';
import type { NewGapQuestion, Outcome, Sureness } from '../../src/store/questions.ts';
import type { ServerId } from '../../src/store/server.ts';
import type { PinContent, PinProblem, PinResult, Store } from '../../src/store/store.ts';
import { value } from './contract-value.ts';
import { pinOf, rules, server } from './pin.ts';
import { runRaw, toVersion7 } from './raw.ts';

const other = '300000000000000300' as ServerId;
const by = '100000000000000103';
const deed = (minute = 0): { by: string; at: Date } => ({
  by,
  at: new Date(Date.UTC(2026, 0, 1, 12, minute)),
});

const problem = (result: Result<unknown, PinProblem>): string => (result.ok ? 'none' : result.problem.kind);

const asking = (question: string, ...phrasings: readonly string[]): PinContent => ({
  ...pinOf(question),
  phrasings,
});
/** The refusal of a question that another pin has. */
const taken = (asked: string, question: string): object => ({
  ok: false,
  problem: { kind: 'duplicate', asked, pin: { question } },
});

/** As many phrasings as a pin may have, of no other pin. */
const twentyFive = (pin: number): string[] =>
  Array.from({ length: 25 }, (_, number) => `${String(pin)} ${String(number)}`);
const gapQuestion = (words: string, minute: number, name: string | null = null): NewGapQuestion => ({
  text: words,
  kind: name === null ? 'unknown' : 'down',
  target: name === null ? '' : 'aaaaaaaaaaaa',
  at: deed(minute).at,
  once: name,
});
const oneVote = { answer: '1', person: by, value: 'up', target: 't', at: deed().at } as const;
const wordsOf = (question: { readonly text: string }): string => question.text;
const outcome = (day: string, count: number): Outcome => ({ day, kind: 'found', target: 't', count });

const writer = join(dirname(fileURLToPath(import.meta.url)), 'writer.ts');

const sure = (day: string, step: number, count: number): Sureness => ({ day, step, count });

/** What both engines promise. `newPlace` gives an empty database. */
export function storeContract(name: string, newPlace: () => Promise<StorePlace>): void {
  describe(`the store on ${name}`, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(async () => {
      place = await newPlace();
      store = await openStore(place);
    });
    afterEach(async () => {
      await store.close();
    });
    const reopened = async (): Promise<Store> => {
      await store.close();
      store = await openStore(place);
      return store;
    };
    const live = async (one: ServerId = server): Promise<string[]> =>
      value(await store.pins.list(one, ['live'])).map(({ question }) => question);

    const add = (content: PinContent, one = server): Promise<PinResult> =>
      store.pins.add(one, content, deed(), rules());

    it('gives back what was added, also after it was opened anew', async () => {
      const added = value(await store.pins.add(server, pinOf('Hvornår er der møde?'), deed(), rules()));
      expect(added).toMatchObject({
        question: 'Hvornår er der møde?',
        status: 'live',
        createdBy: by,
        uses: 0,
        previous: null,
      });
      expect(added.createdAt).toEqual(deed().at);
      expect(value(await (await reopened()).pins.find(server, added.id))).toEqual(added);
    });

    it('keeps servers apart', async () => {
      const added = value(await store.pins.add(server, pinOf('Hvad koster det?'), deed(), rules()));
      expect(await live(other)).toEqual([]);
      expect(value(await store.pins.find(other, added.id))).toBeNull();
      expect(problem(await store.pins.edit(other, added.id, 1, pinOf('x'), deed(), rules()))).toBe('missing');
      expect(problem(await store.pins.close(other, added.id, 'deleted', deed()))).toBe('missing');
      expect(value(await store.pins.add(other, pinOf('Hvad koster det?'), deed(), rules())).server).toBe(
        other,
      );
    });

    it('refuses the same question twice in one server, and tells which pin has it', async () => {
      const first = value(await store.pins.add(server, pinOf('Hvad koster det?'), deed(), rules()));
      const second = await store.pins.add(server, pinOf('Hvad koster det?'), deed(), rules());
      expect(second).toMatchObject({ ok: false, problem: { kind: 'duplicate', pin: { id: first.id } } });
    });

    it('refuses more pins than a server may have', async () => {
      value(await store.pins.add(server, pinOf('a'), deed(), rules(1)));
      expect(problem(await store.pins.add(server, pinOf('b'), deed(), rules(1)))).toBe('limit');
    });

    it('edits, takes an edit back, and takes that back', async () => {
      const { id, revision } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      expect(revision).toBe(1);
      const edited = value(
        await store.pins.edit(server, id, 1, pinOf('b', 'Ny tekst'), { by: other, at: deed(1).at }, rules()),
      );
      expect(edited).toMatchObject({
        question: 'b',
        answer: { markdown: 'Ny tekst' },
        revision: 2,
        createdBy: by,
        updatedBy: other,
        updatedAt: deed(1).at,
        previous: { question: 'a', phrasings: ['a nu'], status: 'live' },
      });
      expect(value(await store.pins.undo(server, id, 2, deed(2), rules()))).toMatchObject({
        question: 'a',
        revision: 3,
        previous: { question: 'b' },
      });
      expect(value(await store.pins.undo(server, id, 3, deed(3), rules()))).toMatchObject({ question: 'b' });
    });

    it('deletes, brings back, and forgets for good', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      const closed = value(await store.pins.close(server, id, 'deleted', deed(1)));
      expect(closed).toMatchObject({ status: 'deleted', revision: 2 });
      expect(await live()).toEqual([]);
      expect(problem(await store.pins.close(server, id, 'deleted', deed(1)))).toBe('missing');
      expect(problem(await store.pins.edit(server, id, 2, pinOf('b'), deed(1), rules()))).toBe('missing');
      value(await store.pins.undo(server, id, 2, deed(2), rules()));
      expect(await live()).toEqual(['a']);
      value(await store.pins.close(server, id, 'deleted', deed(3)));
      expect(value(await store.pins.purge(deed(3).at))).toBe(0);
      expect(value(await store.pins.purge(deed(4).at))).toBe(1);
      expect(value(await store.pins.find(server, id))).toBeNull();
      expect(problem(await store.pins.undo(server, id, 4, deed(5), rules()))).toBe('missing');
    });

    it('forgets of live and retired pins no more than what they said before', async () => {
      const kept = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      value(await store.pins.edit(server, kept.id, 1, pinOf('b'), deed(1), rules()));
      const retired = value(await store.pins.add(server, pinOf('c'), deed(), rules()));
      value(await store.pins.close(server, retired.id, 'retired', deed(1)));
      const late = value(await store.pins.add(server, pinOf('d'), deed(), rules()));
      value(await store.pins.edit(server, late.id, 1, pinOf('e'), deed(9), rules()));
      expect(value(await store.pins.purge(deed(5).at))).toBe(0);
      expect((await live()).toSorted()).toEqual(['b', 'e']);
      expect(value(await store.pins.find(server, retired.id))).toMatchObject({
        status: 'retired',
        previous: null,
      });
      expect(value(await store.pins.find(server, late.id))).toMatchObject({ previous: { question: 'd' } });
      expect(problem(await store.pins.undo(server, kept.id, 2, deed(6), rules()))).toBe('missing');
    });

    it('takes adding back, and a retirement', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      expect(value(await store.pins.undo(server, id, 1, deed(1), rules()))).toMatchObject({
        status: 'deleted',
      });
      expect(await live()).toEqual([]);
      expect(value(await store.pins.undo(server, id, 2, deed(2), rules()))).toMatchObject({ status: 'live' });
      value(await store.pins.close(server, id, 'retired', deed(3)));
      value(await store.pins.undo(server, id, 4, deed(4), rules()));
      expect(await live()).toEqual(['a']);
    });

    it('refuses an edit and an undo of a state that is no more, and shows the present one', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      value(await store.pins.edit(server, id, 1, pinOf('b'), deed(1), rules()));
      const refusal = { ok: false, problem: { kind: 'changed', pin: { id, question: 'b', revision: 2 } } };
      expect(await store.pins.edit(server, id, 1, pinOf('c'), deed(2), rules())).toMatchObject(refusal);
      expect(await store.pins.undo(server, id, 1, deed(2), rules())).toMatchObject(refusal);
      expect(await live()).toEqual(['b']);
    });

    describe('who owns a question', () => {
      it('is told for a question and for a phrasing, of new and of edited pins', async () => {
        value(await add(asking('Pris?', 'Kontingent?')));
        expect(await add(asking('pris?'))).toMatchObject(taken('pris?', 'Pris?'));
        expect(await add(asking('kontingent?'))).toMatchObject(taken('kontingent?', 'Pris?'));
        expect(await add(asking('Gebyr?', 'x', 'KONTINGENT?'))).toMatchObject(taken('KONTINGENT?', 'Pris?'));
        const { id } = value(await add(asking('Tid?')));
        expect(await store.pins.edit(server, id, 1, asking('Tid?', 'pris?'), deed(), rules())).toMatchObject(
          taken('pris?', 'Pris?'),
        );
        expect(await live()).toHaveLength(2);
        value(await add(asking('Pris?'), other));
      });

      it('is let go by an edit, a removal and a retirement, and asked for again by their undoing', async () => {
        const { id } = value(await add(asking('Pris?', 'Kontingent?')));
        value(await store.pins.edit(server, id, 1, asking('Pris?'), deed(), rules()));
        const second = value(await add(asking('Gebyr?', 'Kontingent?')));
        expect(await store.pins.undo(server, id, 2, deed(), rules())).toMatchObject(
          taken('Kontingent?', 'Gebyr?'),
        );
        for (const status of ['deleted', 'retired'] as const) {
          const closed = value(await store.pins.close(server, second.id, status, deed()));
          const third = value(await add(asking('Kontingent?')));
          expect(await store.pins.undo(server, second.id, closed.revision, deed(), rules())).toMatchObject(
            taken('Kontingent?', 'Kontingent?'),
          );
          value(await store.pins.undo(server, third.id, 1, deed(), rules()));
          value(await store.pins.undo(server, second.id, closed.revision, deed(), rules()));
        }
      });

      it('stays with a pin that is edited within its own questions', async () => {
        const { id } = value(await add(asking('Pris?', 'Kontingent?')));
        const swapped = asking('Kontingent?', 'Pris?', 'Pris?');
        expect(value(await store.pins.edit(server, id, 1, swapped, deed(), rules())).question).toBe(
          'Kontingent?',
        );
      });

      it('is found anew where questions are told apart by other rules', async () => {
        const first = value(await add(asking('Pris?', 'Tid')));
        value(await store.pins.add(server, asking('Pris!', 'Tid?'), deed(1), rules()));
        const bare = {
          limit: 10,
          keying: { version: 'two', keyOf: (asked: string) => asked.toLowerCase().replaceAll(/\W/gu, '') },
        };
        expect(await store.pins.add(server, asking('pris'), deed(), bare)).toMatchObject(
          taken('pris', 'Pris?'),
        );
        expect(await store.pins.add(server, asking('TID!'), deed(), bare)).toMatchObject(
          taken('TID!', 'Pris?'),
        );
        value(await store.pins.close(server, first.id, 'deleted', deed()));
        expect(await store.pins.add(server, asking('tid'), deed(), bare)).toMatchObject(
          taken('tid', 'Pris!'),
        );
      });

      it('is told for the first of several that are taken, by the first text that asks it', async () => {
        value(await add(asking('Pris?')));
        value(await add(asking('Tid?')));
        expect(await add(asking('Gebyr?', 'TID?', 'tid?', 'pris?'))).toMatchObject(taken('TID?', 'Tid?'));
        expect(await add(asking('PRIS?', 'tid?', 'pris?'))).toMatchObject(taken('PRIS?', 'Pris?'));
        expect((await live()).toSorted()).toEqual(['Pris?', 'Tid?']);
      });

      it('is found anew among live pins only, in this server only, however many questions there are', async () => {
        for (let pin = 0; pin < 21; pin++)
          value(
            await store.pins.add(server, asking(`q${String(pin)}`, ...twentyFive(pin)), deed(pin), rules(99)),
          );
        const gone = value(await store.pins.add(server, asking('væk'), deed(30), rules(99)));
        value(await store.pins.close(server, gone.id, 'retired', deed(31)));
        value(await add(asking('andres'), other));
        value(await store.pins.add(server, asking('væk', 'andres'), deed(32), rules(99, 'two')));
        for (const asked of ['0 0', '20 24', 'q20'])
          expect(problem(await store.pins.add(server, asking(asked), deed(33), rules(99, 'two')))).toBe(
            'duplicate',
          );
        expect(problem(await add(asking('andres'), other))).toBe('duplicate');
      });

      it('is nobody with texts without a word', async () => {
        const silent = { limit: 10, keying: { version: 'one', keyOf: () => '' } };
        value(await store.pins.add(server, asking('?', '!'), deed(), silent));
        value(await store.pins.add(server, asking('?'), deed(), silent));
        expect(await live()).toHaveLength(2);
      });

      it('is one pin when two are added at once', async () => {
        const outcomes = await Promise.all([add(asking('Pris?')), add(asking('Gebyr?', 'pris?'))]);
        expect(outcomes.map(problem).toSorted()).toEqual(['duplicate', 'none']);
      });

      it('counts only live pins against the limit, also when one is brought back', async () => {
        const { id } = value(await add(asking('a')));
        value(await store.pins.close(server, id, 'deleted', deed()));
        value(await store.pins.add(server, asking('b'), deed(), rules(1)));
        expect(problem(await store.pins.undo(server, id, 2, deed(), rules(1)))).toBe('limit');
        value(await store.pins.undo(server, id, 2, deed(), rules(2)));
      });
    });

    it('raises the revision with every change of what pins say', async () => {
      const before = value(await store.pins.revision(server));
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      const between = value(await store.pins.revision(server));
      value(await store.pins.edit(server, id, 1, pinOf('b'), deed(), rules()));
      expect(between).toBeGreaterThan(before);
      expect(value(await store.pins.revision(server))).toBeGreaterThan(between);
      expect(value(await store.pins.revision(other))).toBe(0);
    });

    it('counts uses', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      value(await store.pins.noteUses(server, [{ id, count: 3, at: deed(5).at }]));
      expect(value(await store.pins.find(server, id))).toMatchObject({ uses: 3, lastUsedAt: deed(5).at });
    });

    it('keeps where a pin is pinned in a channel', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      const channelPin = { channel: '1', message: '2' };
      expect(value(await store.pins.setChannelPin(server, id, channelPin))).toMatchObject({ channelPin });
    });

    it('erases a person from every pin', async () => {
      const { id } = value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      expect(value(await store.pins.forget(by))).toBe(1);
      expect(value(await store.pins.find(server, id))).toMatchObject({ createdBy: null, updatedBy: null });
    });

    it('keeps settings by server', async () => {
      value(await store.settings.write(server, 'curator', { role: '1' }));
      expect(value(await store.settings.read(server))).toEqual(new Map([['curator', { role: '1' }]]));
      expect(value(await store.settings.read(other))).toEqual(new Map());
      value(await store.settings.clear(server));
      expect(value(await store.settings.read(server))).toEqual(new Map());
    });

    it('tells whether it answers', async () => {
      expect(await store.ping()).toEqual({ ok: true, value: null });
      await store.close();
      expect(await store.ping()).toMatchObject({ ok: false });
    });

    it('keeps a ledger of sessions for each bot', async () => {
      for (const more of ['a', 'b'])
        value(await store.identify.change('one', (old) => `${old ?? ''}${more}`));
      value(await store.identify.change('two', (old) => String(old)));
      const read: (string | null)[] = [];
      for (const bot of ['one', 'two'])
        value(await store.identify.change(bot, (old) => String(read.push(old))));
      expect(read).toEqual(['ab', 'null']);
    });

    it('loses nothing where several change the ledger at once', async () => {
      const changes = ['a', 'b', 'c'].map((more) =>
        store.identify.change('one', (old) => `${old ?? ''}${more}`),
      );
      for (const changed of await Promise.all(changes)) value(changed);
      const read: (string | null)[] = [];
      value(await store.identify.change('one', (old) => String(read.push(old))));
      expect(Array.from(read[0] ?? '').toSorted()).toEqual(['a', 'b', 'c']);
    });

    it('keeps the ledger as it was where changing it fails', async () => {
      value(await store.identify.change('one', () => 'a'));
      const failing = store.identify.change('one', () => {
        throw new RangeError('a bug');
      });
      await expect(failing).rejects.toThrow(RangeError);
      value(
        await store.identify.change('one', (ledger) => {
          expect(ledger).toBe('a');
          return 'b';
        }),
      );
    });

    const vote = (answer: string, person: string, up: boolean, minute = 0): Promise<Result<null>> =>
      store.feedback.vote(server, {
        answer,
        person,
        value: up ? 'up' : 'down',
        target: 'aaaaaaaaaaaa',
        at: deed(minute).at,
      });
    const counted = async (minute = 0): Promise<unknown> =>
      value(await store.feedback.votes(server, deed(minute).at));

    describe('votes', () => {
      it('count once a person and answer, the last one', async () => {
        expect(await counted()).toEqual({ up: 0, down: 0 });
        value(await vote('1:0', by, true));
        value(await vote('1:0', by, true));
        expect(await counted()).toEqual({ up: 1, down: 0 });
        value(await vote('1:0', by, false, 3));
        expect(await counted()).toEqual({ up: 0, down: 1 });
        value(await vote('1:1', by, false));
        value(await vote('1:0', other, true));
        await reopened();
        value(await vote('1:0', by, false));
        expect(await counted()).toEqual({ up: 1, down: 2 });
        expect(value(await store.feedback.votes(other, deed().at))).toEqual({ up: 0, down: 0 });
      });

      it('count from a time on, and are deleted before one', async () => {
        value(await vote('1:0', by, true, 1));
        value(await vote('2:0', by, true, 3));
        expect(await counted(1)).toEqual({ up: 2, down: 0 });
        expect(await counted(2)).toEqual({ up: 1, down: 0 });
        value(await store.feedback.purge({ counts: deed(3).at, texts: deed(9).at }));
        expect(await counted()).toEqual({ up: 1, down: 0 });
      });

      it('count by day, oldest first', async () => {
        const late = {
          answer: '1:0',
          person: by,
          value: 'down',
          target: 't',
          at: new Date('2026-01-02T23:59:59.999Z'),
        };
        value(await store.feedback.vote(server, { ...late, value: 'down' }));
        value(await vote('1:0', other, true));
        value(await vote('2:0', by, true));
        expect(value(await store.feedback.votesByDay(server, deed().at))).toEqual([
          { day: '2026-01-01', up: 2, down: 0 },
          { day: '2026-01-02', up: 0, down: 1 },
        ]);
        expect(value(await store.feedback.votesByDay(server, deed(1).at))).toHaveLength(1);
        expect(value(await store.feedback.votesByDay(other, deed().at))).toEqual([]);
      });

      it('are forgotten for the person who asks for it, in every server', async () => {
        value(await vote('1:0', by, true));
        value(await vote('2:0', by, false));
        value(await vote('2:0', other, false));
        const elsewhere = { answer: '1:0', person: by, value: 'up', target: '0', at: deed().at } as const;
        value(await store.feedback.vote(other, elsewhere));
        expect(value(await store.feedback.forget(by))).toBe(3);
        expect(await counted()).toEqual({ up: 0, down: 1 });
        expect(value(await store.feedback.forget(by))).toBe(0);
      });
    });

    it('counts picks by question and what was picked, most first', async () => {
      const pick = (question: string, target: string, minute: number, count = 1) => ({
        question,
        target,
        count,
        at: deed(minute).at,
      });
      value(await store.feedback.notePicks(server, [pick('Pris?', 'a', 1), pick('Pris?', 'b', 1)]));
      value(await store.feedback.notePicks(server, [pick('Pris?', 'b', 4), pick('', 'a', 2, 3)]));
      const all = [pick('', 'a', 2, 3), pick('Pris?', 'b', 4, 2), pick('Pris?', 'a', 1)];
      expect(value(await store.feedback.picks(server))).toEqual(all);
      expect(value(await store.feedback.picks(other))).toEqual([]);
      value(await store.feedback.purge({ counts: deed(2).at, texts: deed(4).at }));
      expect(value(await store.feedback.picks(server))).toEqual(all.slice(0, 2));
      value(await store.feedback.purge({ counts: deed(3).at, texts: deed(4).at }));
      expect(value(await store.feedback.picks(server))).toEqual(all.slice(1, 2));
    });

    describe('questions without an answer', () => {
      it('are kept with what became of them, oldest first, a server apart', async () => {
        value(await store.questions.note(server, [gapQuestion('b', 2), gapQuestion('a', 1)], []));
        value(await store.questions.note(server, [gapQuestion('c', 3, 'one')], []));
        value(
          await store.questions.note(server, [gapQuestion('c', 4, 'one'), gapQuestion('c', 5, 'two')], []),
        );
        const all = value(await (await reopened()).questions.gaps(server, 10));
        expect(all.map((one) => [one.text, one.kind, one.target, one.at, one.isIgnored])).toEqual([
          ['a', 'unknown', '', deed(1).at, false],
          ['b', 'unknown', '', deed(2).at, false],
          ['c', 'down', 'aaaaaaaaaaaa', deed(3).at, false],
          ['c', 'down', 'aaaaaaaaaaaa', deed(5).at, false],
        ]);
        expect(all.every(({ id }) => /^[0-9a-f]{12}$/u.test(id))).toBe(true);
        expect(value(await store.questions.gaps(server, 2))).toEqual(all.slice(2));
        expect(value(await store.questions.gaps(other, 10))).toEqual([]);
      });

      it('are left out and erased one by one, in their server alone', async () => {
        value(await store.questions.note(server, [gapQuestion('a', 1), gapQuestion('b', 2)], []));
        const ids = value(await store.questions.gaps(server, 10)).map(({ id }) => id);
        const ignored = async (): Promise<boolean[]> =>
          value(await store.questions.gaps(server, 10)).map(({ isIgnored }) => isIgnored);
        expect(value(await store.questions.ignore(other, ids, true))).toBe(0);
        expect(value(await store.questions.ignore(server, ids.slice(1), true))).toBe(1);
        expect(await ignored()).toEqual([false, true]);
        expect(value(await store.questions.ignore(server, ids, false))).toBe(2);
        expect(await ignored()).toEqual([false, false]);
        expect(value(await store.questions.ignore(server, [], true))).toBe(0);
        expect(value(await store.questions.erase(server, []))).toBe(0);
        expect(value(await store.questions.erase(other, ids))).toBe(0);
        expect(value(await store.questions.erase(server, ids.slice(0, 1)))).toBe(1);
        expect(value(await store.questions.gaps(server, 10)).map(wordsOf)).toEqual(['b']);
      });

      it('go when they are too old, and counts of outcomes by day', async () => {
        value(await store.questions.note(server, [gapQuestion('a', 1), gapQuestion('b', 2)], []));
        const days = [outcome('2026-01-01', 1), outcome('2026-01-02', 2)];
        value(await store.questions.note(server, [], days));
        value(await store.questions.note(server, [], [outcome('2026-01-02', 3)]));
        const counts = async (since: string): Promise<unknown> =>
          value(await store.questions.outcomes(server, since));
        expect(await counts('2026-01-01')).toEqual([outcome('2026-01-01', 1), outcome('2026-01-02', 5)]);
        expect(await counts('2026-01-02')).toEqual([outcome('2026-01-02', 5)]);
        expect(value(await store.questions.outcomes(other, '2026-01-01'))).toEqual([]);
        expect(value(await store.questions.purge({ texts: deed(2).at, counts: '2026-01-02' }))).toBe(1);
        expect(value(await store.questions.gaps(server, 10)).map(wordsOf)).toEqual(['b']);
        expect(await counts('2026-01-01')).toEqual([outcome('2026-01-02', 5)]);
      });

      it('of an older database are there when it is opened, and so is everything else', async () => {
        const pin = value(await store.pins.add(server, pinOf('Hvornår er der møde?'), deed(), rules()));
        value(await store.settings.write(server, 'curator-role', '7'));
        value(await store.questions.note(server, [gapQuestion('a', 1)], [outcome('2026-01-01', 2)]));
        const all = async (): Promise<unknown> => [
          value(await store.pins.list(server, ['live'])),
          await store.pins.revision(server),
          Array.from(value(await store.settings.read(server))),
          value(await store.questions.gaps(server, 10)),
          value(await store.questions.outcomes(server, '2026-01-01')),
        ];
        const before = await all();
        await store.close();
        await runRaw(place, toVersion7);
        store = await openStore(place);
        expect(await all()).toEqual(before);
        expect(await store.pins.add(server, pinOf(pin.question), deed(), rules())).toMatchObject({
          problem: { kind: 'duplicate' },
        });
        value(await store.questions.note(server, [], [], [sure('2026-01-01', 3, 1)]));
        expect(value(await store.questions.sureness(server, '2026-01-01'))).toHaveLength(1);
      });

      it('are counted by how sure Svar was, by day', async () => {
        const first = [sure('2026-01-01', 3, 1), sure('2026-01-01', 7, 2)];
        value(await store.questions.note(server, [], [], first));
        value(
          await store.questions.note(server, [], [], [sure('2026-01-02', 3, 4), sure('2026-01-02', 3, 1)]),
        );
        const counts = async (since: string): Promise<unknown> =>
          value(await store.questions.sureness(server, since));
        expect(await counts('2026-01-01')).toEqual([
          { step: 3, count: 6 },
          { step: 7, count: 2 },
        ]);
        expect(await counts('2026-01-02')).toEqual([{ step: 3, count: 5 }]);
        expect(value(await store.questions.sureness(other, '2026-01-01'))).toEqual([]);
        value(await store.questions.purge({ texts: new Date(0), counts: '2026-01-02' }));
        expect(await counts('2026-01-01')).toEqual([{ step: 3, count: 5 }]);
      });
    });

    describe('what is done once', () => {
      it('is taken by the first, in its server, until it is given back', async () => {
        const { at } = deed(1);
        const answers = await Promise.all([1, 2, 3].map(() => store.claims.take(server, 'a', at)));
        expect(answers.map((one) => value(one)).filter(Boolean)).toHaveLength(1);
        expect(value(await store.claims.take(other, 'a', at))).toBe(true);
        expect(value(await (await reopened()).claims.taken(server, ['a', 'b']))).toEqual(new Set(['a']));
        expect(value(await store.claims.release(server, 'a'))).toBe(true);
        expect(value(await store.claims.release(server, 'a'))).toBe(false);
        expect(value(await store.claims.take(server, 'a', at))).toBe(true);
      });

      it('is forgotten when it is too old', async () => {
        value(await store.claims.take(server, 'a', deed(1).at));
        value(await store.claims.take(server, 'b', deed(2).at));
        value(await store.claims.purge(deed(2).at));
        expect(value(await store.claims.taken(server, ['a', 'b']))).toEqual(new Set(['b']));
      });
    });

    describe('a server that is erased', () => {
      it('leaves nothing behind, and others as they were', async () => {
        for (const one of [server, other]) {
          value(await add(pinOf('a'), one));
          value(await store.settings.write(one, 'name', 'value'));
          value(await store.feedback.vote(one, oneVote));
          value(
            await store.feedback.notePicks(one, [{ question: 'q', target: 't', count: 1, at: oneVote.at }]),
          );
          value(await store.questions.note(one, [gapQuestion('a', 1)], [outcome('2026-01-01', 1)]));
          value(await store.claims.take(one, 'a', oneVote.at));
        }
        const before = value(await store.pins.revision(server));
        value(await store.eraseServer(server));
        const left = async (one: ServerId): Promise<readonly unknown[]> => [
          await live(one),
          value(await store.settings.read(one)).size,
          value(await store.feedback.votes(one, new Date(0))),
          value(await store.feedback.picks(one)).length,
          value(await store.questions.gaps(one, 9)).length,
          value(await store.questions.outcomes(one, '2026-01-01')).length,
          value(await store.claims.taken(one, ['a'])).size,
        ];
        expect(await left(server)).toEqual([[], 0, { up: 0, down: 0 }, 0, 0, 0, 0]);
        expect(await left(other)).toEqual([['a'], 1, { up: 1, down: 0 }, 1, 1, 1, 1]);
        expect(value(await store.pins.revision(server))).toBeGreaterThan(before);
        expect((await add(pinOf('a'))).ok).toBe(true);
      });
    });

    it('names the servers that have set something', async () => {
      value(await store.settings.write(server, 'name', 1));
      value(await store.settings.write(other, 'else', 1));
      expect(value(await store.settings.holders('name'))).toEqual([server]);
    });

    it('forgets a person in one server alone where that is asked for', async () => {
      for (const one of [server, other]) {
        value(await add(pinOf('a'), one));
        value(await store.feedback.vote(one, oneVote));
      }
      expect(value(await store.pins.forget(by, server))).toBe(1);
      expect(value(await store.feedback.forget(by, server))).toBe(1);
      expect(value(await store.pins.forget(by))).toBe(1);
      expect(value(await store.feedback.forget(by))).toBe(1);
    });

    it('can be scrubbed at any time', async () => {
      value(await store.scrub());
      value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      value(await store.scrub());
      expect(await live()).toEqual(['a']);
    });

    it('is sound', async () => {
      value(await store.pins.add(server, pinOf('a'), deed(), rules()));
      expect(value(await store.integrity())).toEqual([]);
    });

    it('takes pins from four processes at once without losing one', async () => {
      const writers = ['a', 'b', 'c', 'd'].map((prefix) =>
        spawn(process.execPath, ['--import', 'tsx', writer, JSON.stringify(place), prefix, '15'], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      );
      const told = await Promise.all(
        writers.map(async (child) => (await Promise.all([text(child.stdout), once(child, 'close')]))[0]),
      );
      const confirmed = told.flatMap((lines) => lines.trim().split('\n'));
      expect(confirmed.filter((line) => line.startsWith('problem'))).toEqual([]);
      expect((await live()).toSorted()).toEqual(confirmed.toSorted());
      expect(confirmed).toHaveLength(60);
    });
  });
}
