import { describe, expect, it } from 'vitest';
import type { PinDraft } from '../../src/curation/pins/draft.ts';
import type { ListedPin } from '../../src/curation/pins/pin.ts';
import { pinWordsFor } from '../../src/discord/front.ts';
import { listPost } from '../../src/discord/pins/list.ts';
import {
  confirmPost,
  faultPost,
  keptPost,
  shownAnswer,
  shownQuestion,
  undoablePost,
} from '../../src/discord/pins/told.ts';
import type { Post } from '../../src/discord/post.ts';

const words = pinWordsFor('da');
const id = '0123456789ab';
const key = 'ba9876543210';
const pin = (changes: Partial<ListedPin> = {}): ListedPin => ({
  id,
  question: 'Hvornår *nu*?',
  phrasings: [],
  target: null,
  passageId: null,
  markdown: 'Kun\n nu.',
  state: 'own',
  createdAt: new Date(0),
  updatedAt: new Date(2026, 10, 12),
  by: null,
  revision: 3,
  isLive: true,
  uses: 1,
  lastUsedAt: null,
  channelPin: null,
  ...changes,
});
const draft = (text: string): PinDraft => ({ question: 'q', phrasings: [], target: null, text });
interface Control {
  readonly label?: string;
  readonly placeholder?: string;
  readonly custom_id: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}
const controls = ({ components }: Post): string[][] =>
  components.map((row) =>
    row.components.map((one) => {
      const { label, placeholder, custom_id: custom, options } = one.toJSON() as Control;
      const chosen = options?.map((option) => ` ${option.label}=${option.value}`).join('') ?? '';
      return `${label ?? placeholder ?? ''} ${custom}${chosen}`;
    }),
  );
const kept = `-# ${words.draft.kept}`;
const reopen = `Åbn formularen igen svar:pindraft:${key}`;

describe('a deed that was not done', () => {
  it('is told in a sentence', () => {
    const post = faultPost({ kind: 'missing' }, words);
    expect(post).toEqual({ content: 'Det faste svar findes ikke længere.', components: [], ping: null });
    expect(faultPost({ kind: 'limit', limit: 7 }, words).content).toContain('Serveren har 7 faste svar');
  });
  it('leads to the pin that is in the way', () => {
    const post = faultPost({ kind: 'duplicate', pin: pin(), asked: 'nu_?' }, words);
    expect(post.content).toBe('»nu\\_?« har allerede et fast svar: det på »Hvornår \\*nu\\*?«.');
    expect(controls(post)).toEqual([[`Erstat det svar:pinedit:${id}`]]);
    expect(faultPost({ kind: 'changed', pin: pin() }, words).components).toEqual([]);
  });
  it('keeps what was typed', () => {
    const post = keptPost({ kind: 'text-empty' }, draft(''), key, words);
    expect(post.content).toBe(`Vælg et afsnit, eller skriv din egen tekst.\n${kept}`);
    expect(controls(post)).toEqual([[reopen]]);
  });
  it('lets the typed text or the other pin be chosen', () => {
    const post = keptPost({ kind: 'duplicate', pin: pin(), asked: 'Hvornår *nu*?' }, draft('x'), key, words);
    expect(post.content).toBe(`»Hvornår \\*nu\\*?« har allerede et fast svar.\n${kept}`);
    const mine = `Brug mit svar i stedet svar:pinmine:${key}:${id}:3`;
    expect(controls(post)).toEqual([[`Erstat det svar:pinedit:${id}`, mine, reopen]]);
    const changed = keptPost({ kind: 'changed', pin: pin() }, draft(' mit\nsvar '), key, words);
    expect(changed.content).toBe(
      `En anden har rettet det faste svar på »Hvornår \\*nu\\*?« i mellemtiden. Intet er gemt.\n**Nu:** »Kun nu.«\n**Dit:** mit svar\n${kept}`,
    );
    expect(controls(changed)).toEqual([[mine, reopen]]);
    const blank = keptPost({ kind: 'changed', pin: pin() }, draft('  '), key, words);
    expect(blank.content.split('\n').slice(1)).toEqual(['**Nu:** »Kun nu.«', kept]);
  });
  it('asks which of two answers is meant', () => {
    const post = keptPost({ kind: 'two-answers' }, draft('x'), key, words);
    expect(controls(post)).toEqual([
      [`Min tekst svar:pinown:${key}`, `Afsnittet svar:pinpassage:${key}`, reopen],
    ]);
  });
});

