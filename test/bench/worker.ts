import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildSnapshot } from '../../src/knowledge/snapshot.ts';
import { cleaned, tokenise } from '../../src/language/tokenise.ts';
import { passagesOf, type Corpus } from './corpora.ts';
import { asked, isEngineName, type Ask, type EngineName } from './engine.ts';
import type { Built, Round } from './figures.ts';
import { flexSearch, lunr, miniSearch, orama, winkBm25 } from './peers.ts';

/** One engine in a process of its own: builds over a corpus, then answers all questions whenever it is told to. */
const [name = '', file = ''] = process.argv.slice(2);
if (!isEngineName(name)) throw new Error(`no engine is called ${name}`);
const corpus = JSON.parse(readFileSync(file, 'utf8')) as Corpus;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const builders: Record<EngineName, (given: Corpus) => Ask | Promise<Ask>> = {
  svar: async ({ content }) => {
    const snapshot = await buildSnapshot(content);
    return (question) =>
      snapshot.rank(snapshot.read(question), asked).matches.map(({ passage }) => passage.id);
  },
  minisearch: ({ content }) => miniSearch(passagesOf(content)),
  orama: ({ content }) => orama(passagesOf(content)),
  flexsearch: ({ content }) => flexSearch(passagesOf(content)),
  lunr: ({ content }) => lunr(passagesOf(content)),
  'wink-bm25': ({ content }) => winkBm25(passagesOf(content)),
};
const build = builders[name];
/** Questions in a round. */
const fewestAsked = 200;

/** Bytes in use, buffers outside the heap counted. */
function held(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The time wink-nlp takes for the same text: no index over its tokens can be built faster. Milliseconds. */
function tokenisingFloor(): number {
  const from = performance.now();
  for (const { heading, text } of passagesOf(corpus.content)) tokenise(cleaned(`${heading}\n${text}`));
  return performance.now() - from;
}

async function built(): Promise<{ readonly ask: Ask; readonly figures: Built }> {
  // Languages and modules are loaded once for a process, and are no part of any index.
  const small = { ...corpus, content: { ...corpus.content, articles: corpus.content.articles.slice(0, 1) } };
  await (
    await build(small)
  )('hvad er det');
  const before = held();
  const from = performance.now();
  const ask = await build(corpus);
  const buildTime = performance.now() - from;
  await ask('hvad er det');
  const bytes = held() - before;
  return { ask, figures: { buildTime, bytes, floor: name === 'svar' ? tokenisingFloor() : null } };
}

async function round(ask: Ask): Promise<Round> {
  const times: number[] = [];
  let right = 0;
  const before = process.cpuUsage();
  // Small collections are asked often enough to be measured.
  while (times.length < fewestAsked && corpus.questions.length > 0) {
    for (const { text, relevant } of corpus.questions) {
      const from = performance.now();
      const [first] = await ask(text);
      times.push(performance.now() - from);
      if (first !== undefined && relevant.includes(first)) right++;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return { times, cpu: (user + system) / 1000, right, peak: process.resourceUsage().maxRSS * 1024 };
}

const { ask, figures } = await built();
await round(ask);
process.send?.({ built: figures });
process.on('message', () => {
  void round(ask).then((told) => process.send?.({ round: told }));
});
process.on('disconnect', () => process.exit(0));
