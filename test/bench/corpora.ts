import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Content, Passage } from '../../src/content/article.ts';
import { loadContent } from '../../src/content/load.ts';
import { readQuestions } from '../../src/evaluate/question-set.ts';
import type { BenchPassage } from './engine.ts';

/** Articles with questions that they answer; what they must find is empty where nothing is known. */
export interface Corpus {
  readonly name: string;
  readonly content: Content;
  readonly questions: readonly { readonly text: string; readonly relevant: readonly string[] }[];
}

/** Questions asked of each corpus. */
const mostQuestions = 300;

export const passagesOf = ({ articles }: Content): readonly BenchPassage[] =>
  articles.flatMap(({ title, passages }) =>
    passages.map(({ id, heading, text }) => ({ id, heading, title, text })),
  );

/** A content folder; with `queries.jsonl` beside it these are the questions, else its headings are, without their last word. */
export async function corpusAt(dir: string, name: string): Promise<Corpus> {
  const { content } = await loadContent(dir);
  const file = join(dir, '..', 'queries.jsonl');
  if (!existsSync(file)) return { name, content, questions: headingsOf(content) };
  const known = readQuestions(file).filter(({ relevant }) => relevant.length > 0);
  return {
    name,
    content,
    questions: spread(known).map(({ question, relevant }) => ({ text: question, relevant })),
  };
}

function headingsOf(content: Content): Corpus['questions'] {
  const long = passagesOf(content).filter(({ heading }) => heading.split(' ').length > 2);
  return spread(long).map(({ id, heading }) => ({
    text: heading.split(' ').slice(0, -1).join(' '),
    relevant: [id],
  }));
}

function spread<Item>(items: readonly Item[]): readonly Item[] {
  const step = Math.max(1, items.length / mostQuestions);
  return Array.from(
    { length: Math.min(items.length, mostQuestions) },
    (_, place) => items[Math.floor(place * step)],
  ).filter((item) => item !== undefined);
}

/**
 * So many passages of made-up Danish: words are drawn by Zipf's law with exponent 1 (Zipf 1949) from a vocabulary that grows
 * with the text by Heaps' law (k 20, β .55), the same ones on every run.
 */
export function generated(count: number): Corpus {
  const random = seeded(count);
  const vocabulary = vocabularyOf(Math.round(20 * (count * 60) ** 0.55), random);
  const word = (): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0] ?? '';
  const sentence = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least)) }, word).join(' ');
  const perArticle = 6;
  const articles = Array.from({ length: Math.ceil(count / perArticle) }, (_, number): Article => {
    const id = `a${String(number)}.md`;
    const own = Math.min(perArticle, count - number * perArticle);
    return {
      id,
      title: sentence(1, 3),
      description: null,
      keywords: [],
      lang: 'da',
      url: null,
      updated: null,
      reviewBy: null,
      passages: Array.from({ length: own }, (__, place) =>
        passage(id, number * perArticle + place, sentence(3, 8), () => sentence(5, 16)),
      ),
    };
  });
  const content = { articles, problems: [], hash: String(count) };
  return { name: `generated ${String(count)}`, content, questions: headingsOf(content) };
}

function passage(article: string, number: number, heading: string, sentence: () => string): Passage {
  const text = Array.from({ length: 6 }, sentence).join('. ');
  return {
    id: `${article}#${String(number)}`,
    hash: String(number).padStart(12, '0'),
    article,
    heading,
    level: 2,
    parents: [],
    line: number + 1,
    markdown: text,
    text,
    phrasings: [],
    tests: [],
    links: [],
  };
}

/** The commonest words are real function words, the others syllables strung together, with endings. */
function vocabularyOf(size: number, random: () => number): readonly string[] {
  const common = 'og i at det er en til på som den med for de af ikke der kan man du vi har et om hvis'.split(
    ' ',
  );
  const syllables =
    'ba bri dal du fer fo ga gri hal hol ka ki lam li mo mul ne nor pi pla re ri sal so ta tri va ve'.split(
      ' ',
    );
  const endings = ['', '', 'er', 'en', 'ing', 'erne', 'et'];
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const words = new Set(common);
  while (words.size < size) {
    const length = 2 + Math.floor(random() * 3);
    words.add(`${Array.from({ length }, () => pick(syllables)).join('')}${pick(endings)}`);
  }
  return Array.from(words);
}

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