describe('a pin in a sentence', () => {
  it('is its question, escaped and short', () => {
    expect(shownQuestion(pin())).toBe('Hvornår \\*nu\\*?');
    expect(shownQuestion(pin({ question: 'a'.repeat(151) }))).toBe(`${'a'.repeat(149)}…`);
    expect(shownQuestion(pin(), 4)).toBe('Hvo…');
  });
  it('answers with its own text, a heading, or the name of what is gone', () => {
    expect(shownAnswer(pin(), words, 4)).toBe('»Kun…«');
    expect(shownAnswer(pin({ passageId: 'a.md#B_c' }), words, 40)).toBe('a.md#B\\_c');
  });
  it('is confirmed with a way back, and asked about before it goes', () => {
    const post = undoablePost('Gemt.', pin(), words);
    expect(post.content).toBe('Gemt.');
    expect(controls(post)).toEqual([[`Fortryd svar:undopin:${id}:3`]]);
    const asked = confirmPost(pin(), words);
    expect(asked.content).toBe('Fjern det faste svar på »Hvornår \\*nu\\*?«?');
    expect(controls(asked)).toEqual([[`Fjern svar:unpin:${id}`, `Behold svar:keeppin:${id}`]]);
  });
});

const menus = (page: number, ...pins: readonly ListedPin[]): string[][] => {
  const options = pins.map(({ question, id: value }) => ` ${question}=${value}`).join('');
  return [
    [`Ret et fast svar … svar:pinchange:${String(page)}${options}`],
    [`Fjern et fast svar … svar:pindrop:${String(page)}${options}`],
  ];
};
const many = (count: number): ListedPin[] =>
  Array.from({ length: count }, (_, n) =>
    pin({ id: String(n).padStart(12, '0'), question: `q${String(n)}` }),
  );
it.each([
  [5, 0, null, []],
  [6, 0, 'Side 1 af 2', ['Næste svar:pinpage:1']],
  [6, 1, 'Side 2 af 2', ['Forrige svar:pinpage:0']],
  [6, 9, 'Side 2 af 2', ['Forrige svar:pinpage:0']],
  [11, 1, 'Side 2 af 3', ['Forrige svar:pinpage:0', 'Næste svar:pinpage:2']],
  [11, -3, 'Side 1 af 3', ['Næste svar:pinpage:1']],
])('of %d turns its pages of five: page %d', (count, wish, foot, turns) => {
  const post = listPost(many(count), wish, words);
  const last = post.content.split('\n').at(-1);
  expect(last?.startsWith('-# Side') === true ? last.slice(3) : null).toBe(foot);
  expect(controls(post).slice(2).flat()).toEqual(turns);
});
describe('the list of fixed answers', () => {
  it('says how to begin where there are none', () => {
    expect(listPost([], 0, words)).toEqual({ content: words.list.empty, components: [], ping: null });
  });
  it('has a line and a place in the menus for each', () => {
    const other = pin({ id: 'a'.repeat(12), question: 'b', uses: 2, by: '1', state: 'orphaned' });
    const post = listPost([pin(), other], 0, words);
    expect(post.content).toBe(
      '### Faste svar: 2\n**Hvornår \\*nu\\*?** → »Kun nu.«\n-# brugt 1 gang · 12. nov. 2026\n**b** → »Kun nu.«\n-# brugt 2 gange · 12. nov. 2026 · af <@1> · ⚠️ afsnittet er væk',
    );
    expect(controls(post)).toEqual(menus(0, pin(), other));
  });
  it('offers to mend what the articles have overtaken', () => {
    const outdated = pin({ state: 'outdated', question: 'q'.repeat(41) });
    const covered = pin({ id: 'a'.repeat(12), state: 'covered', question: 'c' });
    const rows = controls(listPost([outdated, covered, pin()], 0, words));
    expect(rows[2]).toEqual([
      `Brug den nye tekst: ${'q'.repeat(39)}… svar:renewpin:${id}:3`,
      `Træk tilbage: c svar:retirepin:${'a'.repeat(12)}`,
    ]);
    expect(rows).toHaveLength(3);
  });
  it('shortens its lines until they fit', () => {
    const long = Array.from({ length: 5 }, () =>
      pin({ question: '_'.repeat(200), markdown: '*'.repeat(200) }),
    );
    const post = listPost(long, 0, words);
    expect(post.content.length).toBeLessThanOrEqual(2000);
    expect(post.content).toContain(`**${'\\_'.repeat(59)}…** → »${'\\*'.repeat(59)}…«`);
  });
});
