import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { loadSnapshot } from '../../src/knowledge/load-snapshot.ts';
import type { Snapshot } from '../../src/knowledge/snapshot.ts';

/** Speed as ratios within one run: `npm run bench [content folder]`. A machine's own speed cancels out. */
const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dir = process.argv[2] ?? join(packageRoot, 'content');
const rounds = 9;

/** The median of a few rounds, in milliseconds. */
function median(run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

function miniSearchOver({ content }: Snapshot): MiniSearch {
  const index = new MiniSearch({
    fields: ['heading', 'title', 'text'],
    searchOptions: { boost: { heading: 3 }, fuzzy: 0.2 },
  });
  index.addAll(
    content.articles.flatMap(({ title, passages }) =>
      passages.map(({ id, heading, text }) => ({ id, heading, title, text })),
    ),
  );
  return index;
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const snapshot = await loadSnapshot(dir, {});
const headings = snapshot.content.articles.flatMap(({ passages }) => passages.map(({ heading }) => heading));
const step = Math.max(1, Math.floor(headings.length / 200));
const once = headings.filter((_, index) => index % step === 0);
// Small collections are asked often enough to be measured.
const asked = Array.from({ length: Math.ceil(200 / once.length) }, () => once).flat();
const peer = miniSearchOver(snapshot);
const own = median(() => {
  for (const question of asked) snapshot.rank(snapshot.read(question), 5);
});
const other = median(() => {
  for (const question of asked) peer.search(question);
});
const words = Array.from(
  new Set(
    snapshot.content.articles.flatMap(({ passages }) =>
      passages.flatMap(({ text }) => text.match(/\p{L}{4,}/gu) ?? []),
    ),
  ),
);
const pins = Array.from({ length: 10_000 }, (_, index) => {
  const pick = (stride: number): string => words[(index * stride + stride) % words.length] ?? '';
  return {
    id: String(index),
    question: `Hvordan ${pick(7919)} ${pick(104_729)} ${pick(1_299_709)} ${String(index)}?`,
    phrasings: [],
    text: '',
  };
});
const pinned = snapshot.indexQuestions(pins);
const withPins = median(() => {
  for (const question of asked) {
    const read = snapshot.read(question);
    snapshot.rank(read, 5);
    pinned.near(read, 5);
  }
});
say(`${String(headings.length)} passages, ${String(asked.length)} questions`);
say(`answering, Svar : MiniSearch with fuzzy search = ${(own / other).toFixed(2)}`);
say(`answering with 10,000 kept questions : with none = ${(withPins / own).toFixed(2)}`);
