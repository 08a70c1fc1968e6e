import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAnswers } from '../../src/answers/create.ts';
import type { Answer } from '../../src/answers/answer.ts';
import { pinService } from '../../src/curation/pins/service.ts';
import { openLibrary } from '../../src/knowledge/library.ts';
import { openStore } from '../../src/store/open.ts';
import { server } from '../store/pin.ts';

/** Fixed answers with questions that ask them in other words, and questions on the same topics that ask something else. */
const schema = z.strictObject({
  pins: z.array(
    z.strictObject({
      question: z.string(),
      phrasings: z.array(z.string()).default([]),
      text: z.string(),
      same: z.array(z.string()),
      other: z.array(z.string()).default([]),
    }),
  ),
  others: z.array(z.string()),
});

/** What became of one question. */
export interface PinTrial {
  readonly asked: string;
  /** The pin that should answer; null: none. */
  readonly wanted: string | null;
  /** The pin that answered; null: none did. */
  readonly got: string | null;
  readonly answer: Answer;
}

/** Asks every question of a set, with its pins in a real store beside its articles. */
export async function tryPins(dir: string): Promise<readonly PinTrial[]> {
  const set = schema.parse(parse(readFileSync(join(dir, 'pins.yml'), 'utf8')));
  const folder = mkdtempSync(join(tmpdir(), 'svar-pin-set-'));
  const library = await openLibrary({ dir: join(dir, 'content'), watches: false, told: () => undefined });
  const store = await openStore({ engine: 'sqlite', path: join(folder, 'svar.db') });
  const pins = pinService(store.pins, () => library.current(), pino({ level: 'silent' }));
  const answers = createAnswers(library, null, pins, null);
  try {
    for (const { question, phrasings, text } of set.pins) {
      const outcome = await pins.add(server, { question, phrasings, target: null, text }, null);
      if (!outcome.ok) throw new Error(`${question}: ${outcome.problem.kind}`);
    }
    const asked = [
      ...set.pins.flatMap(({ question, same }) => same.map((text) => ({ text, wanted: question }))),
      ...set.pins.flatMap(({ other }) => other.map((text) => ({ text, wanted: null }))),
      ...set.others.map((text) => ({ text, wanted: null })),
    ];
    const trials: PinTrial[] = [];
    for (const { text, wanted } of asked) {
      const answer = await answers.ask({ text, server });
      const got = answer.kind === 'pinned' ? answer.pin.question : null;
      trials.push({ asked: text, wanted, got, answer });
    }
    return trials;
  } finally {
    await pins.close();
    await store.close();
    await library.close();
    rmSync(folder, { recursive: true });
  }
}
