import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, FoundAnswer, UnsureAnswer } from '../../src/answers/answer.ts';
import { createAnswers } from '../../src/answers/create.ts';
import type { Answers } from '../../src/answers/service.ts';
import type { PinView } from '../../src/curation/pins/pin.ts';
import { shorten } from '../../src/discord/escape.ts';
import { wordsFor } from '../../src/discord/front.ts';
import {
  imageIn,
  passagePost,
  publicPost,
  sourceLine,
  suggestionLines,
  suggestionRows,
  type Setting,
} from '../../src/discord/looks.ts';
import type { Post } from '../../src/discord/post.ts';
import { severalPost } from '../../src/discord/several.ts';
import { openLibrary, type Library } from '../../src/knowledge/library.ts';
import type { Match } from '../../src/knowledge/ranking.ts';

const text = `---
title: Klubben
lang: da
url: https://klub.dk/a
---
## Hold

### Hvad *koster* det?

200 kr.

### Kort

![Kort](https://klub.dk/kort.png)

### Langt

${Array.from({ length: 12 }, (_, n) => `Afsnit ${String(n)} ${'ord '.repeat(30).trim()}.`).join('\n\n')}
`;
const wordy = 'lange ord '.repeat(19).trim();
const far = `---\ntitle: ${wordy}\nlang: da\nurl: https://klub.dk/${'a'.repeat(300)}\n---\n## ${wordy}\n\nJa.\n`;
const bare =
  '---\ntitle: Hallen\nlang: da\n---\n## Hvor er den?\n\nPå Havnevej.\n\n## Bad\n\nJa.\n\n## Sauna\n\nNej.\n';

let folder: string;
let library: Library;
let answers: Answers;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-looks-'));
  await writeFile(join(folder, 'a.md'), text);
  await writeFile(join(folder, 'b.md'), bare);
  await writeFile(join(folder, 'c.md'), far);
  library = await openLibrary({ dir: folder, watches: false, told: () => undefined });
  answers = createAnswers(library, null, null, null);
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true });
});

const setting: Setting = { words: wordsFor('da'), quoted: null, ping: null };
function match(id: string, readAs: readonly string[] = []): Match {
  const snapshot = library.current();
  const found = snapshot.explain(snapshot.read('x'), id);
  if (found === null) throw new Error(id);
  const words = readAs.map(
    (word) =>
      ({ asked: 'x', readAs: word, reading: 'spelling', fields: ['body'], share: 0, score: 0 }) as const,
  );
  return { ...found, evidence: { ...found.evidence, words } };
}
const hash = (id: string): string => library.current().findById(id)?.passage.hash ?? '';
const price = 'a.md#Hvad koster det?';
const decided = { question: 'x', language: 'da', confidence: 0, ranking: [] };
const found = (id: string, ...readAs: string[]): FoundAnswer => ({
  ...decided,
  kind: 'found',
  match: match(id, readAs),
  others: [],
  sure: false,
});
const view = (question: string): PinView => ({
  id: '0123456789ab',
  question,
  phrasings: [],
  target: null,
  passageId: null,
  markdown: 'Kun **nu**.',
  state: 'own',
  createdAt: new Date(0),
  updatedAt: new Date(2026, 10, 12),
});
const unsure = (
  ids: readonly string[],
  pins: readonly PinView[] = [],
  section: string | null = null,
): UnsureAnswer => ({
  ...decided,
  kind: 'unsure',
  pins,
  suggestions: ids.map((id) => match(id)),
  section,
});
/** Rows of buttons: `label custom_id`, a disabled one in brackets. */
const buttons = ({ components }: Post): string[][] =>
  components.map((row) =>
    row.components.map((one) => {
      const {
        label,
        emoji,
        custom_id: id,
        disabled,
      } = one.toJSON() as {
        label?: string;
        emoji?: { name: string };
        custom_id: string;
        disabled?: boolean;
      };
      const shown = `${label ?? emoji?.name ?? ''} ${id}`;
      return disabled === true ? `[${shown}]` : shown;
    }),
  );
