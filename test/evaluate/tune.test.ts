import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionSetAt } from '../../src/evaluate/evaluate.ts';
import { tuneSet } from '../../src/evaluate/tune.ts';

const article = `# Klubben

## Hvad koster et medlemskab?
<!-- tests
- Hvad koster et medlemskab?
-->

200 kr. om året.

## Hvornår er der træning?

Om tirsdagen.
`;

function setOf(questions: readonly object[]): ReturnType<typeof questionSetAt> {
  const dir = mkdtempSync(join(tmpdir(), 'svar-tune-'));
  mkdirSync(join(dir, 'content'));
  writeFileSync(join(dir, 'content', 'klub.md'), article);
  writeFileSync(join(dir, 'queries.jsonl'), questions.map((one) => JSON.stringify(one)).join('\n'));
  return questionSetAt(dir, 'klub');
}

describe('tuning', () => {
  it("decides a set's questions and the articles' own tests at five positions, the shipped one in the middle", async () => {
    const tuned = await tuneSet(
      setOf([
        { question: 'hvem opfandt telefonen', relevant: [] },
        { question: 'hvornår er der træning', relevant: ['klub.md#Hvornår er der træning?'] },
      ]),
    );
    expect(tuned.map(({ position }) => position)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(tuned[2]?.figures).toMatchObject({
      questions: 3,
      outOfScope: 1,
      right: 100,
      near: 100,
      bothered: 0,
    });
  });
  it('never posts or bothers more where the bars are higher', async () => {
    const texts = [
      'hvad koster bolden',
      'er der træning i morgen',
      'hvornår kører toget',
      'medlem',
      'hvad koster det',
    ];
    const tuned = await tuneSet(setOf(texts.map((question) => ({ question, relevant: [] }))));
    const bothered = tuned.map(({ figures }) => figures.bothered ?? 0);
    expect(bothered).toEqual(bothered.toSorted((a, b) => b - a));
    expect(tuned.map(({ bars }) => bars.found)).toEqual(
      tuned.map(({ bars }) => bars.found).toSorted((a, b) => a - b),
    );
  });
});
