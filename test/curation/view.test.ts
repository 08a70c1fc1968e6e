import { beforeAll, describe, expect, it } from 'vitest';
import { contentOf, copyOf, ownAnswer } from '../../src/curation/pins/content.ts';
import { digestOf, listedOf, viewOf } from '../../src/curation/pins/view.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';
import type { PinAnswer, StoredPin } from '../../src/store/store.ts';
import { snapshotOf } from '../knowledge/snapshot-of.ts';
import { server } from '../store/pin.ts';

const text = (price: string): string =>
  `---\nlang: da\n---\n# Klubben\n\n## Hvad koster det?\n<!-- questions\n- kontingent\n-->\n\n${price}\n\n## Hvornår?\n\nTirsdag.\n`;
const price = 'klubben.md#Hvad koster det?';
const copy = (markdown: string, passage = price): PinAnswer => ({
  kind: 'passage',
  passage,
  heading: 'Hvad koster det?',
  markdown,
});
let old: Snapshot;
let now: Snapshot;
beforeAll(async () => {
  old = await snapshotOf({ 'klubben.md': text('200 kr.') });
  now = await snapshotOf({ 'klubben.md': text('250 kr.') });
});

const stored = (question: string, answer: PinAnswer): StoredPin => ({
  id: '0123456789ab',
  server,
  question,
  phrasings: ['p'],
  answer,
  channelPin: { channel: '1', message: '2' },
  status: 'live',
  createdBy: 'c',
  updatedBy: 'u',
  createdAt: new Date(1),
  updatedAt: new Date(2),
  revision: 3,
  previous: null,
  uses: 4,
  lastUsedAt: new Date(5),
});
const own = (instead: string | null): PinAnswer => ({ kind: 'own', markdown: 'Ja.', instead });
const digest = (snapshot: Snapshot, id = price): string => {
  const located = snapshot.findById(id);
  return located === null ? '' : digestOf(located);
};
const hash = (snapshot: Snapshot): string => snapshot.findById(price)?.passage.hash ?? '';

describe('a pin beside the articles', () => {
  it.each<[string, string, PinAnswer, string, string, boolean]>([
    ['of a passage as it is', 'Prisen?', copy('250 kr.'), 'current', 'current', true],
    ['of a passage that has changed', 'Prisen?', copy('200 kr.'), 'outdated', 'outdated', true],
    [
      'of a passage that has changed and asks it',
      'Kontingent',
      copy('200 kr.'),
      'outdated',
      'outdated',
      true,
    ],
    ['of a passage that asks it', 'hvad koster det', copy('250 kr.'), 'covered', 'covered', true],
    ['of a passage with it for a phrasing', 'Kontingent', copy('250 kr.'), 'covered', 'covered', true],
    ['of a passage that is gone', 'Prisen?', copy('250 kr.', 'x.md#Y'), 'orphaned', 'orphaned', false],
    ['of an own text', 'Parkering?', own(null), 'own', 'own', false],
    ['of an own text that an article answers now', 'Hvad koster det?', own(null), 'own', 'covered', false],
    ['of an own text instead of an older passage', 'Kontingent', own('abc'), 'own', 'covered', false],
  ])('%s', (_, question, answer, state, listed, hasTarget) => {
    const view = viewOf(stored(question, answer), now);
    expect(view).toEqual({
      id: '0123456789ab',
      question,
      phrasings: ['p'],
      target: hasTarget ? now.findById(price) : null,
      passageId: answer.kind === 'passage' ? answer.passage : null,
      markdown: answer.markdown,
      state,
      createdAt: new Date(1),
      updatedAt: new Date(2),
    });
    expect(listedOf(stored(question, answer), now)).toEqual({
      ...view,
      state: listed,
      by: 'u',
      revision: 3,
      isLive: true,
      uses: 4,
      lastUsedAt: new Date(5),
      channelPin: { channel: '1', message: '2' },
    });
  });
  it('that is not live is listed so', () => {
    expect(listedOf({ ...stored('a', own(null)), status: 'retired' }, now).isLive).toBe(false);
    expect(listedOf({ ...stored('a', own(null)), status: 'deleted' }, now).isLive).toBe(false);
  });
  it('of an own text is its own as long as the passage is as it was', () => {
    expect(listedOf(stored('Kontingent', own(digest(now))), now).state).toBe('own');
    expect(listedOf(stored('Kontingent', own(digest(old))), now).state).toBe('covered');
  });
  it('knows states of passages apart by 12 digits', () => {
    expect(digest(now)).toMatch(/^[0-9a-f]{12}$/u);
    expect(digest(now)).not.toBe(digest(old));
    expect(digest(now, 'klubben.md#Hvornår?')).toBe(digest(old, 'klubben.md#Hvornår?'));
  });
});

describe('what a draft makes a pin say', () => {
  const draft = { question: ' Prisen? ', phrasings: ['p', 'p', ''], target: null, text: '' };
  const content = { question: 'Prisen?', phrasings: ['p'] };

  it('is its own text, with what the articles said to it', () => {
    expect(contentOf({ ...draft, text: ' Ja. ' }, now, null)).toEqual({
      ok: true,
      value: { ...content, answer: own(null) },
    });
    expect(contentOf({ ...draft, question: 'kontingent?', text: 'Ja.' }, now, null)).toEqual({
      ok: true,
      value: { question: 'kontingent?', phrasings: ['p'], answer: own(digest(now)) },
    });
    expect(ownAnswer('Hvad koster det?', 'Ja.', old)).toEqual(own(digest(old)));
  });
  it('is a copy of its passage', () => {
    const target = hash(now);
    expect(contentOf({ ...draft, target }, now, null)).toEqual({
      ok: true,
      value: { ...content, answer: copy('250 kr.') },
    });
    expect(contentOf({ ...draft, target: 'abc' }, now, null)).toEqual({
      ok: false,
      problem: { kind: 'passage-gone' },
    });
  });
  it('keeps the copy there is of the same passage, and of no other', () => {
    const target = hash(now);
    expect(copyOf(target, now, copy('200 kr.'))).toEqual(copy('200 kr.'));
    expect(copyOf(target, now, copy('200 kr.', 'x.md#Y'))).toEqual(copy('250 kr.'));
    expect(copyOf(target, now, own(null))).toEqual(copy('250 kr.'));
    expect(copyOf('abc', now, copy('200 kr.'))).toBeNull();
  });
  it('keeps the copy of a passage that is gone where nothing else is given', () => {
    const gone = copy('200 kr.', 'x.md#Y');
    expect(contentOf(draft, now, gone)).toEqual({ ok: true, value: { ...content, answer: gone } });
    expect(contentOf({ ...draft, text: 'Ja.' }, now, gone)).toEqual({
      ok: true,
      value: { ...content, answer: own(null) },
    });
    expect(contentOf({ ...draft, target: hash(now) }, now, gone)).toEqual({
      ok: true,
      value: { ...content, answer: copy('250 kr.') },
    });
  });
  it.each([
    ['a passage that is there', copy('200 kr.')],
    ['an own text', own(null)],
    ['nothing', null],
  ])('is asked for in place of %s', (_, kept) => {
    expect(contentOf(draft, now, kept)).toEqual({ ok: false, problem: { kind: 'text-empty' } });
  });
});