const controls = (target: string, part = ''): string[] => [
  `👍 svar:helpful:${target}${part}`,
  `👎 svar:unhelpful:${target}${part}`,
  `⋯ svar:panel:${target}${part}`,
];
const post = (answer: Answer, more: Partial<Setting> = {}): Post =>
  publicPost(answer, answers, { ...setting, ...more });

describe('an answer as it is posted', () => {
  it('has title, text and source', () => {
    const posted = post(found(price));
    expect(posted).toMatchObject({
      content: '### [Hvad koster det?](https://klub.dk/a)\n200 kr.\n-# Fra Klubben › Hold',
      ping: null,
      image: null,
    });
    expect(buttons(posted)).toEqual([controls(hash(price))]);
  });
  it('has a title without a link where the article has no address', () => {
    expect(post(found('b.md#Hvor er den?')).content).toBe('### Hvor er den?\nPå Havnevej.\n-# Fra Hallen');
  });
  it('names up to three words that were read as others', () => {
    expect(post(found('b.md#Bad', 'en', 't_o', 'tre', 'fire')).content).toBe(
      '### Bad\nJa.\n-# Fra Hallen · læst som »en«, »t\\_o«, »tre«',
    );
  });
  it('names no word that the passage does not hold, or that was read otherwise', () => {
    const { match: one } = found('b.md#Bad');
    const words = [
      { asked: 'x', readAs: 'a', reading: 'spelling', fields: [], share: 0, score: 0 },
      { asked: 'x', readAs: 'b', reading: 'synonym', fields: ['body'], share: 0, score: 0 },
      { asked: 'x', readAs: null, reading: 'spelling', fields: ['body'], share: 0, score: 0 },
    ] as const;
    const answer = { ...found('b.md#Bad'), match: { ...one, evidence: { ...one.evidence, words } } };
    expect(post(answer).content).toBe('### Bad\nJa.\n-# Fra Hallen');
  });
  it('shows an image, and then asks for no preview of its title', () => {
    expect(post(found('a.md#Kort'))).toMatchObject({
      content: '### [Kort](<https://klub.dk/a>)\n[Kort](https://klub.dk/kort.png)\n-# Fra Klubben › Hold',
      image: 'https://klub.dk/kort.png',
    });
    const image = 'https://klub.dk/kort.png';
    const look = { head: '', blocks: [], foot: '', weigh: () => [], image };
    expect(imageIn(`se ${image}`, look)).toBe(image);
    expect(imageIn('se', look)).toBeNull();
    expect(imageIn('se', { ...look, image: null })).toBeNull();
  });
  it('is cut to 900 characters, with the rest one press away', () => {
    const posted = post(found('a.md#Langt'));
    const body = posted.content.split('\n').slice(1, -1).join('\n');
    expect(body.length).toBeLessThanOrEqual(900);
    expect(body.startsWith('Afsnit 0 ')).toBe(true);
    expect(body.endsWith('…')).toBe(true);
    const [up, down, panel] = controls(hash('a.md#Langt'));
    expect(buttons(posted)).toEqual([[up, down, `Læs resten svar:more:${hash('a.md#Langt')}:0`, panel]]);
  });
  it('quotes what was asked and names whom it is for', () => {
    expect(post(found('b.md#Bad'), { quoted: 'er der *bad*?', ping: '1' })).toMatchObject({
      content: 'Til <@1>\n> er der \\*bad\\*?\n### Bad\nJa.\n-# Fra Hallen',
      ping: '1',
    });
  });
  it('of a moderator says so, and when', () => {
    const posted = post({ ...decided, kind: 'pinned', pin: view('Hvornår *nu*?') });
    expect(posted.content).toBe(
      '### Hvornår \\*nu\\*?\nKun **nu**.\n-# 📌 Fast svar fra moderatorerne · 12. nov. 2026',
    );
    expect(buttons(posted)).toEqual([controls('p0123456789ab')]);
  });
  it('that is unsure has numbered offers, fixed answers first', () => {
    const posted = post(unsure([price, 'b.md#Bad'], [view('Når_?')]));
    expect(posted.content).toBe(
      'Mener du en af disse?\n**1** 📌 Når\\_?\n**2** Hvad koster det? · Klubben › Hold\n**3** Bad · Hallen',
    );
    expect(buttons(posted)).toEqual([
      [
        `1 svar:pick:p0123456789ab:0`,
        `2 svar:pick:${hash(price)}:0`,
        `3 svar:pick:${hash('b.md#Bad')}:0`,
        `Ingen af dem svar:none`,
      ],
    ]);
  });
  it('that is unsure of one alone asks for that', () => {
    expect(post(unsure([price])).content).toBe('Mener du det her?\n**1** Hvad koster det? · Klubben › Hold');
    expect(post(unsure([], [view('Når?')])).content).toBe('Mener du det her?\n**1** 📌 Når?');
  });
  it('to a heading offers what stands below it, and the topics', () => {
    const ids = [price, 'a.md#Kort', 'a.md#Langt', 'b.md#Bad', 'b.md#Sauna'];
    const posted = post(unsure(ids, [], 'H_old'));
    expect(posted.content.split('\n').slice(0, 2)).toEqual([
      'Under »H\\_old« står:',
      '**1** Hvad koster det? · Klubben › Hold',
    ]);
    const rows = buttons(posted);
    expect(rows.map((row) => row.length)).toEqual([5, 1]);
    expect(rows[1]).toEqual(['Se emner svar:topics:0']);
  });
  it('that is unknown leads to the topics, and names the nearest', () => {
    const unknown = { ...decided, kind: 'unknown', nearest: null } as const;
    expect(post(unknown).content).toBe('Det står ikke i artiklerne.');
    expect(buttons(post(unknown))).toEqual([['Se emner svar:topics:0']]);
    expect(post({ ...unknown, nearest: match('b.md#Bad') }).content).toBe(
      'Det står ikke i artiklerne.\n-# Nærmest: Bad',
    );
  });
  it('that is picked begins at its beginning', () => {
    const located = library.current().findById('b.md#Bad');
    if (located === null) throw new Error('not there');
    const posted = passagePost(located, answers, setting);
    expect(posted.content).toBe('### Bad\nJa.\n-# Fra Hallen');
    expect(buttons(posted)).toEqual([controls(hash('b.md#Bad'))]);
  });
});

