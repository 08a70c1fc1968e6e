import { describe, expect, it } from 'vitest';
import { Drafts, type KeptDraft } from '../../src/discord/pins/drafts.ts';
import type { ServerId } from '../../src/answers/answer.ts';
import { server } from '../store/pin.ts';

const draft = (text: string, user = 'a'): KeptDraft => ({
  server,
  user,
  at: { message: '0', part: '0' },
  draft: { question: 'q', phrasings: [], target: null, text },
  isForChannel: false,
});
const other = '300000000000000300' as ServerId;

describe('drafts', () => {
  it('are found by whoever wrote them, in the server where they did', () => {
    const drafts = new Drafts();
    const key = drafts.keep(draft('x'));
    expect(key).toMatch(/^[0-9a-f]{12}$/u);
    expect(drafts.find(key, 'a', server)).toEqual(draft('x'));
    expect(drafts.find(key, 'b', server)).toBeNull();
    expect(drafts.find(key, 'a', other)).toBeNull();
    expect(drafts.find('0123456789ab', 'a', server)).toBeNull();
    drafts.drop(key);
    expect(drafts.find(key, 'a', server)).toBeNull();
  });

  it('are kept for an hour', () => {
    let now = 0;
    const drafts = new Drafts(() => now);
    const key = drafts.keep(draft('x'));
    now = 60 * 60 * 1000 - 1;
    expect(drafts.find(key, 'a', server)).not.toBeNull();
    now += 1;
    expect(drafts.find(key, 'a', server)).toBeNull();
  });

  it('are five of one person at most, the latest', () => {
    const drafts = new Drafts();
    const others = drafts.keep(draft('y', 'b'));
    const keys = ['1', '2', '3', '4', '5', '6'].map((text) => drafts.keep(draft(text)));
    expect(keys.map((key) => drafts.find(key, 'a', server)?.draft.text ?? null)).toEqual([
      null,
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(drafts.find(others, 'b', server)).not.toBeNull();
  });

  it('are two hundred in all', () => {
    const drafts = new Drafts();
    const keys = Array.from({ length: 201 }, (_, index) => drafts.keep(draft('x', String(index))));
    const kept = keys.filter((key, index) => drafts.find(key, String(index), server) !== null);
    expect(kept).toEqual(keys.slice(1));
  });
});
