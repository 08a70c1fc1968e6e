import { beforeAll, describe, expect, it } from 'vitest';
import type { QuestionEntry, QuestionIndex } from '../../src/knowledge/question-index.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';
import { snapshotOf } from './snapshot-of.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf({
    'a.md': `---\nlang: da\n---\n# Klubben\n\n${['bolden', 'banen', 'netværket', 'festen', 'kassen'].map((word) => `## Om ${word}\n\nHer står der noget om ${word} i klubben.\n`).join('\n')}`,
  });
});
const entry = (id: string, question: string, text = 'Ja.', ...phrasings: string[]): QuestionEntry => ({
  id,
  question,
  phrasings,
  text,
});
const near = (index: QuestionIndex, question: string, limit = 5): string[] =>
  index.near(snapshot.read(question), limit).map(({ id }) => id);
const confidence = (index: QuestionIndex, question: string, of: string): number =>
  index.near(snapshot.read(question), 9).find(({ id }) => id === of)?.confidence ?? 0;

describe('who owns a question', () => {
  it('is the first that asks it, a question before a phrasing', () => {
    const index = snapshot.indexQuestions([
      entry('a', 'Hvornår åbner I?', 'Nu.', 'Hvad koster det?', 'åbningstider'),
      entry('b', 'Hvad koster det?', 'Nu.', 'åbningstider'),
      entry('c', 'hvad koster det', 'Nu.'),
    ]);
    expect(index.owner(snapshot.key('hvad koster det'))).toBe('b');
    expect(index.owner(snapshot.key('Åbningstider?'))).toBe('a');
    expect(index.owner(snapshot.key('hvornår åbner I'))).toBe('a');
    expect(index.owner(snapshot.key('noget andet'))).toBeNull();
  });
  it('is nobody for a text without a word', () => {
    expect(snapshot.indexQuestions([entry('a', '?')]).owner('')).toBeNull();
    expect(snapshot.indexQuestions([]).owner(snapshot.key('hvad'))).toBeNull();
  });
});

describe('what may be meant', () => {
  it('is what shares words, best first and no more than asked for', () => {
    const index = snapshot.indexQuestions([
      entry('a', 'Er der parkering ved hallen?'),
      entry('b', 'Er der parkering?'),
      entry('c', 'Er der garderobe?'),
    ]);
    expect(near(index, 'parkering')[0]).toBe('b');
    expect(near(index, 'parkering').toSorted()).toEqual(['a', 'b']);
    expect(near(index, 'parkering', 1)).toHaveLength(1);
    expect(near(index, 'flodheste')).toEqual([]);
    expect(near(snapshot.indexQuestions([]), 'parkering')).toEqual([]);
    const best = index.near(snapshot.read('er der parkering'), 5);
    expect(best[0]).toMatchObject({ id: 'b', covered: 1, alike: 1 });
    expect(best.map(({ confidence: sure }) => sure)).toEqual(
      best.map(({ confidence: sure }) => sure).toSorted((x, y) => y - x),
    );
  });
  it('is found by a phrasing and by its text', () => {
    const index = snapshot.indexQuestions([
      entry('a', 'Må man ryge?', 'Kun ved containeren.', 'cigaretter'),
      entry('b', 'Hvor er nøglen?', 'I boksen.'),
    ]);
    expect(near(index, 'cigaretter')).toEqual(['a']);
    expect(near(index, 'containeren')[0]).toBe('a');
  });
  it('is never what is denied, nor the other way', () => {
    const index = snapshot.indexQuestions([
      entry('a', 'Hvorfor kan man ikke logge ind?'),
      entry('b', 'Hvordan kan man logge ind?'),
      entry('c', 'Kan man logge ind?', 'Ja.', 'man kan ikke logge ind'),
    ]);
    expect(near(index, 'kan ikke logge ind').toSorted()).toEqual(['a', 'c']);
    expect(near(index, 'logge ind').toSorted()).toEqual(['b', 'c']);
  });
  it('is less likely where another thing is asked for', () => {
    const index = snapshot.indexQuestions([entry('a', 'Hvornår er der svømning?')]);
    const same = confidence(index, 'hvornår svømning', 'a');
    const place = confidence(index, 'hvor svømning', 'a');
    expect(same).toBeGreaterThan(place);
    expect(place).toBeGreaterThan(0);
    const both = snapshot.indexQuestions([
      entry('a', 'Hvornår er der svømning?', 'Ja.', 'Hvor er der svømning?'),
    ]);
    expect(confidence(both, 'hvor svømning', 'a')).toBeGreaterThan(place);
    // One that asks for nothing definite may be meant by any.
    const open = snapshot.indexQuestions([entry('a', 'Hvornår er der svømning?', 'Ja.', 'Er der svømning?')]);
    expect(confidence(open, 'hvor svømning', 'a')).toBeGreaterThan(place);
  });
});