const located = (parents: readonly string[], title = 'A'): Match => {
  const { article, passage, ...rest } = match('b.md#Bad');
  return { ...rest, article: { ...article, title }, passage: { ...passage, parents } };
};
describe('where a passage stands', () => {
  it('is told within the room of a title, every name as long as another', () => {
    expect(sourceLine(located(['b_c', 'd']))).toBe('A › b\\_c › d');
    expect(sourceLine(located(['b'.repeat(101)]))).toBe(`A › ${'b'.repeat(99)}…`);
    expect(sourceLine(located(['b'.repeat(100)]))).toBe(`A › ${'b'.repeat(100)}`);
    const twelve = Array.from({ length: 12 }, (_, n) => String(n).repeat(30));
    expect(sourceLine(located(twelve)).split(' › ')[1]).toBe(`${'0'.repeat(14)}…`);
  });
  it('is left out where the heading says the same', () => {
    expect(suggestionRows([located([], 'Bad')])).toEqual(['**1** Bad']);
  });
  it('is numbered on from others', () => {
    expect(suggestionRows([match('b.md#Bad')], 2)).toEqual(['**3** Bad · Hallen']);
    expect(suggestionLines([match('b.md#Bad'), match('b.md#Sauna')])).toBe(
      '**1** Bad · Hallen\n**2** Sauna · Hallen',
    );
  });
});

