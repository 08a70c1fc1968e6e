import { beforeAll, describe, expect, it } from 'vitest';
import { gapStubs } from '../../src/answers/service.ts';
import type { Gap, Trial } from '../../src/curation/gaps/gap.ts';
import { pickedInstead, pickedOffers } from '../../src/curation/offers/picked.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';
import type { Pick } from '../../src/store/feedback.ts';
import { snapshotOf } from '../knowledge/snapshot-of.ts';
import { server } from '../store/pin.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf({ 'a.md': '# Klubben\n\n## Hvad koster det?\n\n200 kr.\n' });
});

const pick = (question: string, target: string, count: number): Pick => ({
  question,
  target,
  count,
  at: new Date(0),
});
const nothing: Trial = { kind: 'unknown', target: null, nearest: null };

/** What is offered of these picks, in short: its question, its phrasings and how often. */
const offered = async (
  picks: readonly Pick[],
  trial: (text: string) => Trial = () => nothing,
): Promise<readonly (readonly [string, readonly string[], number])[]> => {
  const passage = snapshot.content.articles[0]?.passages[0];
  if (passage === undefined) throw new Error('not read');
  const located = snapshot.find(passage.hash);
  if (located === null) throw new Error('not found');
  const offers = await pickedOffers(
    picks,
    server,
    snapshot,
    (text) => Promise.resolve(trial(text)),
    (target) => (target === 'gone' ? null : { kind: 'passage', located }),
  );
  return offers.flatMap((offer) =>
    offer.kind === 'picked' ? [[offer.question, offer.phrasings, offer.count] as const] : [],
  );
};

const foundWhat = (text: string): Trial =>
  text.startsWith('hvad') ? { kind: 'found', target: 't', nearest: null } : nothing;

describe('what people picked', () => {
  it('is offered from five on, under the wording that was picked most', async () => {
    expect(await offered([pick('hvad koster kontingentet', 't', 4)])).toEqual([]);
    expect(await offered([pick('hvad koster kontingentet', 't', 5)])).toEqual([
      ['hvad koster kontingentet', [], 5],
    ]);
    expect(
      await offered([pick('hvad koster kontingentet', 't', 2), pick('kontingentet, hvad koster', 't', 3)]),
    ).toEqual([['kontingentet, hvad koster', ['hvad koster kontingentet'], 5]]);
  });
  it('counts the same words once, as they were first written', async () => {
    expect(
      await offered([pick('Hvad koster kontingentet?', 't', 3), pick('hvad koster kontingentet', 't', 2)]),
    ).toEqual([['Hvad koster kontingentet?', [], 5]]);
  });
  it('is no offer of what is gone, of texts that were not kept, nor of two answers together', async () => {
    expect(await offered([pick('hvad koster kontingentet', 'gone', 9)])).toEqual([]);
    expect(await offered([pick('', 't', 9)])).toEqual([]);
    const apart = [pick('hvad koster kontingentet', 't', 3), pick('hvad koster kontingentet', 'u', 3)];
    expect(await offered(apart)).toEqual([]);
  });
  it.each<[string, Trial, number]>([
    ['a fixed answer', { kind: 'pinned', target: 'p1', nearest: null }, 0],
    ['that very answer', { kind: 'found', target: 't', nearest: null }, 0],
    ['another answer', { kind: 'found', target: 'u', nearest: null }, 1],
    ['it among suggestions', { kind: 'unsure', target: 't', nearest: null }, 1],
    ['nothing', nothing, 1],
  ])('where the question gets %s by now is offered or not', async (_, trial, count) => {
    expect(await offered([pick('hvad koster kontingentet', 't', 5)], () => trial)).toHaveLength(count);
  });
  it('is not offered where too few of the questions are left open', async () => {
    const picks = [pick('hvad koster kontingentet', 't', 4), pick('kontingentet, hvad koster', 't', 3)];
    expect(await offered(picks, foundWhat)).toEqual([]);
  });
});

describe('what was picked instead', () => {
  const picks = [
    pick('hvad koster kontingentet', 'a', 2),
    pick('Hvad koster kontingentet?', 'b', 1),
    pick('hvad koster kontingentet', 'b', 2),
    pick('hvor er hallen', 'c', 9),
    pick('', 'd', 9),
    pick('hvad koster kontingentet', 'e', 1),
  ];
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['most picked first', ['hvad koster kontingentet'], [], ['b', 'a', 'e']],
    ['but for what was shown', ['HVAD koster kontingentet'], ['b'], ['a', 'e']],
    ['for any of the questions', ['hvor er hallen', 'hvad koster kontingentet'], [], ['c', 'b', 'a', 'e']],
    ['for no other question', ['hvem er formand'], [], []],
    ['for nothing', [''], [], []],
  ])('is told %s', (_, questions, shown, targets) => {
    expect(pickedInstead(picks, questions, new Set(shown), snapshot)).toEqual(targets);
  });
});

const gap = (...texts: readonly string[]): Gap => ({
  id: 'a',
  question: texts[0] ?? '',
  wordings: texts.map((text) => ({ text, count: 1 }) as unknown as Gap['wordings'][number]),
  count: texts.length,
  down: [],
  last: new Date(Date.UTC(2026, 0, 2)),
  nearest: null,
  isOffered: false,
});

describe('a gap as a heading to write below', () => {
  it('has phrasings only where there are other wordings', () => {
    expect(gapStubs([gap('hvor er hallen')])).toBe(
      '## hvor er hallen\n\n<!-- asked 1, last 2026-01-02 -->\n',
    );
    expect(gapStubs([gap('hvor er hallen', 'hallen --> hvor')])).toBe(
      '## hvor er hallen\n<!-- questions\n- hallen → hvor\n-->\n\n<!-- asked 2, last 2026-01-02 -->\n',
    );
  });
  it('names the passage that comes nearest, and what is Markdown in a question is text', () => {
    const nearest = snapshot.find(snapshot.content.articles[0]?.passages[0]?.hash ?? '');
    const text = gapStubs([{ ...gap('hvad er *det* & #1'), nearest }]);
    expect(text).toContain('## hvad er \\*det\\* \\& \\#1\n');
    expect(text).toContain('; nearest: a.md#Hvad koster det? -->');
  });
});
