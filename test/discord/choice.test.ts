import { describe, expect, it } from 'vitest';
import type { Completion } from '../../src/answers/service.ts';
import { choiceOf } from '../../src/discord/commands/choice.ts';

const hash = '0123456789ab';
const passage: Completion['passage'] = {
  id: 'a.md#x',
  hash,
  heading: 'x',
  parents: [],
  phrasings: [],
  tests: [],
  markdown: '',
  text: '',
  line: 1,
} as unknown as Completion['passage'];
const completion = (more: Partial<Completion>): Completion => ({
  label: 'Priser',
  source: 'Holdene',
  passage,
  pinned: false,
  isShared: false,
  ...more,
});
const long = (length: number): string => 'a'.repeat(length);

describe('a choice', () => {
  it.each([
    ['is a heading with its article', {}, 'Priser · Holdene', 'Priser'],
    ['is a fixed question', { source: null, passage: null, pinned: true }, '📌 Priser', 'Priser'],
    [
      'is a passage by its hash where another has the heading',
      { isShared: true, source: 'Holdene › Senior' },
      'Priser · Holdene › Senior',
      `~${hash}`,
    ],
    ['is a text of 100 characters', { label: long(100), source: null }, long(100), long(100)],
    ['is a hash where the text is longer', { label: long(101), source: null }, `${long(99)}…`, `~${hash}`],
    ['drops the article where there is no room', { label: long(95) }, long(95), long(95)],
    [
      'keeps the place that tells it apart',
      { label: long(95), isShared: true, source: 'Holdene › Senior' },
      `${long(80)}… · Holdene › Senior`,
      `~${hash}`,
    ],
    [
      'keeps the end of a long place',
      { label: long(60), isShared: true, source: `${long(60)} › Senior` },
      `${long(46)}… · …${long(40)} › Senior`,
      `~${hash}`,
    ],
    [
      'cuts a fixed question that is too long, which is asked by its beginning',
      { label: long(101), source: null, passage: null, pinned: true },
      `📌 ${long(96)}…`,
      `${long(99)}…`,
    ],
  ] as const)('%s', (_, more, name, value) => {
    expect(choiceOf(completion(more))).toEqual({ name, value });
  });
});