const several = (list: readonly Answer[], more: Partial<Setting> = {}): Post =>
  severalPost(
    list.map((answer, n) => ({ question: `s${String(n + 1)}?`, answer })),
    answers,
    { ...setting, ...more },
  );
const unknownPart = (n: number): string => `> s${String(n)}?\nDet står ikke i artiklerne.`;
describe('several answers in one post', () => {
  const unknown = { ...decided, kind: 'unknown', nearest: null } as const;
  it('stand below their questions, each with a row of its own', () => {
    const posted = several([found('b.md#Bad'), unsure(['b.md#Sauna', price]), unknown]);
    expect(posted.content).toBe(
      '> s1?\n### Bad\nJa.\n-# Fra Hallen\n\n> s2?\nMener du en af disse?\n**1** Sauna · Hallen\n**2** Hvad koster det? · Klubben › Hold\n\n> s3?\nDet står ikke i artiklerne.',
    );
    expect(buttons(posted)).toEqual([
      ['[Svar 1 svar:mark:0]', ...controls(hash('b.md#Bad'))],
      [
        '[Svar 2 svar:mark:1]',
        `1 svar:pick:${hash('b.md#Sauna')}:0:1`,
        `2 svar:pick:${hash(price)}:0:1`,
        `Ingen af dem svar:none:1`,
      ],
      ['Se emner svar:topics:0'],
    ]);
    expect(posted.ping).toBeNull();
  });
  it('are three, what is beyond is named below, and whom they are for above', () => {
    const posted = several(
      [1, 2, 3, 4, 5, 6, 7].map(() => unknown),
      { ping: '1' },
    );
    expect(posted.content).toBe(
      `Til <@1>\n${unknownPart(1)}\n\n${unknownPart(2)}\n\n${unknownPart(3)}\n\n-# Jeg svarer på tre spørgsmål ad gangen. Stil dette igen for sig: »s4?« · »s5?« · »s6?«`,
    );
    expect(posted.ping).toBe('1');
    expect(buttons(posted)).toEqual([['Se emner svar:topics:0']]);
  });
  it('offer three each, fixed answers first, and no topics for one alone', () => {
    const ids = [price, 'a.md#Kort', 'a.md#Langt', 'b.md#Bad'];
    const posted = several([unsure(ids, [view('Når?')], 'Hold'), found('b.md#Bad')]);
    expect(posted.content).toContain('**3** Kort · Klubben › Hold\n\n');
    expect(buttons(posted)[0]?.map((one) => one.split(' svar:')[0])).toEqual([
      '[Svar 1',
      '1',
      '2',
      '3',
      'Ingen af dem',
    ]);
  });
  it('share the room, and the rest of each is its own press away', () => {
    const posted = several([found('a.md#Langt'), found('b.md#Bad'), found('a.md#Langt')]);
    expect(posted.content.length).toBeLessThanOrEqual(2000);
    expect(posted.content.length).toBeGreaterThan(1500);
    expect(posted.content).toContain('### Bad\nJa.\n');
    expect(buttons(posted)[0]?.[3]).toBe(`Læs resten svar:more:${hash('a.md#Langt')}:0`);
    expect(buttons(posted)[2]?.[3]).toBe(`Læs resten svar:more:${hash('a.md#Langt')}:0:2`);
  });
  it('have shorter quotes and titles where long ones would leave no room', () => {
    const long = 'hvad '.repeat(70);
    const posted = severalPost(
      [1, 2, 3].map(() => ({ question: long, answer: found(`c.md#${wordy}`) })),
      answers,
      { ...setting, ping: '1' },
    );
    const [quote, title, ...rest] = posted.content.split('\n').slice(1);
    expect(quote).toBe(`> ${shorten(long, 150)}`);
    expect(title).toBe(shorten(`### ${wordy}`, 160));
    expect(rest.slice(0, 2)).toEqual(['Ja.', `-# Fra ${wordy.slice(0, 152)}…`]);
  });
});
