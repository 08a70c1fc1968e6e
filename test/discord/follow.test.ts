import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Followed } from '../../src/discord/follow.ts';

const one = { channelId: 'c', id: '1' };
const two = { channelId: 'c', id: '2' };

describe('answers that follow their question', () => {
  it('are known by it, with their ids alone', () => {
    const followed = new Followed(5);
    followed.note('q', [{ ...one, content: 'secret' } as typeof one], 7);
    expect(followed.answersTo('q')).toEqual({ posted: [one], editedAt: 7, text: null });
    expect(followed.answersTo('other')).toBeNull();
  });
  it('are replaced by a new note, and one is added besides', () => {
    const followed = new Followed(5);
    followed.note('q', [one], 7);
    followed.add('q', two, 'hvad?');
    expect(followed.answersTo('q')).toEqual({ posted: [one, two], editedAt: 7, text: 'hvad?' });
    followed.note('q', [two]);
    expect(followed.answersTo('q')).toEqual({ posted: [two], editedAt: 0, text: null });
  });
  it('to a question that nobody answered before are added, and its text is kept in part', () => {
    const followed = new Followed(5);
    followed.add('q', one, 'a'.repeat(501));
    expect(followed.answersTo('q')).toEqual({ posted: [one], editedAt: 0, text: 'a'.repeat(500) });
  });
  it('are forgotten when told, and beyond the size the oldest first', () => {
    const followed = new Followed(2);
    for (const question of ['a', 'b', 'a', 'c']) followed.note(question, [one]);
    expect(['a', 'b', 'c'].map((question) => followed.answersTo(question) !== null)).toEqual([
      true,
      false,
      true,
    ]);
    followed.forget('a');
    expect(followed.answersTo('a')).toBeNull();
  });
  it('are worked on in turn for one question, and beside each other for two', async () => {
    const followed = new Followed(2);
    const done: string[] = [];
    const gate = new EventEmitter();
    const first = followed.inTurn('q', async () => {
      await once(gate, 'open');
      done.push('first');
    });
    const second = followed.inTurn('q', async () => {
      done.push('second');
      return Promise.resolve();
    });
    await followed.inTurn('other', async () => {
      done.push('other');
      return Promise.resolve();
    });
    gate.emit('open');
    await Promise.all([first, second]);
    expect(done).toEqual(['other', 'first', 'second']);
  });
  it('are worked on after work that failed, whose fault is told once', async () => {
    const followed = new Followed(2);
    const failing = followed.inTurn('q', () => Promise.reject(new Error('no')));
    const done: string[] = [];
    const next = followed.inTurn('q', async () => {
      done.push('next');
      return Promise.resolve();
    });
    await expect(failing).rejects.toThrow('no');
    await next;
    expect(done).toEqual(['next']);
  });
});
