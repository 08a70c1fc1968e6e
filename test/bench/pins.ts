import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSnapshot } from '../../src/knowledge/load-snapshot.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '../..');
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

/** What 10,000 kept questions cost beside the sample article, as a ratio within one run: a machine's own speed cancels out. */
export async function pinsText(): Promise<string> {
  const snapshot = await loadSnapshot(join(packageRoot, 'content'), {});
  const passages = snapshot.content.articles.flatMap((article) => article.passages);
  const once = passages.map(({ heading }) => heading);
  const asked = Array.from({ length: Math.ceil(200 / once.length) }, () => once).flat();
  const words = Array.from(new Set(passages.flatMap(({ text }) => text.match(/\p{L}{4,}/gu) ?? [])));
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
  const own = median(() => {
    for (const question of asked) snapshot.rank(snapshot.read(question), 5);
  });
  const withPins = median(() => {
    for (const question of asked) {
      const read = snapshot.read(question);
      snapshot.rank(read, 5);
      pinned.near(read, 5);
    }
  });
  return `answering with 10,000 kept questions : with none = ${(withPins / own).toFixed(2)}`;
}
