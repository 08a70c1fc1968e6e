import { describe, expect, it } from 'vitest';
import { contentColumns, deedColumns, newRow, pinOf, stateText } from '../../src/store/pin-row.ts';
import type { PinAnswer, PinState } from '../../src/store/store.ts';
import { server } from './pin.ts';

const own: PinAnswer = { kind: 'own', markdown: 'Ja.', instead: 'abc' };
const passage: PinAnswer = { kind: 'passage', passage: 'a.md#B', heading: 'B', markdown: 'C' };
const content = { question: 'q', phrasings: ['p'], answer: own };
const deed = { by: 'u', at: new Date(5) };
const row = { ...newRow('0123456789ab', server, content, deed), uses: 0 };
const read = (changes: Partial<Parameters<typeof pinOf>[0]> = {}) =>
  pinOf(
    {
      ...row,
      channel_pin: null,
      previous: null,
      last_used_at: null,
      created_by: 'u',
      updated_by: 'u',
      ...changes,
    },
    server,
  );

describe('the row of a pin', () => {
  it('is written for a new one', () => {
    expect(newRow('0123456789ab', server, content, deed)).toEqual({
      id: '0123456789ab',
      server,
      status: 'live',
      question: 'q',
      phrasings: '["p"]',
      answer: '{"kind":"own","markdown":"Ja.","instead":"abc"}',
      channel_pin: null,
      revision: 1,
      previous: null,
      created_by: 'u',
      created_at: 5,
      updated_by: 'u',
      updated_at: 5,
      last_used_at: null,
    });
    expect(deedColumns({ by: null, at: new Date(7) })).toEqual({ updated_by: null, updated_at: 7 });
  });
  it('is read back', () => {
    expect(read()).toEqual({
      id: '0123456789ab',
      server,
      status: 'live',
      ...content,
      channelPin: null,
      revision: 1,
      previous: null,
      createdBy: 'u',
      createdAt: new Date(5),
      updatedBy: 'u',
      updatedAt: new Date(5),
      uses: 0,
      lastUsedAt: null,
    });
    expect(read({ last_used_at: 9 }).lastUsedAt).toEqual(new Date(9));
    expect(read({ channel_pin: '{"channel":"1","message":"2"}' }).channelPin).toEqual({
      channel: '1',
      message: '2',
    });
    expect(read(contentColumns({ ...content, answer: passage })).answer).toEqual(passage);
  });
  it('keeps what it said before', () => {
    const state: PinState = { ...content, answer: passage, status: 'retired' };
    expect(read({ previous: stateText(state) }).previous).toEqual(state);
  });
  it('of an older version says what it said', () => {
    const old = '{"question":"q","phrasings":[],"answer":{"kind":"own","markdown":"Ja."}}';
    expect(read({ previous: old }).previous).toEqual({
      question: 'q',
      phrasings: [],
      answer: { kind: 'own', markdown: 'Ja.', instead: null },
      status: 'live',
    });
    expect(read({ answer: '{"kind":"own","markdown":"Ja."}' }).answer).toEqual({ ...own, instead: null });
  });
  it('that is damaged is not read', () => {
    expect(() => read({ answer: '{"kind":"other","markdown":"Ja."}' })).toThrow('kind');
    expect(() => read({ phrasings: '"p"' })).toThrow('array');
    expect(() => read({ channel_pin: '{"channel":"1"}' })).toThrow('message');
  });
});
