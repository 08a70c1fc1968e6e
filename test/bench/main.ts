import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusAt, generated, passagesOf, type Corpus } from './corpora.ts';
import { engineNames, isEngineName } from './engine.ts';
import { figuresOf, tableOf, type Built, type EngineFigures, type Round } from './figures.ts';
import { pinsText } from './pins.ts';

/**
 * `npm run bench -- [--content DIR…] [--passages N…] [--engines NAME…] [--rounds N] [--json]`: Svar beside the engines that
 * people would take instead, over the same passages and questions. Each engine has a process of its own; they take turns,
 * one at a time, and figures are medians over the rounds, so that a machine's moods meet all of them. Without options:
 * the sample article, the committed sets nearest to 150, and generated text of 1,500 passages.
 */
const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: given } = parseArgs({
  options: {
    content: { type: 'string', multiple: true, default: [] },
    passages: { type: 'string', multiple: true, default: [] },
    engines: { type: 'string', multiple: true, default: [...engineNames] },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const engines = given.engines.flatMap((list) => list.split(',')).filter(isEngineName);
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function corpora(): Promise<readonly Corpus[]> {
  const base = process.env['INIT_CWD'] ?? process.cwd();
  const found: Corpus[] = [];
  for (const dir of given.content) found.push(await corpusAt(resolve(base, dir), dir));
  for (const list of given.passages) {
    for (const count of list.split(',')) found.push(generated(Number(count)));
  }
  if (found.length > 0) return found;
  return [
    await corpusAt(join(packageRoot, 'content'), 'the sample article'),
    await corpusAt(join(packageRoot, 'test/questions/da-encyclopaedia/content'), 'da-encyclopaedia'),
    generated(1500),
  ];
}

/** What a process said under a name. */
async function told<Value>(child: ChildProcess, name: string): Promise<Value> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [Record<string, Value>];
    const value = message[name];
    if (value !== undefined) return value;
  }
}

async function measured(corpus: Corpus, folder: string): Promise<readonly EngineFigures[]> {
  const file = join(folder, 'corpus.json');
  writeFileSync(file, JSON.stringify(corpus));
  const running: { engine: string; child: ChildProcess; built: Built; rounds: Round[] }[] = [];
  for (const engine of engines) {
    const child = fork(join(packageRoot, 'test/bench/worker.ts'), [engine, file], {
      execArgv: ['--import', 'tsx', '--max-old-space-size=6000'],
    });
    running.push({ engine, child, built: await told<Built>(child, 'built'), rounds: [] });
  }
  for (let round = 0; round < Number(given.rounds); round++) {
    for (const { child, rounds } of running) {
      const answer = told<Round>(child, 'round');
      child.send('ask');
      rounds.push(await answer);
    }
  }
  for (const { child } of running) child.disconnect();
  const passages = passagesOf(corpus.content).length;
  return running.map(({ engine, built, rounds }) => figuresOf(engine, built, rounds, passages));
}

const folder = mkdtempSync(join(tmpdir(), 'svar-bench-'));
try {
  const all: { corpus: string; passages: number; engines: readonly EngineFigures[] }[] = [];
  for (const corpus of await corpora()) {
    const passages = passagesOf(corpus.content).length;
    const figures = await measured(corpus, folder);
    all.push({ corpus: corpus.name, passages, engines: figures });
    const title = `${corpus.name}: ${String(passages)} passages, ${String(corpus.questions.length)} questions`;
    if (!given.json) say(tableOf(title, figures));
  }
  if (given.json) say(JSON.stringify(all));
  else if (given.content.length === 0 && given.passages.length === 0) say(await pinsText());
} finally {
  rmSync(folder, { recursive: true });
}
